"""From drafts to claims, and the ledger's last word on what became of every number."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from pipelines.extraction.claims.claims import CONFIDENCE
from pipelines.extraction.claims.context import Draft
from pipelines.extraction.numbers.bounds import Profile
from pipelines.extraction.numbers.quantities import singular
from pipelines.extraction.syntax.noun_phrases import NounPhrase
from pipelines.extraction.syntax.parse import Parse
from pipelines.extraction.values import Claim, Extraction, Mention, Quantity, Sentence

_ZERO = Decimal(0)
_TWO = Decimal(2)


@dataclass(frozen=True, slots=True)
class Placed:
    """A draft with its entry of the ledger and its place in the text; ``total`` is where its total begins."""

    draft: Draft
    quantity: Quantity
    start: int
    end: int
    total: int | None


def place(parse: Parse, draft: Draft, entries: Sequence[Quantity], profile: Profile) -> Placed:
    """Place a draft: its quote runs from hedge and number to the noun beside them, and money needs no noun."""
    phrase, total = draft.match.phrase, draft.match.total
    number = draft.quantity
    quantity = _implied(parse, phrase, profile) if number is None else entries[number]
    another = parse.word(phrase.first) == "another"
    start = min(quantity.start, parse.tokens[phrase.first].start) if another else quantity.start
    end = (
        quantity.end
        if quantity.kind == "money"
        else max(quantity.end, parse.tokens[phrase.last - 1].end)
    )
    return Placed(draft, quantity, start, end, _start_of(parse, total, entries) if total else None)


def extraction(
    text: str,
    found: tuple[Sentence, ...],
    ledger: Sequence[Quantity],
    placed: Sequence[Placed],
    mentions: tuple[Mention, ...],
) -> Extraction:
    """Everything in the order of the text, with what became of each entry of the ledger."""
    entries = {entry.start: entry for entry in (*ledger, *(item.quantity for item in placed))}
    index = {start: number for number, start in enumerate(sorted(entries))}
    claims = _claims(text, placed, index)
    metrics: dict[int, list[str]] = {}
    for claim in claims:
        metrics.setdefault(claim.quantity, []).append(claim.metric)
    quantities = tuple(
        _settled(entries[start], metrics.get(number, [])) for start, number in index.items()
    )
    return Extraction(sentences=found, quantities=quantities, claims=claims, mentions=mentions)


def _implied(parse: Parse, phrase: NounPhrase, profile: Profile) -> Quantity:
    """The ledger's entry for "a soldier" (one) or "no soldier" (none)."""
    head = phrase.head if phrase.head is not None else phrase.last - 1
    one = singular(
        parse.text, parse.tokens, phrase.first, head, sentence=parse.sentence, profile=profile
    )
    if phrase.count == "both":
        return replace(one, value=_TWO, low=_TWO, high=_TWO)
    if phrase.count != "none":
        return one
    return replace(one, value=_ZERO, low=_ZERO, high=_ZERO, hedge="zero", hedge_rule="none")


def _start_of(parse: Parse, phrase: NounPhrase, entries: Sequence[Quantity]) -> int:
    if phrase.number is not None:
        return entries[phrase.number].start
    return parse.tokens[phrase.first].start


def _settled(entry: Quantity, metrics: Sequence[str]) -> Quantity:
    if not metrics:
        return entry
    return replace(entry, outcome="claim", reason=f"a claim of {' and '.join(metrics)}")


def _claims(text: str, placed: Sequence[Placed], index: dict[int, int]) -> tuple[Claim, ...]:
    totals = {
        (item.draft.metric, item.quantity.start): number for number, item in enumerate(placed)
    }
    return tuple(
        _claim(text, item, index[item.quantity.start], _total(item, totals)) for item in placed
    )


def _total(item: Placed, totals: dict[tuple[str, int], int]) -> int | None:
    return None if item.total is None else totals.get((item.draft.metric, item.total))


def _claim(text: str, item: Placed, quantity: int, part_of: int | None) -> Claim:
    entry, draft = item.quantity, item.draft
    return Claim(
        quantity=quantity,
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
        scope=draft.scope,
        modality=draft.modality,
        part_of=part_of,
        subject=draft.roles.subject,
        actor=draft.roles.actor,
        target=draft.roles.target,
        place=draft.roles.place,
        attribution=draft.roles.attribution,
        method=draft.match.method,
        confidence=CONFIDENCE[draft.match.method],
    )
