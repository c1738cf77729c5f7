"""Ties between the claims of a text: a part to its total, a new number to the old one."""

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from pipelines.extraction.values import Claim

# How many sentences back a total may have been told.
_FARTHEST = 10
_FACTORS = {
    "doubled_to": Decimal(2),
    "tripled_to": Decimal(3),
    "quadrupled_to": Decimal(4),
    "halved_to": Decimal("0.5"),
}
_TWO = Decimal(2)
_TAKEN = ("abductions", "missing")
# Frames in which a bare number may tell what became of those taken.
_OF_FATES = ("passive", "intransitive", "state")
_OR_MORE = ("at_least", "more_than", "about", "nearly", "vague", "range")


def tied(claims: Sequence[Claim]) -> tuple[Claim, ...]:
    """The claims with ``part_of`` where the grammar left it open, and with ``previous``."""
    changed = [_multiplied(claims, claim) for claim in claims]
    return tuple(
        replace(
            claim,
            part_of=_total(claims, claim) if claim.part_of is None else claim.part_of,
            previous=_old(changed, claim),
        )
        for claim in changed
    )


def _multiplied(claims: Sequence[Claim], old: Claim) -> Claim:
    """The claim, as the old number where another of its sentence is twice as much and says so."""
    if old.change is not None or old.value is None:
        return old
    for new in claims:
        factor = _FACTORS.get(new.change or "")
        if factor and _is_same(new, old) and new.value == old.value * factor:
            return replace(old, change="previous")
    return old


def _total(claims: Sequence[Claim], part: Claim) -> int | None:
    """The nearest total of a part, its own sentence first; behind the part only there."""
    if part.scope != "subset" or part.hedge == "zero":
        return None
    found = [
        (
            part.sentence - whole.sentence,
            whole.start > part.start,
            abs(part.start - whole.start),
            number,
        )
        for number, whole in enumerate(claims)
        if 0 <= part.sentence - whole.sentence <= _FARTHEST and _may_hold(whole, part)
    ]
    nearest = min(found)[-1] if found else None
    if nearest is None or _is_of_taken(claims, claims[nearest], part):
        return None
    return nearest


def _is_of_taken(claims: Sequence[Claim], whole: Claim, part: Claim) -> bool:
    """Whether a part is of people told to be taken after the seeming total: "60 were abducted; two died"."""
    return part.method in _OF_FATES and any(
        whole.start < other.start < part.start
        for other in claims
        if other.metric in _TAKEN and other.metric != part.metric and other.scope != "subset"
    )


def _may_hold(whole: Claim, part: Claim) -> bool:
    """Whether a claim can be the total of another: it counts the same, is no part itself and no smaller."""
    if whole is part or whole.metric != part.metric or whole.scope == "subset":
        return False
    if whole.value is not None and whole.value < _TWO:
        return False
    if whole.value is None or part.value is None or whole.hedge in _OR_MORE:
        return whole.hedge != "zero"
    return whole.value >= part.value


def _old(claims: Sequence[Claim], new: Claim) -> int | None:
    """The old number of a figure that moved: the nearest one told in the same sentence."""
    if new.change in (None, "previous"):
        return None
    found = [
        (abs(new.start - old.start), number)
        for number, old in enumerate(claims)
        if old.change == "previous" and _is_same(new, old)
    ]
    return min(found)[1] if found else None


def _is_same(new: Claim, old: Claim) -> bool:
    """Whether two claims of a sentence count the same."""
    return (old.metric, old.unit, old.sentence) == (new.metric, new.unit, new.sentence)
