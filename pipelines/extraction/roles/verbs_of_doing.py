"""The verb that did it to those counted, and who does what it says."""

from pipelines.extraction.frames.frames import Match
from pipelines.extraction.roles.act_words import ActWords
from pipelines.extraction.roles.agents import agent, agent_at, both_sides, phrase_agent
from pipelines.extraction.roles.blame import charged_verb
from pipelines.extraction.syntax.doing import doer_of, previous_verb
from pipelines.extraction.syntax.hidden_verbs import is_hidden_verb
from pipelines.extraction.syntax.parse import Parse
from pipelines.extraction.syntax.verbs import verb_group
from pipelines.extraction.values import Phrase

_TAKEN = ("arrests", "abductions", "displacements")
_ADMITTED = ("arrests", "strikes")
_NOUNS = ("counted", "of_them")
_LEAVING = ("left", "leaves", "leaving", "leave")
_ACTING = ("active", "participle")
_PASSIVE = ("reduced", "inverted", "passive")
_PARTICLES = ("out", "off", "up", "to", "of")
_BEFORE_NOUN = ("det", "adj", "poss", "num")


def governing_verb(parse: Parse, match: Match, words: ActWords) -> int | None:
    """The verb whose subject did it to those counted; None where it is passive, or tells of no doing."""
    frame, metric = match.cue.entry.frame, match.cue.entry.metric
    if match.cue.first < 0 or metric == "missing":
        return None
    if frame == "done_to":
        leaves = match.method == "reduced" and parse.word(match.phrase.first - 1) in _LEAVING
        return match.phrase.first - 1 if leaves else _active_verb(parse, match)
    first = _first(parse, match)
    if metric == "displacements" and parse.word(first - 1) in words.driving:
        return first - 1  # "ordered 5,000 people to leave"
    return _light_verb(parse, match, first, words) if frame in (*_NOUNS, "state") else None


def by_verb(parse: Parse, verb: int, words: ActWords) -> Phrase | None:
    """Who does what a verb says; nobody where it comes by a mishap."""
    verb = _led_verb(parse, verb)
    charged = charged_verb(parse, verb)
    told = verb if charged is None else charged
    doer = doer_of(parse, told)
    if doer is None or _is_mishap(parse, range(doer.last, told), words):
        return _fight(parse, verb, words)
    if charged is not None and parse.words[charged] in words.charges:
        held = parse.phrase(charged + 1)
        if held is not None and held.first == charged + 1:
            return phrase_agent(parse, held, words)  # "arrested a man for killing two"
    return (
        agent(parse, doer, words) or _of_passive(parse, verb, words) or _fight(parse, verb, words)
    )


def _first(parse: Parse, match: Match) -> int:
    """Where those counted begin, or the noun for what befell them."""
    counted = match.total or match.phrase
    if match.cue.entry.frame not in _NOUNS:
        return counted.first
    noun = parse.phrase(match.cue.first)
    return min(counted.first, match.cue.first if noun is None else noun.first)


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
    reduced = match.method in _PASSIVE
    return match.cue.first if acts and not reduced and group is not None else None


def _light_verb(parse: Parse, match: Match, first: int, words: ActWords) -> int | None:
    """The verb before a noun for the deed, or before those whom it leaves dead: "carried out", "left"."""
    verb = first - 1
    while parse.tag(verb) in ("adv", "det") or parse.word(verb) in _PARTICLES:
        verb -= 1
    word, metric = parse.word(verb), match.cue.entry.metric
    stands = parse.phrase(verb) is None and parse.tag(verb) in ("verb", "part", "ing")
    if not (stands or is_hidden_verb(parse, verb)) or word in parse.grammar.passive:
        return None
    if match.cue.entry.frame == "state":
        taken = metric in _TAKEN and word not in parse.grammar.reporting
        return verb if taken or word in words.attacking or word in _LEAVING else None
    if word in words.doing:
        return verb
    # A force that admits to arrests, or announces strikes, made them.
    admits = metric in _ADMITTED and word in parse.grammar.reporting
    doer = doer_of(parse, verb) if admits else None
    return verb if doer is not None and parse.words[doer.head] in words.who.forces else None


def _led_verb(parse: Parse, verb: int) -> int:
    """The verb with which another goes on: "accuses Israel of carrying out raids, killing 12 and wounding nine"."""
    earlier: int | None = verb
    while earlier is not None and parse.tag(earlier) == "ing":
        if charged_verb(parse, earlier) is not None:
            return earlier
        earlier = previous_verb(parse, earlier - 1)
    return verb


def _is_mishap(parse: Parse, between: range, words: ActWords) -> bool:
    """Whether between subject and verb a mishap is told: "a bus overturned, killing 12"."""
    for place in between:
        if parse.words[place] not in words.mishaps or parse.tag(place - 1) in _BEFORE_NOUN:
            continue
        phrase = parse.phrase(place)
        if phrase is None or phrase.last == place + 1 or phrase.first == place:
            return True
    return False


def _of_passive(parse: Parse, verb: int, words: ActWords) -> Phrase | None:
    """Who did what a participle goes on about: "a bus was attacked by gunmen, killing nine"."""
    done = previous_verb(parse, verb - 1) if parse.tag(verb) == "ing" else None
    if done is None or not verb_group(parse, done).passive:
        return None
    by = next((place for place in range(done, verb) if parse.words[place] == "by"), None)
    return None if by is None else agent_at(parse, by + 1, words)


def _fight(parse: Parse, verb: int, words: ActWords) -> Phrase | None:
    """Both sides of a fight before a verb: "renewed fighting between the army and rebels has displaced"."""
    if words.clashes.isdisjoint(parse.words):
        return None
    places = (place for place in range(verb) if parse.words[place] in words.clashes)
    return next((found for place in places if (found := both_sides(parse, place + 1))), None)
