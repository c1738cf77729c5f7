"""Who is held to have done it: "blamed on X", "X is accused of killing", "X, serving 30 years for the murder of"."""

from pipelines.extraction.frames.frames import Match
from pipelines.extraction.roles.act_words import ActWords
from pipelines.extraction.roles.agents import agent, agent_at, phrase_agent
from pipelines.extraction.syntax.doing import doer_of, previous_verb
from pipelines.extraction.syntax.parse import Parse
from pipelines.extraction.values import Phrase

_CLAUSAL = ("comma", "sub", "mark")
_LINKING = ("link", "links", "linked", "linking", "tie", "ties", "tied", "connects", "connected")
_BLAMES = frozenset(("blamed", "blames", "blaming", "attributed", "attributes", "attribute"))


def charged_verb(parse: Parse, verb: int) -> int | None:
    """The verb that lays a deed in -ing to somebody: "is accused of killing", "arrested for killing"."""
    led = parse.tags[verb] == "ing" and parse.tag(verb - 1) == "prep"
    return previous_verb(parse, verb - 2) if led else None


def charged_with(parse: Parse, match: Match, words: ActWords) -> Phrase | None:
    """Who is charged with a deed: "blamed for two bombings", "responsible for the abduction of 12"."""
    if match.cue.entry.frame not in ("counted", "of_them") or match.cue.first < 0:
        return None
    noun = parse.phrase(match.cue.first)
    place = (match.cue.first if noun is None else noun.first) - 1
    if parse.word(place) == "to":
        return _linked(parse, place, words)
    if parse.word(place) not in ("for", "of", "with"):
        return None
    while place > 0 and parse.tags[place] not in _CLAUSAL:
        place -= 1
        if parse.words[place] in words.charges:
            return _charged(parse, place, words)
    return None


def blamed(parse: Parse, match: Match, words: ActWords) -> Phrase | None:
    """On whom it is blamed: "14 attacks that it blames on the rebels", "attribute 31 attacks to it"."""
    if _BLAMES.isdisjoint(parse.words):
        return None
    if parse.word(match.phrase.first - 1).startswith("attribut"):
        behind = range(match.phrase.last, len(parse.tokens))
        to = next((place for place in behind if parse.words[place] == "to"), None)
        return None if to is None else agent_at(parse, to + 1, words)
    for place, word in enumerate(parse.words):
        phrase = parse.phrase(place + 2) if word in _BLAMES else None
        if phrase is not None and parse.word(place + 1) in ("on", "to"):
            return phrase_agent(parse, phrase, words)
    return None


def _charged(parse: Parse, charge: int, words: ActWords) -> Phrase | None:
    """Whom a word for a charge is said of: its object ("blames rebels"), the person before it, its subject."""
    for phrase in (parse.phrase(charge + 1), parse.phrase(charge - 1)):
        acts = phrase is not None and (phrase.first > charge or parse.is_person(phrase.head))
        found = phrase_agent(parse, phrase, words) if acts and phrase is not None else None
        if found is not None:
            return found
    doer = doer_of(parse, charge)
    return None if doer is None else agent(parse, doer, words)


def _linked(parse: Parse, place: int, words: ActWords) -> Phrase | None:
    """Who is linked to it: "an inquiry links the guard corps to two attacks"."""
    linked = parse.phrase(place - 1)
    if linked is None or parse.word(linked.first - 1) not in _LINKING:
        return None
    return phrase_agent(parse, linked, words)
