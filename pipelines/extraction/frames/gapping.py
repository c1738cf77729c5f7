"""Clauses that leave their verb to the one before: "on Monday ten were killed; on Tuesday, six"."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from pipelines.extraction.frames.frames import Match
from pipelines.extraction.metrics.cues import Cue
from pipelines.extraction.syntax.noun_phrases import NounPhrase
from pipelines.extraction.syntax.parse import Parse

_ENDS = ("edge", "mark", "comma", "conj", "time", "prep")
_PARTS = (";", ",", "and", "but", "while")
# Verbs of the clause itself that only hand the number over ("a different count gave 13").
_GIVING = (
    "gave",
    "gives",
    "had",
    "has",
    "counted",
    "listed",
    "said",
    "says",
    "put",
    "reported",
    "lost",
    "showed",
    "spoke",
    "acknowledged",
    "admitted",
    "confirmed",
    "recorded",
    "claimed",
    "found",
)
_LONGEST = 9


def gapped(parse: Parse, found: Sequence[Match]) -> Iterator[Match]:
    """The bare numbers of a clause without a verb, each for the match of the same rank in the clause before."""
    clauses = _clauses(parse) if found else []
    for before, clause in pairwise(clauses):
        models = [match for match in found if before.start <= match.phrase.first < before.stop]
        models = sorted(models, key=lambda match: match.phrase.first)
        numbers = list(_numbers(parse, clause))
        own = any(clause.start <= match.phrase.first < clause.stop for match in found)
        if own or not models or not numbers or len(numbers) > len(models):
            continue
        if _may_gap(parse, clause, numbers):
            for phrase, model in zip(numbers, models, strict=False):
                yield Match(phrase, Cue(-1, -1, model.cue.entry, None), "gapping")


def _clauses(parse: Parse) -> list[range]:
    """The stretches of a sentence between semicolons, and a last one behind a comma or "and"."""
    ends = [place for place, word in enumerate(parse.words) if word == ";"]
    if not ends:
        ends = [
            place
            for place, word in enumerate(parse.words)
            if word in _PARTS and _is_contrast(parse, place + 1)
        ][-1:]
    starts = [0, *(end + 1 for end in ends)]
    return [
        range(start, end) for start, end in zip(starts, [*ends, len(parse.tokens)], strict=True)
    ]


def _is_contrast(parse: Parse, place: int) -> bool:
    """Whether somebody else is named and a bare number follows at once: "the south 12", "the rebels at least 30"."""
    phrase = parse.phrase(place)
    if phrase is None or phrase.first != place or not phrase.definite or phrase.count is not None:
        return False
    number = parse.phrase(phrase.last)
    return number is not None and number.first == phrase.last and number.number is not None


def _numbers(parse: Parse, clause: range) -> Iterator[NounPhrase]:
    for phrase in parse.phrases:
        described = phrase.last - phrase.first > 1 or parse.phrase(phrase.first - 1) is not None
        pronoun = parse.word(phrase.last - 1) == "one" and described  # "a different one"
        if phrase.first in clause and phrase.number is not None and not pronoun:
            yield phrase


def _may_gap(parse: Parse, clause: range, numbers: Sequence[NounPhrase]) -> bool:
    """Whether the clause is short, has no verb of its own, and all its numbers are bare."""
    if len(clause) > _LONGEST + 3 * len(numbers):
        return False
    if not all(_is_bare(parse, phrase) for phrase in numbers):
        return False
    verbs = (
        place
        for place in clause
        if parse.tag(place) in ("verb", "part", "aux", "modal", "state")
        and parse.phrase(place) is None
    )
    if any(parse.word(place) not in _GIVING for place in verbs):
        return False
    joined = all(parse.tag(phrase.last) in _ENDS for phrase in numbers)
    return joined and parse.word(numbers[0].first - 1) != "of"


def _is_bare(parse: Parse, phrase: NounPhrase) -> bool:
    """Whether a number stands alone, or as "four of their own"."""
    own = phrase.whole is not None and parse.word(phrase.whole) == "own"
    return phrase.head is None and (phrase.whole is None or own)
