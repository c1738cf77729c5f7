"""The values that extraction hands out. All are frozen; offsets are code points into the article's text.

Every value that carries a ``quote`` is grounded: ``text[start:end] == quote``.
"""

from dataclasses import dataclass
from datetime import date
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
# How a text says that a figure came to be what it is; ``previous`` is what it was before.
Change = Literal[
    "rose_to",
    "fell_to",
    "raised_to",
    "lowered_to",
    "revised_to",
    "doubled_to",
    "tripled_to",
    "quadrupled_to",
    "halved_to",
    "reached",
    "previous",
]
MentionKind = Literal["person", "organisation", "place"]
NameLink = Literal[
    "full_name",
    "alias",
    "surname",
    "initials",
    "short_name",
    "acronym",
    "demonym",
    "metonym",
    "ambiguous",
]
SourceKind = Literal[
    "outlet", "official", "party", "ngo", "witness", "anonymous", "document", "person"
]
Relation = Literal["said", "told", "citing", "reported_by"]
PeriodPrecision = Literal["day", "weekend", "week", "month", "quarter", "year", "decade", "range"]
PeriodBasis = Literal["explicit", "published", "relative", "dateline", "inferred"]


@dataclass(frozen=True, slots=True)
class Phrase:
    """Words of the text that fill a role, with their place in it."""

    quote: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Link:
    """One link in the chain by which a claim came into the text; the first is whoever gave his word for it.

    ``relation`` is ``said`` for the first link; a further one was ``told`` it, came with it ``citing`` the link
    before, or the claim is ``reported_by`` it. ``kind`` and ``n_sources`` (how many the words stand for) are
    None where the words do not tell.
    """

    words: Phrase
    kind: SourceKind | None
    relation: Relation
    n_sources: int | None


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence; ``is_quote`` when all of it stands inside quotation marks."""

    start: int
    end: int
    is_quote: bool


@dataclass(frozen=True, slots=True)
class Quantity:
    """One number expression: the ledger's entry, whatever the number turns out to be.

    ``value`` is the number as written (None for ranges and vague words), ``written_low`` and ``written_high`` are
    its ends (equal but for a range; for a ``vague_word`` both are what it counts in: 12 in "several dozen").
    ``low`` and ``high`` are inclusive bounds, None where open, as a profile makes them of these when all else is
    done: no rule of extraction may go by them. ``hedge_rule`` names the row of the profile that decides. ``unit``
    is ``person``, ``event``, an ISO 4217 code, a unit of measure, or None. ``noun`` is the noun counted. ``outcome``
    says what became of it and ``reason`` why, in words that a user understands.
    """

    sentence: int
    start: int
    end: int
    quote: str
    value: Decimal | None
    written_low: Decimal | None
    written_high: Decimal | None
    vague_word: str | None
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

    ``part_of`` indexes the claims of the same extraction (the total that a subset is a part of), and so
    do ``denies`` (the claim that a denial denies) and ``previous`` (the old number of a figure that moved as
    ``change`` says; None where no change is said).
    ``links`` is the chain of sources that the claim came by, empty where the narrator speaks; ``attribution``,
    ``attribution_kind`` and ``n_sources`` are those of its first.
    ``method`` names the frame that typed it; ``confidence`` is in (0, 1]. ``cue`` names the entry of the
    lexicon that did, as metric/frame/words; its words stand at ``cue_start`` to ``cue_end``, which are
    None where the claim goes on from words that were said before it.
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
    denies: int | None
    change: Change | None
    previous: int | None
    subject: Phrase | None
    actor: Phrase | None
    target: Phrase | None
    place: Phrase | None
    attribution: Phrase | None
    attribution_kind: SourceKind | Literal["narrator"] | None
    n_sources: int | None
    links: tuple[Link, ...]
    period: Phrase | None
    period_start: date | None
    period_end: date | None
    period_precision: PeriodPrecision | None
    period_basis: PeriodBasis | None
    period_reason: str | None
    cue: str
    cue_start: int | None
    cue_end: int | None
    method: str
    confidence: float


@dataclass(frozen=True, slots=True)
class Mention:
    """A name in the text. ``name`` is the full name that it stands for in this article ("Maduro" -> "Nicolás Maduro").

    ``link`` is the way in which it stands for it. What is ``ambiguous`` stands for one of ``could_be``, which
    holds full names; its ``name`` is None. ``rule`` says how it was found: ``lexicon``, ``territory``,
    ``full_name``, ``organisation``, ``acronym``, ``short_form``, and for places that only the place of a claim tells,
    the surest first, ``contained``, ``gazetteer``, ``framed``.
    """

    sentence: int
    start: int
    end: int
    quote: str
    kind: MentionKind
    name: str | None
    link: NameLink
    could_be: tuple[str, ...]
    rule: str


@dataclass(frozen=True, slots=True)
class Extraction:
    """All that one text yields, each tuple in the order of the text."""

    sentences: tuple[Sentence, ...]
    quantities: tuple[Quantity, ...]
    claims: tuple[Claim, ...]
    mentions: tuple[Mention, ...]
