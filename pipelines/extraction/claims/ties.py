"""Ties between the claims of a text: a part to its total, a new number to the old one."""

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from pipelines.extraction.values import Claim

Numbered = tuple[int, Claim]

# How many sentences back a total may have been told, and how many claims away.
_FARTHEST = 10
_MOST = 60
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
    changed = [_multiplied(_near(claims, number), claim) for number, claim in enumerate(claims)]
    return tuple(_tied(_near(changed, number), claim) for number, claim in enumerate(changed))


def _near(claims: Sequence[Claim], number: int) -> Sequence[Numbered]:
    """The claims around one, with their numbers: no more of them, so that time grows with length alone."""
    first = max(number - _MOST, 0)
    return list(enumerate(claims[first : number + _MOST], start=first))


def _tied(claims: Sequence[Numbered], claim: Claim) -> Claim:
    total = _total(claims, claim) if claim.part_of is None else claim.part_of
    old = _old(claims, claim)
    if (total, old) == (claim.part_of, claim.previous):
        return claim
    return replace(claim, part_of=total, previous=old)


def _multiplied(claims: Sequence[Numbered], old: Claim) -> Claim:
    """The claim, as the old number where another of its sentence is twice as much and says so."""
    if old.change is not None or old.value is None:
        return old
    for _, new in claims:
        factor = _FACTORS.get(new.change or "")
        if factor and _is_same(new, old) and new.value == old.value * factor:
            return replace(old, change="previous")
    return old


def _total(claims: Sequence[Numbered], part: Claim) -> int | None:
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
        for number, whole in claims
        if 0 <= part.sentence - whole.sentence <= _FARTHEST and _may_hold(whole, part)
    ]
    nearest = min(found)[-1] if found else None
    if nearest is None or _is_of_taken(claims, dict(claims)[nearest], part):
        return None
    return nearest


def _is_of_taken(claims: Sequence[Numbered], whole: Claim, part: Claim) -> bool:
    """Whether a part is of people told to be taken after the seeming total: "60 were abducted; two died"."""
    return part.method in _OF_FATES and any(
        whole.start < other.start < part.start
        for _, other in claims
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


def _old(claims: Sequence[Numbered], new: Claim) -> int | None:
    """The old number of a figure that moved: the nearest one told in the same sentence."""
    if new.change in (None, "previous"):
        return None
    found = [
        (abs(new.start - old.start), number)
        for number, old in claims
        if old.change == "previous" and _is_same(new, old)
    ]
    return min(found)[1] if found else None


def _is_same(new: Claim, old: Claim) -> bool:
    """Whether two claims of a sentence count the same."""
    return (old.metric, old.unit, old.sentence) == (new.metric, new.unit, new.sentence)
