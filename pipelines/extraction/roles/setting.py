"""A place that a sentence tells of, and what speaks for it."""

from dataclasses import dataclass
from typing import Final

# How little speaks for a place, in words of distance: it is told by those who live there, it is the subject of what it
# has seen, it was struck, it is part of what befell it, it belongs to somebody who only speaks.
LOCAL: Final = 13
SUBJECT: Final = 12
TARGET: Final = 1
BEFELL: Final = 6
SOURCE: Final = 60


@dataclass(frozen=True, slots=True)
class Setting:
    """A place over the tokens ``first`` to ``last``; ``lead`` is the token of what leads to it.

    ``weight`` says how little speaks for it, in words of distance. ``is_local`` where people are told by it.
    """

    lead: int
    first: int
    last: int
    named: bool
    weight: int
    is_local: bool = False
