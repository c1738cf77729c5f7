"""What follows a verb of saying: what was said, a count, or nothing, because it was said before."""

from collections.abc import Collection
from dataclasses import dataclass
from typing import Literal

from pipelines.extraction.sources.source_words import Verb
from pipelines.extraction.syntax.noun_phrases import NounPhrase
from pipelines.extraction.syntax.parse import Parse

Kind = Literal["clause", "count", "nothing", "other", "refused"]
_OPENING = ("that", "whether", "how", ":")
_OPENING_TAGS = ("ing", "pron", "modal")
_QUOTES = ('"', "“", "'", "‘")
_CLOSED = ("edge", "comma", "mark", "rel", "sub", "conj", "part", "prep")
_FINITE = ("aux", "modal", "verb")
_PASSED = ("prep", "time", "adv", "conj")
_CLAUSE_ENDS = ("comma", "sub", "aux", "modal")
_FAR = 10


@dataclass(frozen=True, slots=True)
class Complement:
    """What follows a verb, and the phrase for who heard it, in "told Reuters"."""

    kind: Kind
    hearer: NounPhrase | None = None


def complement(parse: Parse, place: int, verb: Verb) -> Complement:
    """What follows the verb at a place behind words of time and place and whoever was told."""
    after = _past_adverbs(parse, place + 1)
    word = parse.word(after)
    if word in verb.refuses or (verb.needs and word not in verb.needs):
        return Complement("refused")
    if verb.needs and parse.tag(after) == "prep":
        clause = "saying" in verb.uses and _kind(parse, after + 1, verb) == "clause"
        return Complement("clause" if clause else "count" if _counts(parse, after) else "other")
    start, hearer = place + 1, None
    if verb.hears:
        hearer = parse.phrase(start)
        start = hearer.last if hearer is not None else start + (parse.tag(start) == "pron")
    return Complement(_kind(parse, _past_adjuncts(parse, start), verb), hearer)


def has_figure(parse: Parse, verb: int, figures: Collection[str]) -> bool:
    """Whether a word for a toll stands near behind the verb: "put its losses there at eight"."""
    for place in range(verb + 1, min(verb + _FAR, len(parse.tokens))):
        if parse.word(place) in figures:
            return True
        if parse.tag(place) in _CLAUSE_ENDS:
            return False
    return False


def _kind(parse: Parse, place: int, verb: Verb) -> Kind:
    tag = parse.tag(place)
    quoted = tag == "comma" and parse.word(place + 1) in _QUOTES and place + 2 < len(parse.tokens)
    if quoted or parse.word(place) in _OPENING or tag in _OPENING_TAGS:
        return "clause"
    if tag in _CLOSED:
        return "nothing"
    if "plain" in verb.uses or ("saying" in verb.uses and _is_clause(parse, parse.phrase(place))):
        return "clause"
    return "count" if _counts(parse, place) else "other"


def _is_clause(parse: Parse, phrase: NounPhrase | None) -> bool:
    """Whether a verb comes behind the phrase and what narrows it."""
    if phrase is None:
        return False
    place = phrase.last
    while True:
        tag, following = parse.tag(place), parse.phrase(place)
        if tag in _FINITE or (tag == "part" and following is None) or parse.word(place) == "that":
            return True
        if following is not None:
            place = following.last
        elif tag in _PASSED:
            place += 1
        else:
            return False


def _counts(parse: Parse, first: int) -> bool:
    """Whether a count or what a metric counts stands among the next phrases."""
    for place in range(first, min(first + _FAR, len(parse.tokens))):
        phrase = parse.phrase(place)
        counted = phrase is not None and phrase.count in ("none", "one", "number")
        if counted or parse.tag(place) == "num" or parse.cue(place) is not None:
            return True
        if parse.tag(place) in (*_CLAUSE_ENDS, "mark"):
            return False
    return False


def _past_adverbs(parse: Parse, place: int) -> int:
    """Behind adverbs and words of time: "early on Wednesday", "last month"."""
    while True:
        phrase = parse.phrase(place)
        if phrase is not None and phrase.number is None and _is_timed(parse, phrase):
            place = phrase.last
        elif parse.tag(place) in ("adv", "time") or _leads_to_time(parse, place):
            place += 1
        else:
            return place


def _is_timed(parse: Parse, phrase: NounPhrase) -> bool:
    return parse.word(phrase.last - 1) in parse.grammar.time_nouns


def _leads_to_time(parse: Parse, place: int) -> bool:
    """Whether a time follows: "on Monday", "early Wednesday"."""
    leads = parse.tag(place) == "prep" or parse.word(place) in ("early", "late")
    return leads and parse.tag(place + 1) == "time"


def _past_adjuncts(parse: Parse, place: int) -> int:
    """Behind adverbs and phrases that a preposition leads: "on Monday", "in a statement", "to reporters"."""
    while True:
        place = _past_adverbs(parse, place)
        phrase = parse.phrase(place + 1)
        if parse.tag(place) == "prep" and phrase is not None and phrase.first == place + 1:
            place = phrase.last
        elif parse.tag(place) == "prep" and parse.tag(place + 1) == "det":
            place += 3  # "at a briefing"
        else:
            return place
