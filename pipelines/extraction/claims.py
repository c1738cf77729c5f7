"""Claims: a sentence's counts typed by a metric, with scope, modality and roles."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final

from pipelines.extraction.context import Draft, in_context
from pipelines.extraction.cues import Cue
from pipelines.extraction.ellipsis import told_again
from pipelines.extraction.fit import misfit
from pipelines.extraction.frames import FRAMES, Match
from pipelines.extraction.metrics import Metric, metrics
from pipelines.extraction.modality import modality
from pipelines.extraction.parse import Parse
from pipelines.extraction.rewards import offer, resumed, reward
from pipelines.extraction.roles import roles
from pipelines.extraction.scope import scope
from pipelines.extraction.tolls import toll
from pipelines.extraction.values import Quantity

_ALL_FRAMES: Final = {**FRAMES, "toll": toll, "reward": reward, "offer": offer, "resumed": resumed}

# How often a frame is right when it fires: near-certain where the grammar leaves one reading, lower where
# words are supplied from elsewhere.
CONFIDENCE: Final[Mapping[str, float]] = {
    "passive": 0.97,
    "active": 0.96,
    "participle": 0.97,
    "reduced": 0.93,
    "inverted": 0.85,
    "intransitive": 0.96,
    "state": 0.94,
    "modifier": 0.85,
    "counted": 0.95,
    "noun_of": 0.9,
    "of_them": 0.85,
    "toll": 0.92,
    "toll_before": 0.85,
    "including": 0.93,
    "grade": 0.9,
    "part_of_group": 0.93,
    "among_group": 0.93,
    "gapping": 0.8,
    "compared": 0.8,
    "reward": 0.97,
    "reward_of": 0.9,
    "offer": 0.9,
    "resumed": 0.7,
    "told_again": 0.6,
}
# Frames of a finite verb: where two metrics want one count, these say what became of it in the end.
_FINITE: Final = ("passive", "active", "participle", "intransitive", "part_of_group", "toll")


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
    parse: Parse, ledger: Sequence[Quantity], *, before: Sequence[Draft], lexicon: Path | None
) -> Found:
    """The claims of one sentence. ``before`` are the claims of the sentences before it, the last one first."""
    refused: dict[int, str] = {}
    fitting: list[Match] = []
    for match in _matches(parse, before):
        number = match.phrase.number
        quantity = ledger[number] if number is not None else None
        why = misfit(parse, match, metrics(lexicon)[match.cue.entry.metric], quantity)
        if why is None:
            fitting.append(match)
        elif number is not None:
            refused.setdefault(number, why)
    drafts = [_draft(parse, match, ledger, lexicon) for match in _settled(parse, fitting)]
    return Found(tuple(in_context(parse, drafts, before, lexicon=lexicon)), refused)


def _matches(parse: Parse, before: Sequence[Draft]) -> Iterator[Match]:
    for cue in parse.cues:
        frame = _ALL_FRAMES.get(cue.entry.frame)
        if frame is not None:
            yield from frame(parse, cue)
    if before:
        for phrase in told_again(parse):
            yield Match(phrase, _same_cue(before[0].match.cue), "told_again")


def _same_cue(cue: Cue) -> Cue:
    return Cue(-1, -1, cue.entry, None)


def _settled(parse: Parse, found: Iterable[Match]) -> list[Match]:
    """One match a phrase and metric; several metrics only where the text joins their words ("killed and injured")."""
    by_phrase: dict[int, list[Match]] = {}
    for match in found:
        by_phrase.setdefault(match.phrase.first, []).append(match)
    settled = []
    for _, matches in sorted(by_phrase.items()):
        best = min(matches, key=_rank)
        settled.append(best)
        metrics_seen = {best.cue.entry.metric}
        for match in sorted(matches, key=_rank):
            if match.cue.entry.people or match.cue.entry.metric in metrics_seen:
                continue
            if _joined(parse, best.cue, match.cue):
                settled.append(match)
                metrics_seen.add(match.cue.entry.metric)
    return settled


def _rank(match: Match) -> tuple[bool, bool, bool, int]:
    """Least is best: words of the sentence itself, strong cues, finite verbs, and then the nearest."""
    supplied = match.method == "told_again"
    auxiliaries = match.group is not None and match.group.first < match.cue.first
    finite = auxiliaries or match.method in _FINITE
    return (supplied, match.cue.entry.people, not finite, abs(match.cue.first - match.phrase.last))


def _joined(parse: Parse, one: Cue, other: Cue) -> bool:
    first, second = sorted((one, other), key=lambda cue: cue.first)
    if first.first == second.first:
        return True
    return all(
        parse.tag(place) in ("conj", "comma", "adv", "state", "part")
        for place in range(first.last, second.first)
    )


def _draft(parse: Parse, match: Match, ledger: Sequence[Quantity], lexicon: Path | None) -> Draft:
    metric = metrics(lexicon)[match.cue.entry.metric]
    number = match.phrase.number
    quantity = ledger[number] if number is not None else None
    return Draft(
        metric=metric.name,
        unit=_unit(metric, quantity, ledger),
        match=match,
        quantity=number,
        scope=scope(parse, match, quantity, metric.unit, lexicon=lexicon),
        modality=modality(parse, match, lexicon=lexicon),
        roles=roles(parse, match, metric.unit, lexicon=lexicon),
    )


def _unit(metric: Metric, quantity: Quantity | None, ledger: Sequence[Quantity]) -> str:
    """What the claim is counted in; an amount without a currency has that of the amounts beside it."""
    if metric.unit != "money":
        return metric.unit
    if quantity is not None and quantity.unit:
        return quantity.unit
    return next((entry.unit for entry in ledger if entry.kind == "money" and entry.unit), "")
