"""Who did it, as far as the sentence tells: the doer of its verb, after "by", or the owner of the deed it came by."""

from collections.abc import Iterator

from pipelines.extraction.frames.frames import Match
from pipelines.extraction.roles.act_words import ActWords
from pipelines.extraction.roles.agents import (
    agent,
    agent_at,
    both_sides,
    is_deed,
    owner,
    phrase_agent,
    with_joined,
)
from pipelines.extraction.syntax.doing import doer_of, is_hidden_verb, previous_verb
from pipelines.extraction.syntax.parse import Parse
from pipelines.extraction.syntax.verbs import verb_group
from pipelines.extraction.values import Phrase

_HARM = ("deaths", "injuries", "missing")
_TAKEN = ("arrests", "abductions", "displacements")
_LEAVING = ("left", "leaves", "leaving", "leave")
_BODIES = ("bodies", "corpses", "remains")
_LEADS = (
    "in",
    "during",
    "by",
    "from",
    "after",
    "following",
    "amid",
    "amidst",
    "under",
    "with",
    "of",
    "to",
    "when",
)
_AHEAD = ("in", "during", "after", "following", "amid", "amidst", "under")
_SUBS = frozenset(("when", "after", "as", "while", "where", "because", "once"))
_BLAMES = frozenset(("blamed", "blames", "blaming", "attributed", "attributes", "attribute"))
_AIMED = ("on", "against", "to", "for", "at", "with")
_ACTING = ("active", "participle")
_AFTER_ACTIVE = ("det", "num", "noun", "adj", "pron", "prep", "poss", "part", "age", "adv")
_HAPPENS = ("happens_to", "state", "group", "grade", "toll")


def actor(parse: Parse, match: Match, words: ActWords) -> Phrase | None:
    """Who did what a match counts, or None where its sentence names nobody."""
    verb = governing_verb(parse, match, words)
    if verb is not None:
        harms = match.cue.entry.metric in _HARM
        if harms and parse.word(verb) in words.suffering:
            return None
        return _of_verb(parse, verb, words) or _fight(parse, verb, words)
    return (
        _own(parse, match, words)
        or _charged_with(parse, match, words)
        or _blamed(parse, match, words)
        or _by_phrase(parse, match, words)
        or _deed(parse, match, words)
        or _assailant(parse, match, words)
    )


def governing_verb(parse: Parse, match: Match, words: ActWords) -> int | None:
    """The verb whose subject did it to those counted; None where the verb is passive, or tells of no doing."""
    frame = match.cue.entry.frame
    if match.cue.first < 0 or match.cue.entry.metric == "missing":
        return None
    if frame == "done_to":
        return _active_verb(parse, match)
    first = match.phrase.first
    if match.total is not None:
        first = match.total.first
    if frame in ("counted", "of_them"):
        first = min(first, match.cue.first)
    noun = parse.phrase(match.cue.first) if frame == "of_them" else None
    first = min(first, noun.first) if noun is not None else first
    if match.cue.entry.metric == "displacements" and parse.word(first - 1) in words.driving:
        return first - 1  # "ordered 5,000 people to leave"
    if frame in ("counted", "of_them", "state"):
        return _light_verb(parse, match, first, words)
    return None


def _active_verb(parse: Parse, match: Match) -> int | None:
    group = match.group
    if group is not None and group.passive and match.cue.entry.form != "ing":
        return None
    if match.method in _ACTING:
        return match.cue.first
    if parse.phrase(match.cue.first) is not None:
        return None
    counted = match.total or match.phrase
    acts = match.cue.entry.form in ("base", "s", "ing") or counted.first >= match.cue.last
    reduced = match.method in ("reduced", "inverted", "passive")
    return match.cue.first if acts and not reduced and group is not None else None


def _light_verb(parse: Parse, match: Match, first: int, words: ActWords) -> int | None:
    """The verb before a noun for the deed, or before those whom it leaves dead: "carried out", "left"."""
    verb = first - 1
    while parse.tag(verb) in ("adv", "det") or parse.word(verb) in ("out", "off", "up", "to", "of"):
        verb -= 1
    joined = parse.phrase(verb) is None and parse.tag(verb) in ("verb", "part", "ing")
    if not (joined or is_hidden_verb(parse, verb)):
        return None
    word = parse.word(verb)
    if word in parse.grammar.passive:
        return None
    if match.cue.entry.frame == "state":
        taken = match.cue.entry.metric in _TAKEN and word not in parse.grammar.reporting
        return verb if taken or word in words.attacking or word in _LEAVING else None
    if word in words.doing:
        return verb
    admits = match.cue.entry.metric in ("arrests", "strikes") and word in parse.grammar.reporting
    doer = doer_of(parse, verb) if admits else None
    return verb if doer is not None and parse.word(doer.head) in words.who.forces else None


def _of_verb(parse: Parse, verb: int, words: ActWords) -> Phrase | None:
    """Who does what a verb says; nobody where it is suffered, or comes by a mishap."""
    charged = _charged(parse, verb, words)
    if charged is not None:
        verb = charged
    doer = doer_of(parse, verb)
    if doer is None or _is_mishap(parse, doer.last, verb, words):
        return None
    if charged is not None and parse.word(charged) in words.charges:
        held = parse.phrase(charged + 1)
        if held is not None and parse.tag(charged) != "state" and held.first == charged + 1:
            return phrase_agent(parse, held, words)
    return agent(parse, doer, words)


def _fight(parse: Parse, verb: int, words: ActWords) -> Phrase | None:
    """Both sides of a fight before a verb: "renewed fighting between the army and rebels has displaced"."""
    if words.clashes.isdisjoint(parse.words):
        return None
    places = (place for place in range(verb) if parse.words[place] in words.clashes)
    return next((found for place in places if (found := both_sides(parse, place + 1))), None)


def _charged(parse: Parse, verb: int, words: ActWords) -> int | None:
    """The verb that lays the deed to somebody: "is accused of killing", "arrested for killing"."""
    if parse.tag(verb) != "ing" or parse.tag(verb - 1) != "prep":
        return None
    return previous_verb(parse, verb - 2)


def _is_mishap(parse: Parse, first: int, last: int, words: ActWords) -> bool:
    """Whether between subject and verb a mishap is told: "a bus overturned, killing 12"."""
    for place in range(first, last):
        if parse.word(place) in words.mishaps and parse.tag(place - 1) not in (
            "det",
            "adj",
            "poss",
            "num",
        ):
            phrase = parse.phrase(place)
            if phrase is None or phrase.last == place + 1 or phrase.first == place:
                return True
    return False


def _own(parse: Parse, match: Match, words: ActWords) -> Phrase | None:
    """The owner in the counted noun itself: "14 Israeli strikes", "the army's three raids"."""
    phrase = match.phrase
    if match.cue.entry.frame != "counted" or phrase.head is None:
        return None
    if not is_deed(parse, phrase.head, words):
        return None
    return owner(parse, phrase.first, phrase.head, words)


def _charged_with(parse: Parse, match: Match, words: ActWords) -> Phrase | None:
    """Who is held to have done it: "blamed for two bombings", "responsible for the abduction of 12"."""
    if match.cue.entry.frame not in ("counted", "of_them") or match.cue.first < 0:
        return None
    noun = parse.phrase(match.cue.first)
    place = noun.first - 1 if noun is not None else match.cue.first - 1
    if parse.word(place) not in ("for", "of", "in", "with"):
        return None
    while place >= 0 and parse.tag(place) not in ("comma", "sub", "mark"):
        place -= 1
        if parse.word(place) in words.charges:
            held = parse.phrase(place + 1)
            found = None if held is None else phrase_agent(parse, held, words)
            if found is not None:
                return found  # "blames rebels for two attacks"
            beside = parse.phrase(place - 1)
            if beside is not None and parse.is_person(beside.head):
                return phrase_agent(parse, beside, words)
            doer = doer_of(parse, place)
            return None if doer is None else agent(parse, doer, words)
    return None


def _blamed(parse: Parse, match: Match, words: ActWords) -> Phrase | None:
    """On whom it is blamed: "14 attacks that it blames on the rebels", "attribute 31 attacks to it"."""
    if _BLAMES.isdisjoint(parse.words):
        return None
    if parse.word(match.phrase.first - 1).startswith("attribut"):
        for place in range(match.phrase.last, len(parse.tokens)):
            if parse.word(place) == "to":
                return agent_at(parse, place + 1, words)
    for place in range(max(match.cue.last, 0), len(parse.tokens)):
        blames = parse.words[place] in _BLAMES
        phrase = (
            parse.phrase(place + 2) if blames and parse.word(place + 1) in ("on", "to") else None
        )
        if phrase is not None:
            return phrase_agent(parse, phrase, words)
    return None


def _by_phrase(parse: Parse, match: Match, words: ActWords) -> Phrase | None:
    """Who stands after "by", where the verb or deed before it is the one that did it."""
    start = max(match.cue.last, 0)
    if "by" not in parse.words[start:]:
        return None
    for place in range(start, len(parse.tokens)):
        if parse.word(place) == ";" or _counts_anew(parse, place, match):
            return None
        if parse.word(place) != "by" or not _is_of_deed(parse, place, match, words):
            continue
        phrase, found = parse.phrase(place + 1), agent_at(parse, place + 1, words)
        if found is not None:
            return found if phrase is None else with_joined(parse, found, phrase.last)
    return None


def _counts_anew(parse: Parse, place: int, match: Match) -> bool:
    """Whether the same is told of others at a place: "12 are killed, including five killed in …"."""
    cue = parse.cue(place)
    if (
        cue is None
        or cue.first <= max(match.cue.first, match.phrase.last)
        or parse.tag(place) not in ("part", "verb")
    ):
        return False
    return cue.entry.metric == match.cue.entry.metric and cue.entry.frame == "done_to"


def _is_of_deed(parse: Parse, by: int, match: Match, words: ActWords) -> bool:
    """Whether "by" follows the cue, a verb of attack, or a deed, and no other verb."""
    for place in range(by - 1, match.cue.last - 1, -1):
        word = parse.word(place)
        if parse.phrase(place) is not None:
            if is_deed(parse, place, words):
                return True
        elif parse.tag(place) in ("part", "verb", "ing", "state"):
            doer = doer_of(parse, place) if place > match.cue.last else None
            if doer is not None and doer.first >= match.cue.last:
                return False  # "two were shot and a third was led away by men"
            attacks = word in words.attacking and word not in words.needs
            return attacks or word in words.charges or word in words.by_whom
        elif parse.tag(place) in ("sub", "rel"):
            return False
    return True


def _deed(parse: Parse, match: Match, words: ActWords) -> Phrase | None:
    """The owner of the deed that did it: "killed in an Israeli airstrike", "in Israeli strikes, 12 were killed"."""
    for place in _deeds(parse, match, words):
        phrase = parse.phrase(place)
        if phrase is None:
            continue
        if parse.word(place) in words.clashes:
            return both_sides(parse, phrase.last)
        found = owner(parse, phrase.first, place, words)
        if found is not None:
            return found
    return None


def _deeds(parse: Parse, match: Match, words: ActWords) -> Iterator[int]:
    """The nouns of the deeds by which it may have come: those behind the cue, then those ahead of it."""
    cue = max(match.cue.last, match.phrase.last if match.total is not None else 0)
    behind = [phrase for phrase in parse.phrases if phrase.first >= cue]
    ahead = [phrase for phrase in parse.phrases if phrase.last <= match.phrase.first]
    for phrases, leads in ((behind, _LEADS), (ahead, _AHEAD)):
        for phrase in phrases:
            head = phrase.head
            if head is None or not (
                is_deed(parse, head, words) or parse.word(head) in words.clashes
            ):
                continue
            if _lead(parse, phrase.first) in leads:
                yield head


def _lead(parse: Parse, first: int) -> str:
    """The word that leads to a phrase, past those that "and" joins before it."""
    place = first - 1
    while parse.word(place) in ("and", "or") and (other := parse.phrase(place - 1)) is not None:
        place = other.first - 1
    return parse.word(place)


def _assailant(parse: Parse, match: Match, words: ActWords) -> Phrase | None:
    """Who attacks in the clause that tells how it came: "when gunmen opened fire", "as rebels launch attacks"."""
    if _SUBS.isdisjoint(parse.words):
        return None
    arrests = match.cue.entry.metric == "arrests"
    if arrests and parse.word(match.phrase.first) in parse.grammar.none:
        return None
    for place, word in enumerate(parse.words):
        if not (arrests or word in words.attacking) or not is_attack(
            parse, place, words, any_verb=arrests
        ):
            continue
        doer = doer_of(parse, place)
        if (
            doer is None
            or parse.word(doer.first - 1) not in _SUBS
            or doer.first == match.phrase.first
        ):
            continue
        if parse.tag(doer.head) == "pron" and parse.word(doer.head) not in ("he", "she", "they"):
            continue
        found = agent(parse, doer, words)
        if found is not None and not (arrests and parse.word(doer.head) not in words.who.forces):
            return found
    return None


def _object_stands(parse: Parse, place: int) -> bool:
    phrase = parse.phrase(place)
    timed = phrase is not None and parse.word(phrase.last - 1) in parse.grammar.time_nouns
    return parse.tag(place) in _AFTER_ACTIVE and not timed and parse.word(place) != "by"


def is_attack(parse: Parse, place: int, words: ActWords, *, any_verb: bool = False) -> bool:
    """Whether an active verb of attack stands at a place, with the object that it needs: "opened fire"."""
    word = parse.word(place)
    if not any_verb and word not in words.attacking:
        return False
    plain = parse.tag(place) in ("verb", "part") and parse.phrase(place) is None
    if plain and parse.tag(place) == "part":
        plain = not verb_group(parse, place).passive and _object_stands(parse, place + 1)
    taken = word not in parse.grammar.also_nouns and word not in words.deeds
    follows = (
        parse.tag(place) == "noun" and parse.tag(place - 1) == "noun" and word in words.attacking
    )
    if not (plain or is_hidden_verb(parse, place) or (taken and follows)):
        return False
    ahead = range(place + 1, min(place + 7, len(parse.tokens)))
    needed = words.needs.get(word)
    return needed is None or any(parse.word(at) in needed for at in ahead)
