"""Which claim of the article a denial denies."""

from collections.abc import Sequence
from dataclasses import replace

from pipelines.extraction.values import Claim


def with_denials(claims: Sequence[Claim]) -> tuple[Claim, ...]:
    """The claims, each denied one with the index of the claim that it denies, where the article holds it."""
    return tuple(
        replace(claim, denies=_denied(claims, number)) if claim.modality == "denied" else claim
        for number, claim in enumerate(claims)
    )


def _denied(claims: Sequence[Claim], denial: int) -> int | None:
    """The claim of somebody else that tells the number denied: the last before the denial, else the first after it."""
    earlier, later = range(denial - 1, -1, -1), range(denial + 1, len(claims))
    return next(
        (other for other in (*earlier, *later) if _is_of(claims[denial], claims[other])), None
    )


def _is_of(denial: Claim, other: Claim) -> bool:
    """Whether a claim tells the number that is denied; a vague number is the same in the same words."""
    if other.metric != denial.metric or other.modality == "denied":
        return False
    if denial.links and other.links and denial.links[0].words == other.links[0].words:
        return False
    if denial.value is None or other.value is None:
        return denial.quote.lower() == other.quote.lower()
    return denial.value == other.value and denial.value > 0
