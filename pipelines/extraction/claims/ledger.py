"""From drafts to claims, and the ledger's last word on what became of every number."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from pathlib import Path

from pipelines.extraction.claims.citations import citation
from pipelines.extraction.claims.denials import with_denials
from pipelines.extraction.claims.drafts import Draft
from pipelines.extraction.claims.methods import methods
from pipelines.extraction.claims.periods import Dating
from pipelines.extraction.claims.scenes import Scene
from pipelines.extraction.claims.ties import tied
from pipelines.extraction.metrics.cues import Cue
from pipelines.extraction.numbers.bounds import Profile, bounded
from pipelines.extraction.numbers.quantities import singular
from pipelines.extraction.syntax.noun_phrases import NounPhrase
from pipelines.extraction.syntax.parse import Parse
from pipelines.extraction.values import Claim, Extraction, Link, Mention, Quantity, Sentence

_ZERO = Decimal(0)
_TWO = Decimal(2)


@dataclass(frozen=True, slots=True)
class Placed:
    """A draft with its entry of the ledger and its place in the text.

    ``total`` is where its total begins; ``cue`` where its cue's words stand, None where they were said before.
    """

    draft: Draft
    quantity: Quantity
    start: int
    end: int
    total: int | None
    cue: tuple[int, int] | None
    links: tuple[Link, ...]
    dating: Dating
    scene: Scene


def place(
    parse: Parse,
    draft: Draft,
    entries: Sequence[Quantity],
    links: tuple[Link, ...],
    dating: Dating,
    scene: Scene,
) -> Placed:
    """Place a draft: its quote runs from hedge and number to the noun beside them, and money needs no noun."""
    phrase, total = draft.match.phrase, draft.match.total
    number = draft.quantity
    quantity = _implied(parse, phrase) if number is None else entries[number]
    another = parse.word(phrase.first) == "another"
    start = min(quantity.start, parse.tokens[phrase.first].start) if another else quantity.start
    end = (
        quantity.end
        if quantity.kind == "money"
        else max(quantity.end, parse.tokens[phrase.last - 1].end)
    )
    return Placed(
        draft,
        quantity,
        start,
        end,
        total=_start_of(parse, total, entries) if total else None,
        cue=_place_of_cue(parse, draft.match.cue),
        links=links,
        dating=dating,
        scene=scene,
    )


def extraction(
    text: str,
    found: tuple[Sentence, ...],
    ledger: Sequence[Quantity],
    placed: Sequence[Placed],
    mentions: tuple[Mention, ...],
    *,
    lexicon: Path | None,
    profile: Profile | None,
) -> Extraction:
    """Everything in the order of the text, with what became of each entry of the ledger, and with its bounds.

    Without a profile all bounds stay open.
    """
    entries = {entry.start: entry for entry in (*ledger, *(item.quantity for item in placed))}
    if profile:
        entries = {start: bounded(entry, profile) for start, entry in entries.items()}
    index = {start: number for number, start in enumerate(sorted(entries))}
    claims = with_denials(tied(_claims(text, placed, entries, index, lexicon)))
    metrics: dict[int, list[str]] = {}
    for claim in claims:
        metrics.setdefault(claim.quantity, []).append(claim.metric)
    quantities = tuple(
        _settled(entries[start], metrics.get(number, [])) for start, number in index.items()
    )
    return Extraction(sentences=found, quantities=quantities, claims=claims, mentions=mentions)


def _implied(parse: Parse, phrase: NounPhrase) -> Quantity:
    """The ledger's entry for "a soldier" (one) or "no soldier" (none)."""
    head = phrase.head if phrase.head is not None else phrase.last - 1
    one = singular(parse.text, parse.tokens, phrase.first, head, sentence=parse.sentence)
    if phrase.count == "both":
        return _counting(one, _TWO)
    if phrase.count != "none":
        return one
    return replace(_counting(one, _ZERO), hedge="zero", hedge_rule="none")


def _counting(entry: Quantity, number: Decimal) -> Quantity:
    return replace(entry, value=number, written_low=number, written_high=number)


def _place_of_cue(parse: Parse, cue: Cue) -> tuple[int, int] | None:
    if cue.first < 0:
        return None
    return parse.tokens[cue.first].start, parse.tokens[cue.last - 1].end


def _start_of(parse: Parse, phrase: NounPhrase, entries: Sequence[Quantity]) -> int:
    if phrase.number is not None:
        return entries[phrase.number].start
    return parse.tokens[phrase.first].start


def _settled(entry: Quantity, metrics: Sequence[str]) -> Quantity:
    if not metrics:
        return entry
    return replace(entry, outcome="claim", reason=f"a claim of {' and '.join(metrics)}")


def _claims(
    text: str,
    placed: Sequence[Placed],
    entries: dict[int, Quantity],
    index: dict[int, int],
    lexicon: Path | None,
) -> tuple[Claim, ...]:
    totals = {
        (item.draft.metric, item.quantity.start): number for number, item in enumerate(placed)
    }
    return tuple(
        _claim(text, item, entries[start], index[start], _total(item, totals), lexicon)
        for item in placed
        for start in (item.quantity.start,)
    )


def _total(item: Placed, totals: dict[tuple[str, int], int]) -> int | None:
    return None if item.total is None else totals.get((item.draft.metric, item.total))


def _claim(
    text: str,
    item: Placed,
    entry: Quantity,
    number: int,
    part_of: int | None,
    lexicon: Path | None,
) -> Claim:
    draft = item.draft
    cue_start, cue_end = item.cue or (None, None)
    window = item.dating.window
    return Claim(
        quantity=number,
        sentence=entry.sentence,
        start=item.start,
        end=item.end,
        quote=text[item.start : item.end],
        metric=draft.metric,
        value=entry.value,
        low=entry.low,
        high=entry.high,
        hedge=entry.hedge,
        hedge_rule=entry.hedge_rule,
        unit=draft.unit,
        scope=draft.scope or "incident",
        modality=draft.modality,
        part_of=part_of,
        change=draft.change,
        previous=None,
        denies=None,
        subject=draft.roles.subject,
        actor=draft.roles.actor,
        target=draft.roles.target,
        place=item.scene.place,
        attribution=item.links[0].words if item.links else None,
        attribution_kind=item.links[0].kind if item.links else "narrator",
        n_sources=item.links[0].n_sources if item.links else None,
        links=item.links,
        period=window.words if window else None,
        period_start=window.start if window else None,
        period_end=window.end if window else None,
        period_precision=window.precision if window else None,
        period_basis=window.basis if window else None,
        period_reason=window.reason if window else None,
        cue=citation(draft.match.cue.entry),
        cue_start=cue_start,
        cue_end=cue_end,
        method=draft.match.method,
        confidence=methods(lexicon)[draft.match.method].confidence,
    )
