"""The values that extraction hands out. All are frozen; offsets are code points into the article's text.

Every value that carries a ``quote`` is grounded: ``text[start:end] == quote``.
"""

from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

Hedge = Literal[
    "exact",
    "about",
    "at_least",
    "more_than",
    "less_than",
    "up_to",
    "nearly",
    "range",
    "vague",
    "zero",
]
QuantityKind = Literal[
    "count",
    "money",
    "percent",
    "duration",
    "age",
    "date",
    "time",
    "ordinal",
    "distance",
    "measure",
    "ratio",
    "score",
    "identifier",
    "other",
]
Outcome = Literal["claim", "not_a_figure", "unsupported"]
Scope = Literal["incident", "cumulative", "subset", "each"]
Modality = Literal["asserted", "alleged", "feared", "denied", "requested", "planned"]
MentionKind = Literal["person", "organisation", "place"]


@dataclass(frozen=True, slots=True)
class Phrase:
    """Words of the text that fill a role, with their place in it."""

    quote: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence; ``is_quote`` when all of it stands inside quotation marks."""

    start: int
    end: int
    is_quote: bool


@dataclass(frozen=True, slots=True)
class Quantity:
    """One number expression: the ledger's entry, whatever the number turns out to be.

    ``value`` is the number as written (None for ranges and vague words); ``low`` and ``high`` are inclusive
    bounds, None where open. ``hedge_rule`` names the row of the bounds table that decided. ``unit`` is
    ``person``, ``event``, an ISO 4217 code, a unit of measure, or None. ``noun`` is the noun counted.
    ``outcome`` says what became of it and ``reason`` why, in words that a user understands.
    """

    sentence: int
    start: int
    end: int
    quote: str
    value: Decimal | None
    low: Decimal | None
    high: Decimal | None
    hedge: Hedge
    hedge_rule: str
    unit: str | None
    kind: QuantityKind
    noun: str | None
    outcome: Outcome
    reason: str


@dataclass(frozen=True, slots=True)
class Claim:
    """What one passage says: a quantity typed by a metric, with its roles. ``quantity`` indexes the ledger.

    ``part_of`` indexes the claims of the same extraction (the total that a subset is a part of).
    ``method`` names the frame that typed it; ``confidence`` is in (0, 1].
    """

    quantity: int
    sentence: int
    start: int
    end: int
    quote: str
    metric: str
    value: Decimal | None
    low: Decimal | None
    high: Decimal | None
    hedge: Hedge
    hedge_rule: str
    unit: str
    scope: Scope
    modality: Modality
    part_of: int | None
    subject: Phrase | None
    actor: Phrase | None
    target: Phrase | None
    place: Phrase | None
    attribution: Phrase | None
    method: str
    confidence: float


@dataclass(frozen=True, slots=True)
class Mention:
    """A name in the text. ``name`` is the full name that it stands for in this article ("Maduro" -> "Nicolás Maduro").

    ``rule`` says how it was found: ``lexicon``, ``territory``, ``full_name``, ``surname``.
    """

    sentence: int
    start: int
    end: int
    quote: str
    kind: MentionKind
    name: str
    rule: str


@dataclass(frozen=True, slots=True)
class Extraction:
    """All that one text yields, each tuple in the order of the text."""

    sentences: tuple[Sentence, ...]
    quantities: tuple[Quantity, ...]
    claims: tuple[Claim, ...]
    mentions: tuple[Mention, ...]
