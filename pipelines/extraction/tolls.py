"""Nouns whose number stands at a distance: "the death toll from the floods rose to 15 from 12"."""

from collections.abc import Iterator

from pipelines.extraction.cues import Cue
from pipelines.extraction.following import follow
from pipelines.extraction.frames import Match
from pipelines.extraction.noun_phrases import NounPhrase
from pipelines.extraction.parse import Parse

_REACHES = (
    "of",
    "to",
    "at",
    "from",
    "is",
    "was",
    "reached",
    "reaches",
    "hit",
    "hits",
    "passed",
    "topped",
    "exceeds",
    "exceeded",
    ":",
    "by",
    "stood",
    "surpassed",
    "tops",
    "passes",
)
_NEW_CLAUSE = (";", "—")
_FARTHEST = 40
_BEFALLING = ("done_to", "state", "happens_to", "group")


def toll(parse: Parse, cue: Cue) -> Iterator[Match]:
    """The numbers that a toll reaches, to its right, or to its left in "takes to 200 the number slain"."""
    if cue.entry.words[-1] == "of" and not _told_of(parse, cue):
        return
    phrase = parse.phrase(cue.first)
    first = phrase.first if phrase is not None else cue.first
    if phrase is not None and phrase.number is not None and cue.entry.words[-1] != "of":
        yield Match(phrase, cue, "toll")
        return
    before = _before(parse, first)
    if before is not None:
        yield Match(before, cue, "toll")
        return
    for found in _after(parse, cue.last):
        yield Match(found, cue, "toll_before" if _is_old(parse, found) else "toll")
        for part in follow(parse, found.last, direct=False):
            if part.relation in ("including", "of_them"):
                yield Match(part.phrase, cue, part.relation, total=found)


def _told_of(parse: Parse, cue: Cue) -> bool:
    """Whether a "number of" goes on to say what befell them: "the number of villagers killed"."""
    counted = parse.phrase(cue.last)
    last = counted.last if counted is not None else cue.last
    for other in parse.cues:
        same = other.entry.metric == cue.entry.metric and not other.entry.nouns
        if same and other.entry.frame == "counted" and cue.last <= other.first < last:
            return True
        if same and other.entry.frame in _BEFALLING and cue.last <= other.first <= last:
            return True
    return False


def _before(parse: Parse, first: int) -> NounPhrase | None:
    phrase = parse.phrase(first - 1)
    if phrase is None or phrase.number is None or phrase.last != first or phrase.head is not None:
        return None
    return phrase if parse.word(phrase.first - 1) in ("to", "at") else None


def _after(parse: Parse, place: int) -> Iterator[NounPhrase]:
    """The bare numbers that follow a word such as "to" or "at", up to the end of the clause."""
    found = False
    for at in range(place, min(place + _FARTHEST, len(parse.tokens))):
        phrase = parse.phrase(at)
        if parse.word(at) in _NEW_CLAUSE or (
            found and parse.tag(at) in ("sub", "rel", "comma", "conj")
        ):
            return
        if (
            phrase is None
            or phrase.first != at
            or phrase.number is None
            or parse.word(at - 1) not in _REACHES
        ):
            continue
        if phrase.head is None or parse.people.counts(parse.word(phrase.head)):
            yield phrase
            found = True


def _is_old(parse: Parse, phrase: NounPhrase) -> bool:
    """Whether the number is where the toll came from: "rose to 15 from 12"."""
    return parse.word(phrase.first - 1) == "from"
