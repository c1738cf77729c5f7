"""Claims: a sentence's counts typed by a metric, with scope, modality and roles."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final

from pipelines.extraction.claims.change import change
from pipelines.extraction.claims.context import in_context
from pipelines.extraction.claims.continued import continued
from pipelines.extraction.claims.drafts import Draft
from pipelines.extraction.claims.fit import misfit
from pipelines.extraction.claims.modality import modality
from pipelines.extraction.claims.scope import scope
from pipelines.extraction.frames.counts import counted, times
from pipelines.extraction.frames.frames import FRAMES, Match
from pipelines.extraction.frames.gapping import gapped
from pipelines.extraction.frames.groups import group
from pipelines.extraction.frames.rewards import offer, resumed, reward
from pipelines.extraction.frames.settling import settled
from pipelines.extraction.frames.sums import sums
from pipelines.extraction.frames.tables import Columns, tabled
from pipelines.extraction.frames.tolls import labelled, toll
from pipelines.extraction.metrics.cues import Cue
from pipelines.extraction.metrics.metrics import Metric, metrics
from pipelines.extraction.roles.roles import roles
from pipelines.extraction.syntax.parse import Parse
from pipelines.extraction.values import Quantity

_ALL_FRAMES: Final = {
    **FRAMES,
    "counted": counted,
    "group": group,
    "toll": toll,
    "reward": reward,
    "offer": offer,
    "resumed": resumed,
    "times": times,
}


@dataclass(frozen=True, slots=True)
class Found:
    """What a sentence yields: drafts of claims, and for counts that a cue could not have the reason."""

    drafts: tuple[Draft, ...]
    refused: Mapping[int, str]

    def reasoned(self, entries: Sequence[Quantity]) -> list[Quantity]:
        """The sentence's entries of the ledger with the reasons for which cues could not have them."""
        return [
            replace(entry, reason=self.refused[number])
            if number in self.refused and entry.outcome != "unsupported"
            else entry
            for number, entry in enumerate(entries)
        ]


def claims_of(
    parse: Parse,
    ledger: Sequence[Quantity],
    *,
    before: Sequence[Draft],
    topics: Sequence[Cue] = (),
    columns: Columns | None = None,
    lexicon: Path | None,
) -> Found:
    """The claims of one sentence. ``before`` are the claims of the sentences before it, the last one first.

    ``topics`` are the words for a toll or a reward that were said of late, the last one first; ``columns`` those of
    a table that the sentence may be a line of.
    """
    refused: dict[int, str] = {}
    units = {name: metric.unit for name, metric in metrics(lexicon).items()}
    own = list(_fitting(parse, _matches(parse), ledger, refused, lexicon))
    own += _fitting(parse, tabled(parse, columns), ledger, refused, lexicon)
    further = continued(parse, own, before, topics, ledger, units)
    found = [*own, *_fitting(parse, further, ledger, refused, lexicon)]
    drafts = [_draft(parse, match, ledger, lexicon) for match in settled(parse, found)]
    return Found(tuple(in_context(parse, drafts, before, lexicon=lexicon)), refused)


def _fitting(
    parse: Parse,
    found: Iterable[Match],
    ledger: Sequence[Quantity],
    refused: dict[int, str],
    lexicon: Path | None,
) -> Iterator[Match]:
    """The matches that are of the kind that their metric counts; why others are not goes to ``refused``."""
    for match in found:
        number = match.phrase.number
        quantity = ledger[number] if number is not None else None
        why = misfit(parse, match, metrics(lexicon)[match.cue.entry.metric], quantity)
        if why is None:
            yield match
        elif number is not None:
            refused.setdefault(number, why)


def _matches(parse: Parse) -> Iterator[Match]:
    """What the sentence's own words count, and what its clauses without a verb go on with."""
    found: list[Match] = []
    for cue in parse.cues:
        frame = _ALL_FRAMES.get(cue.entry.frame)
        if frame is not None:
            found += list(labelled(parse, cue)) or list(frame(parse, cue))
    yield from found
    yield from gapped(parse, [match for match in found if match.phrase.count is not None])
    yield from sums(parse, found)


def _draft(parse: Parse, match: Match, ledger: Sequence[Quantity], lexicon: Path | None) -> Draft:
    metric = metrics(lexicon)[match.cue.entry.metric]
    number = match.phrase.number
    quantity = ledger[number] if number is not None else None
    return Draft(
        metric=metric.name,
        unit=_unit(metric, quantity, ledger),
        match=match,
        quantity=number,
        entry=quantity,
        scope=scope(parse, match, quantity, metric.unit, lexicon=lexicon),
        modality=modality(parse, match, lexicon=lexicon),
        change=change(parse, match, lexicon=lexicon),
        roles=roles(parse, match, metric.unit, lexicon=lexicon),
    )


def _unit(metric: Metric, quantity: Quantity | None, ledger: Sequence[Quantity]) -> str:
    """What the claim is counted in; an amount without a currency has that of the amounts beside it."""
    if metric.unit != "money":
        return metric.unit
    if quantity is not None and quantity.unit:
        return quantity.unit
    return next((entry.unit for entry in ledger if entry.kind == "money" and entry.unit), "")
