"""The ledger: every number expression of a text, with its bounds, hedge and kind.

How to use it::

    profile = load_profile("guide")
    ledger = quantities(text, sentences(text), profile=profile)

Callers that have the tokens of a sentence already use ``sentence_quantities``. A bare "a" or "an" is not in
the ledger; where "a soldier was killed" is a claim, append ``singular(...)`` to it. ``noun_phrase`` gives the
words from a quantity to the noun that it counts.
"""

from collections.abc import Iterator, Sequence
from decimal import Decimal

from pipelines.extraction import dates, forms, money, numbers
from pipelines.extraction.amounts import Amount, amount_at
from pipelines.extraction.bounds import Bounds, Profile
from pipelines.extraction.forms import Form, form_at, name_at
from pipelines.extraction.hedges import hedge_after, hedge_before
from pipelines.extraction.nouns import head_after
from pipelines.extraction.tokens import HYPHENS, Token, lower_at, tokenize
from pipelines.extraction.values import Outcome, Phrase, Quantity, QuantityKind, Sentence

#: Kinds that are measured and not counted: "more than $5" may be $5.01.
_MEASURED = frozenset(("money", "percent", "duration", "distance", "measure", "age"))
_SIGNS = frozenset(("no", "without", "not", "n't", "never", "minus", "-", "\u2212"))
_FIRST_WORDS = numbers.FIRST_WORDS | forms.FIRST_WORDS | money.FIRST_WORDS | dates.MONTHS | _SIGNS

_REASONS: dict[QuantityKind, str] = {
    "money": "an amount of money that no metric counts",
    "percent": "a percentage",
    "duration": "a duration",
    "age": "an age",
    "date": "a date",
    "time": "a time of day",
    "ordinal": "an ordinal",
    "distance": "a distance",
    "measure": "a measure",
    "ratio": "a ratio",
    "score": "a score or a vote",
    "identifier": "part of a name",
    "other": "a number expression of no kind that is known",
}
_ONE = Decimal(1)


def quantities(text: str, sentences: Sequence[Sentence], *, profile: Profile) -> tuple[Quantity, ...]:
    """Every number expression of ``text`` in order; spans are grounded and never overlap.

    The outcome is provisional: ``not_a_figure`` with a reason by kind, or ``unsupported``, where value and
    bounds are None. Whoever types claims has the last word.
    """
    return tuple(
        quantity
        for number, sentence in enumerate(sentences)
        for quantity in sentence_quantities(
            text, tokenize(text, sentence.start, sentence.end), number, profile=profile
        )
    )


def sentence_quantities(
    text: str, tokens: Sequence[Token], sentence: int, *, profile: Profile
) -> Iterator[Quantity]:
    """The number expressions among the tokens of one sentence."""
    floor = at = 0
    while at < len(tokens):
        found = _found_at(text, tokens, at)
        if found is None:
            at += 1
            continue
        quantity, at = _quantity(text, tokens, found, floor, sentence, profile)
        floor = at
        yield quantity


def singular(
    text: str, tokens: Sequence[Token], first: int, head: int, *, sentence: int, profile: Profile
) -> Quantity:
    """The ledger's entry for one: the article or "another" at ``tokens[first]``, the noun at ``tokens[head]``.

    The quote is that word alone ("a" of "a soldier was killed"), so it overlaps no other entry, not even the
    age in "a 32-year-old suspect". "a single" is quoted whole.
    """
    last = first + (lower_at(tokens, first) == "a" and lower_at(tokens, first + 1) == "single")
    start, end = tokens[first].start, tokens[last].end
    low, high = profile.bounds("exact", _ONE, _ONE, measured=False)
    return Quantity(
        sentence=sentence,
        start=start,
        end=end,
        quote=text[start:end],
        value=_ONE,
        low=low,
        high=high,
        hedge="exact",
        hedge_rule="exact",
        unit=None,
        kind="count",
        noun=tokens[head].text,
        outcome="not_a_figure",
        reason=_reason("count", tokens[head].text),
    )


def noun_phrase(text: str, tokens: Sequence[Token], quantity: Quantity) -> Phrase | None:
    """The words from the quantity to the noun that it counts ("three Israeli soldiers"); None without a noun.

    ``tokens`` are those of the quantity's sentence.
    """
    if quantity.noun is None:
        return None
    last = next(at for at, token in enumerate(tokens) if token.start >= quantity.end)
    head = head_after(tokens, last, plural=quantity.value != 1)
    if head is None:
        return None
    end = tokens[head].end
    return Phrase(text[quantity.start : end], quantity.start, end)


def _found_at(text: str, tokens: Sequence[Token], at: int) -> Amount | Form | None:
    token = tokens[at]
    if token.lower in _FIRST_WORDS or token.text[0].isdecimal():
        return form_at(text, tokens, at) or amount_at(text, tokens, at)
    if not token.lower.isalpha() or lower_at(tokens, at + 1) in HYPHENS:
        return name_at(tokens, at)
    return None


def _quantity(
    text: str, tokens: Sequence[Token], found: Amount | Form, floor: int, sentence: int, profile: Profile
) -> tuple[Quantity, int]:
    """The ledger's entry for what was found, and the token after it."""
    first, last, row = _hedged(tokens, found, floor)
    value, doubt = _value(found)
    low, high = (None, None) if doubt else _bounds(found, row, profile)
    noun = _noun(tokens, found)
    start, end = tokens[first].start, tokens[last - 1].end
    outcome: Outcome = "unsupported" if doubt else "not_a_figure"
    quantity = Quantity(
        sentence=sentence,
        start=start,
        end=end,
        quote=text[start:end],
        value=None if doubt else value,
        low=low,
        high=high,
        hedge=profile.hedge(row),
        hedge_rule=row,
        unit=found.unit if isinstance(found, Amount) else None,
        kind=found.kind,
        noun=noun,
        outcome=outcome,
        reason=doubt or _reason(found.kind, noun),
    )
    return quantity, last


def _hedged(tokens: Sequence[Token], found: Amount | Form, floor: int) -> tuple[int, int, str]:
    """Where the expression begins and ends with its hedge, and the row of the bounds table."""
    first, last = found.first, found.last
    if isinstance(found, Form) or found.vague == "none":
        return first, last, "exact" if isinstance(found, Form) else "none"
    is_range = found.low is not None and found.low != found.high
    if is_range and first > floor and lower_at(tokens, first - 1) == "between":
        return first - 1, last, "range"
    row = found.vague or ("range" if is_range else "none" if found.low == 0 and found.kind == "count" else "exact")
    if before := hedge_before(tokens, first, floor, duration=found.kind == "duration"):
        first = before[0]
        if is_range and first > floor and lower_at(tokens, first - 1) == "between":
            first -= 1
    after = hedge_after(tokens, last) if before is None else None
    if after:
        last = after[0]
    hedge = (before or after or (0, row))[1]
    has_width = is_range or found.vague is not None
    return first, last, row if has_width and hedge in ("about", "nearly") else hedge


def _value(found: Amount | Form) -> tuple[Decimal | None, str]:
    """The number as written, None for a range or a vague word; and why it cannot be represented, if so."""
    if isinstance(found, Form):
        return found.value, ""
    if found.doubt:
        return None, found.doubt
    for end in (found.low, found.high):
        if end is not None and (abs(end) >= Decimal(10) ** 22 or end != round(end, 2)):
            return None, "more than 22 digits before the decimal point or 2 after it"
    return (found.low if found.low == found.high else None), ""


def _bounds(found: Amount | Form, row: str, profile: Profile) -> Bounds:
    if isinstance(found, Form):
        return found.value, found.value
    if found.low is None or found.high is None:
        return profile.vague_bounds(found.vague or "unknown", found.scale, row)
    return profile.bounds(row, found.low, found.high, measured=found.kind in _MEASURED)


def _noun(tokens: Sequence[Token], found: Amount | Form) -> str | None:
    if found.kind != "count" or isinstance(found, Form):
        return None
    head = head_after(tokens, found.last, plural=not found.low == found.high == 1)
    return tokens[head].text if head is not None else None


def _reason(kind: QuantityKind, noun: str | None) -> str:
    if kind != "count":
        return _REASONS[kind]
    return f"a count of {noun}; no metric counts them" if noun else "a count; of what, the words beside it do not say"
