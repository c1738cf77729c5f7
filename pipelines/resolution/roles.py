"""Which entities fill the roles of a claim."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import get_args

from pipelines.extraction.values import Claim, Mention, Phrase
from pipelines.resolution.entities import entity_of
from pipelines.resolution.values import ClaimEntity, Role

ROLES: tuple[Role, ...] = get_args(Role)


def link_roles(
    claims: Sequence[Claim], mentions: Sequence[Mention], *, lexicon: Path | None = None
) -> tuple[ClaimEntity, ...]:
    """One row for each mention that lies within the words of a role, for one article.

    ``mentions`` are in the order of the text, as extraction hands them out. The rows follow the claims, the
    roles as in ``ROLES``, and the text.
    """
    starts = [mention.start for mention in mentions]
    return tuple(
        ClaimEntity(
            claim=index,
            role=role,
            entity_id=entity_of(mention.kind, mention.name, lexicon=lexicon).entity_id,
            start=mention.start,
            end=mention.end,
            quote=mention.quote,
        )
        for index, claim in enumerate(claims)
        for role in ROLES
        for mention in _within(_phrase(claim, role), mentions, starts)
    )


def _phrase(claim: Claim, role: Role) -> Phrase | None:
    phrases = {
        "subject": claim.subject,
        "actor": claim.actor,
        "target": claim.target,
        "place": claim.place,
        "attribution": claim.attribution,
    }
    return phrases[role]


def _within(
    phrase: Phrase | None, mentions: Sequence[Mention], starts: Sequence[int]
) -> Iterator[Mention]:
    if phrase is None:
        return
    for mention in mentions[bisect_left(starts, phrase.start) : bisect_left(starts, phrase.end)]:
        if mention.end <= phrase.end:
            yield mention
