"""Claims in the making: what a sentence says of one count, and the others told around it."""

from collections.abc import Sequence
from dataclasses import dataclass

from pipelines.extraction.frames.frames import Match
from pipelines.extraction.roles.roles import Roles
from pipelines.extraction.syntax.parse import Parse
from pipelines.extraction.values import Change, Modality, Quantity, Scope


@dataclass(frozen=True, slots=True)
class Draft:
    """A claim before its place in the text is known.

    ``quantity`` and ``entry``, its place in the sentence's ledger and what stands there, are None for a count
    without a number. ``scope`` is None as long as nothing was said of it.
    """

    metric: str
    unit: str
    match: Match
    quantity: int | None
    entry: Quantity | None
    scope: Scope | None
    modality: Modality
    change: Change | None
    roles: Roles


@dataclass(frozen=True, slots=True)
class Around:
    """What is told around a draft: the ``drafts`` of its sentence, those ``done`` and ``before`` (the last first)."""

    parse: Parse
    drafts: Sequence[Draft]
    done: Sequence[Draft]
    before: Sequence[Draft]

    def earlier(self) -> tuple[Draft, ...]:
        """The drafts told before, the last one first."""
        return (*reversed(self.done), *self.before)
