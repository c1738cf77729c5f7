"""What a sentence goes on about: the last toll or sum, parts of the last count, counts said again."""

from collections.abc import Iterator, Mapping, Sequence

from pipelines.extraction.claims.drafts import Draft
from pipelines.extraction.frames.ellipsis import parts, recounted, told_again, totals
from pipelines.extraction.frames.frames import Match
from pipelines.extraction.metrics.cues import Cue
from pipelines.extraction.syntax.noun_phrases import NounPhrase
from pipelines.extraction.syntax.parse import Parse
from pipelines.extraction.values import Quantity


def continued(
    parse: Parse,
    own: Sequence[Match],
    before: Sequence[Draft],
    topics: Sequence[Cue],
    ledger: Sequence[Quantity],
    units: Mapping[str, str],
) -> Iterator[Match]:
    """Matches whose cue was said earlier: among the sentence's ``own``, ``before`` it, or as one of its ``topics``.

    ``units`` are the metrics' units by name.
    """
    sources = [*topics, *(draft.match.cue for draft in before)]
    for phrase in totals(parse) if sources or own else ():
        said = [match.cue for match in reversed(own) if match.phrase.last < phrase.first]
        cue = _of_kind([*said, *sources], phrase, ledger, units)
        if cue is not None:
            yield Match(phrase, _again(cue), "resumed")
    for phrase in parts(parse):
        cue = _last_people(phrase, own, before, units) or _group(parse, phrase)
        if cue is not None:
            yield Match(phrase, _again(cue), "told_part")
    for phrase in recounted(parse):
        cue = _last_people(phrase, own, (), units)
        if cue is not None:
            yield Match(phrase, _again(cue), "told_again")
    for phrase in told_again(parse) if before or own else ():
        cue = _last_told(phrase, own, before)
        if cue is not None:
            yield Match(phrase, _again(cue), "told_again")


def _of_kind(
    sources: Sequence[Cue],
    phrase: NounPhrase,
    ledger: Sequence[Quantity],
    units: Mapping[str, str],
) -> Cue | None:
    """The last cue that counts what the number counts: money or not."""
    money = phrase.number is not None and ledger[phrase.number].kind == "money"
    return next((cue for cue in sources if (units[cue.entry.metric] == "money") == money), None)


def _last_people(
    phrase: NounPhrase, own: Sequence[Match], before: Sequence[Draft], units: Mapping[str, str]
) -> Cue | None:
    """The cue of the last count of people before the phrase."""
    told = [
        match.cue
        for match in own
        if match.phrase.first < phrase.first and units[match.cue.entry.metric] == "person"
    ]
    told += [draft.match.cue for draft in before if draft.unit == "person"][:1] if not told else []
    return told[-1] if told else None


def _group(parse: Parse, phrase: NounPhrase) -> Cue | None:
    """The last group named before the phrase: "a third of the dead were under 18, and nine were infants"."""
    groups = [cue for cue in parse.cues if cue.entry.frame == "group" and cue.last <= phrase.first]
    return groups[-1] if groups else None


def _last_told(phrase: NounPhrase, own: Sequence[Match], before: Sequence[Draft]) -> Cue | None:
    """The cue of the last count before the phrase, whatever it counts."""
    told = [match.cue for match in own if match.phrase.last <= phrase.first]
    return told[-1] if told else next((draft.match.cue for draft in before), None)


def _again(cue: Cue) -> Cue:
    """The same words, at no place of this sentence."""
    return Cue(-1, -1, cue.entry, None)
