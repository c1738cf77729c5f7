"""Those who act without a name ("rebels"), where the article names one party and no other."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from pipelines.extraction.claims.ledger import Placed
from pipelines.extraction.claims.sides import is_force, is_named, is_state
from pipelines.extraction.roles.act_words import ActWords
from pipelines.extraction.values import Phrase


def with_actor(item: Placed, actor: Phrase | None) -> Placed:
    """A claim with another actor."""
    if actor == item.draft.roles.actor:
        return item
    roles = replace(item.draft.roles, actor=actor)
    return replace(item, draft=replace(item.draft, roles=roles))


def with_one_name(
    items: Sequence[Placed], agents: Sequence[Phrase], text: str, words: ActWords
) -> Iterator[Placed]:
    """The claims of "rebels" with the name of the rebels, if among all who act one has such a name."""
    unnamed = any(_is_member(item, words) for item in items)
    name = _one_name(agents, text, words) if unnamed else None
    for item in items:
        yield with_actor(item, name) if name is not None and _is_member(item, words) else item


def _is_member(item: Placed, words: ActWords) -> bool:
    actor = item.draft.roles.actor
    first = "" if actor is None else actor.quote.lower().split(" ")[0]
    return first in words.who.members


def _one_name(agents: Sequence[Phrase], text: str, words: ActWords) -> Phrase | None:
    """The name of an armed group, as it is told first, if the article names no other."""
    told = {agent.quote: agent for agent in reversed(agents)}
    named = {
        agent.quote.split()[-1]: agent
        for agent in told.values()
        if is_named(agent, text, words) and not (is_force(agent, words) or is_state(agent, words))
    }
    return next(iter(named.values())) if len(named) == 1 else None
