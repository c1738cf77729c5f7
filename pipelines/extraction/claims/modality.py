"""How sure a text is of a count: reported as fact, alleged, feared, denied, requested or planned."""

from pathlib import Path

from pipelines.extraction.claims.marks import (
    Mark,
    ModalityWords,
    modality_words,
    reaches,
    rejected,
    said,
    unconfirmed,
)
from pipelines.extraction.frames.frames import Match
from pipelines.extraction.syntax.parse import Parse
from pipelines.extraction.syntax.verbs import verb_group
from pipelines.extraction.values import Modality

# Where words of several stand together in one verb, the first of these is meant.
_STRENGTH: tuple[Modality, ...] = (
    "denied",
    "requested",
    "planned",
    "feared",
    "alleged",
    "asserted",
)
# An offer stands, whatever it says of its payment: "will pay up to $7 million for tips".
_OFFERING = ("will", "shall", "may", "might", "can", "could")
_LEADING = ("aux", "modal", "adv", "neg", "part", "adj")
_ENDING = ("edge", "mark", "comma", "conj", "rel", "pron")
_BREAKS = (";", "—", ":")


def modality(parse: Parse, match: Match, *, lexicon: Path | None) -> Modality:
    """The modality of a matched count, by the words of its verb first and of its clause second."""
    words = modality_words(lexicon)
    start = match.phrase.first if match.cue.first < 0 else min(match.phrase.first, match.cue.first)
    marks = list(_before(parse, match, range(_clause_start(parse, start), start), words))
    after = list(
        _after(parse, range(max(match.phrase.last, match.cue.last), len(parse.tokens)), words)
    )
    in_verb = {mark.says for mark in _in_verb(parse, match, words)}
    if any(mark.says == "denied" for mark in marks):
        return "denied"
    if _is_conditional(parse, start, in_verb, words):
        return "planned"
    return (
        _strongest(in_verb)
        or _strongest({mark.says for mark in marks[:1]})
        or _strongest({mark.says for mark in after})
        or "asserted"
    )


def _before(parse: Parse, match: Match, places: range, words: ModalityWords) -> list[Mark]:
    """The marks before a count that reach it, the outermost first."""
    entry = match.cue.entry
    own = entry.near if entry.frame == "counted" else frozenset[str]()
    marks = [
        *said(parse, words.before, places, but=own),
        *unconfirmed(parse, places, words),
        *rejected(parse, places, words),
    ]
    reaching = [mark for mark in marks if mark.says and reaches(parse, mark, match, words)]
    return sorted(reaching, key=lambda mark: (mark.first, mark.says != "denied"))


def _after(parse: Parse, places: range, words: ModalityWords) -> list[Mark]:
    """The marks behind a count: "a claim that nobody could verify", "the figure has not been confirmed"."""
    doubts = (
        mark for mark in unconfirmed(parse, places, words) if _is_of_report(parse, mark, words)
    )
    return [*said(parse, words.after, places), *doubts]


def _is_of_report(parse: Parse, mark: Mark, words: ModalityWords) -> bool:
    """Whether what is not confirmed is the report itself, and no other fact ("the cause")."""
    if parse.word(mark.first) in words.evidence or parse.tag(mark.last) in _ENDING:
        return True
    ahead = range(mark.last, mark.last + 3)
    return any(parse.word(place) in words.reports | parse.grammar.figures for place in ahead)


def _is_conditional(parse: Parse, start: int, in_verb: set[str], words: ModalityWords) -> bool:
    """Whether the count hangs on a condition before it, or on one behind it where its verb says so too."""
    before = range(_clause_start(parse, start), start)
    if any(said(parse, words.conditions, before)):
        return True
    behind = range(start, len(parse.tokens))
    return "feared" in in_verb and any(said(parse, words.conditions, behind))


def _in_verb(parse: Parse, match: Match, words: ModalityWords) -> list[Mark]:
    offers = match.cue.entry.frame == "offer"
    offering = frozenset(_OFFERING if offers else ())
    if offers and _is_told(parse, match):
        offering |= {"would"}
    own = said(parse, words.in_verbs, range(max(match.cue.first, 0), max(match.cue.last, 0)))
    return [
        *said(parse, words.in_verbs, _verbs(parse, match), but=offering),
        *(mark for mark in own if mark.last - mark.first > 1),  # "told to leave"
    ]


def _is_told(parse: Parse, match: Match) -> bool:
    """Whether an offer is told in reported speech: "said it would pay"."""
    before = parse.words[max(match.cue.first - 8, 0) : max(match.cue.first, 0)]
    return any(word in parse.grammar.reporting for word in before)


def _verbs(parse: Parse, match: Match) -> range:
    """The places of the verbs that tell of the count, or what stands between a toll and its number."""
    if match.group is not None:
        return range(_with_adverbs(parse, match.group.first), match.cue.first)
    if match.method in ("toll", "resumed"):
        begin = match.phrase.first
        while begin > max(match.cue.last, 0) and parse.tag(begin - 1) != "comma":
            begin -= 1
        return range(begin, match.phrase.first)
    noun = parse.phrase(match.cue.first) if match.method.startswith("reward") else None
    if noun is None:
        return range(0)
    return range(verb_group(parse, noun.first - 1).first, noun.first)


def _with_adverbs(parse: Parse, first: int) -> int:
    while parse.tag(first - 1) == "adv":
        first -= 1
    return first


def _strongest(says: set[str]) -> Modality | None:
    return next((name for name in _STRENGTH if name in says), None)


def _clause_start(parse: Parse, place: int) -> int:
    while place > 0 and parse.word(place - 1) not in _BREAKS:
        place -= 1
    return max(place, 0)
