"""Claims: a sentence's counts typed by a metric, with scope, modality and roles."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from pipelines.extraction.cues import Cue
from pipelines.extraction.ellipsis import told_again
from pipelines.extraction.fit import misfit
from pipelines.extraction.frames import FRAMES, Match
from pipelines.extraction.metrics import metrics
from pipelines.extraction.modality import modality
from pipelines.extraction.parse import NounPhrase, Parse
from pipelines.extraction.rewards import offer, resumed, reward
from pipelines.extraction.roles import Roles, roles
from pipelines.extraction.scope import scope
from pipelines.extraction.tolls import toll
from pipelines.extraction.values import Modality, Quantity, Scope

_ALL_FRAMES: Final = {**FRAMES, "toll": toll, "reward": reward, "offer": offer, "resumed": resumed}

# How often a frame is right when it fires: near-certain where the grammar leaves one reading, lower where words are supplied.
CONFIDENCE: Final[Mapping[str, float]] = {
    "passive": 0.97,
    "active": 0.96,
    "participle": 0.97,
    "reduced": 0.93,
    "intransitive": 0.96,
    "state": 0.94,
    "modifier": 0.85,
    "counted": 0.95,
    "of_them": 0.9,
    "toll": 0.92,
    "toll_before": 0.85,
    "including": 0.93,
    "of_them_subset": 0.85,
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
# Where two metrics claim one count, the frame that stands first here wins.
_RANK: Final = ("passive", "active", "participle", "intransitive", "state", "toll", "part_of_group")


@dataclass(frozen=True, slots=True)
class Draft:
    """A claim before its place in the ledger is known. ``quantity`` is None for a count without a number."""

    metric: str
    unit: str
    match: Match
    quantity: int | None
    scope: Scope
    modality: Modality
    roles: Roles


@dataclass(frozen=True, slots=True)
class Found:
    """What a sentence yields: drafts of claims, and for counts that a cue could not have the reason."""

    drafts: tuple[Draft, ...]
    refused: Mapping[int, str]


def claims_of(
    parse: Parse, ledger: Sequence[Quantity], *, before: Draft | None, lexicon: Path | None
) -> Found:
    """The claims of one sentence. ``before`` is the last claim of the sentences before it, for what goes on about it."""
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
    drafts = tuple(_draft(parse, match, ledger, lexicon) for match in _settled(parse, fitting))
    return Found(drafts, refused)


def _matches(parse: Parse, before: Draft | None) -> Iterator[Match]:
    for cue in parse.cues:
        frame = _ALL_FRAMES.get(cue.entry.frame)
        if frame is not None:
            yield from frame(parse, cue)
    if before is not None:
        for phrase in told_again(parse):
            yield Match(phrase, _same_cue(before.match.cue), "told_again")


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
            if match.cue.entry.metric not in metrics_seen and _joined(parse, best.cue, match.cue):
                settled.append(match)
                metrics_seen.add(match.cue.entry.metric)
    return settled


def _rank(match: Match) -> tuple[int, bool, int]:
    order = _RANK.index(match.method) if match.method in _RANK else len(_RANK)
    return (match.method == "told_again", order > 4 or match.cue.entry.people, abs(match.cue.first - match.phrase.last))


def _joined(parse: Parse, one: Cue, other: Cue) -> bool:
    first, second = sorted((one, other), key=lambda cue: cue.first)
    if first.first == second.first:
        return True
    return all(parse.tag(place) in ("conj", "comma", "adv", "state", "part") for place in range(first.last, second.first))


def _draft(parse: Parse, match: Match, ledger: Sequence[Quantity], lexicon: Path | None) -> Draft:
    metric = metrics(lexicon)[match.cue.entry.metric]
    number = match.phrase.number
    quantity = ledger[number] if number is not None else None
    unit = (quantity.unit or "") if metric.unit == "money" and quantity is not None else metric.unit
    return Draft(
        metric=metric.name,
        unit=unit,
        match=match,
        quantity=number,
        scope=scope(parse, match, quantity, metric.unit, lexicon=lexicon),
        modality=modality(parse, match, lexicon=lexicon),
        roles=roles(parse, match, metric.unit, lexicon=lexicon),
    )


def phrase_of(draft: Draft) -> NounPhrase:
    """The counted phrase of a draft."""
    return draft.match.phrase


def in_order(drafts: Sequence[Draft]) -> list[Draft]:
    """Drafts of one sentence in the order of the text."""
    return sorted(drafts, key=lambda draft: (draft.match.phrase.first, draft.metric))
