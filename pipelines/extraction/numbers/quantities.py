"""The ledger: every number expression of a text as written, with its hedge and kind; `bounds` makes bounds of it.

How to use it::

    ledger = quantities(text, sentences(text))

Callers that have the tokens of a sentence already use ``sentence_quantities``. A bare "a" or "an" is not in
the ledger; where "a soldier was killed" is a claim, append ``singular(...)`` to it. ``noun_phrase`` gives the
words from a quantity to the noun that it counts.
"""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from decimal import Decimal

from pipelines.extraction.numbers import amounts, forms, money, numbers
from pipelines.extraction.numbers.amounts import Amount, amount_at
from pipelines.extraction.numbers.bounds import hedge_of, plain, why_unfit
from pipelines.extraction.numbers.forms import Form, form_at, name_at
from pipelines.extraction.numbers.hedged import Hedged, hedged
from pipelines.extraction.numbers.nouns import head_after
from pipelines.extraction.text.tokens import HYPHENS, Token, lower_at, tokenize
from pipelines.extraction.values import Phrase, Quantity, QuantityKind, Sentence

_FIRST_WORDS = numbers.FIRST_WORDS | forms.FIRST_WORDS | money.FIRST_WORDS | amounts.FIRST_WORDS
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


def quantities(text: str, sentences: Sequence[Sentence]) -> tuple[Quantity, ...]:
    """Every number expression of ``text`` in order; spans are grounded and never overlap.

    Bounds are open until a profile closes them. The outcome is provisional: ``not_a_figure`` with a reason by
    kind, or ``unsupported``, where value and ends are None. Whoever types claims has the last word.
    """
    return tuple(
        quantity
        for number, sentence in enumerate(sentences)
        for quantity in sentence_quantities(
            text, tokenize(text, sentence.start, sentence.end), number
        )
    )


def sentence_quantities(text: str, tokens: Sequence[Token], sentence: int) -> Iterator[Quantity]:
    """The number expressions among the tokens of one sentence."""
    floor = at = 0
    while at < len(tokens):
        found = _found_at(text, tokens, at)
        if isinstance(found, Form):
            yield _of_form(text, tokens, found, sentence)
            floor = at = found.last
        elif found is not None:
            whole = hedged(tokens, found, floor)
            yield _of_amount(text, tokens, found, whole, sentence)
            floor = at = whole.last
        else:
            at += 1


def singular(
    text: str, tokens: Sequence[Token], first: int, head: int, *, sentence: int
) -> Quantity:
    """The ledger's entry for one: the article or "another" at ``tokens[first]``, the noun at ``tokens[head]``.

    The quote is that word alone ("a" of "a soldier was killed"), so it overlaps no other entry, not even the
    age in "a 32-year-old suspect". "a single" is quoted whole.
    """
    last = first + (lower_at(tokens, first + 1) == "single")
    start, end = tokens[first].start, tokens[last].end
    return Quantity(
        sentence=sentence,
        start=start,
        end=end,
        quote=text[start:end],
        value=_ONE,
        written_low=_ONE,
        written_high=_ONE,
        vague_word=None,
        low=None,
        high=None,
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
    last = bisect_left(tokens, quantity.end, key=lambda token: token.start)
    head = _head(tokens, last, quantity.value)
    end = quantity.end if head is None else tokens[head].end
    return Phrase(text[quantity.start : end], quantity.start, end)


def _found_at(text: str, tokens: Sequence[Token], at: int) -> Amount | Form | None:
    word = tokens[at].lower
    if word in _FIRST_WORDS or word[0].isdecimal():
        return form_at(text, tokens, at) or amount_at(text, tokens, at)
    if not word.isalpha() or (at + 1 < len(tokens) and tokens[at + 1].text in HYPHENS):
        return name_at(tokens, at)
    return None


def _of_form(text: str, tokens: Sequence[Token], form: Form, sentence: int) -> Quantity:
    """The entry for a date, a name and the like; only an ordinal has a value."""
    start, end = tokens[form.first].start, tokens[form.last - 1].end
    return Quantity(
        sentence=sentence,
        start=start,
        end=end,
        quote=text[start:end],
        value=form.value,
        written_low=form.value,
        written_high=form.value,
        vague_word=None,
        low=None,
        high=None,
        hedge="exact",
        hedge_rule="exact",
        unit=None,
        kind=form.kind,
        noun=None,
        outcome="not_a_figure",
        reason=_reason(form.kind, None),
    )


def _of_amount(
    text: str, tokens: Sequence[Token], amount: Amount, whole: Hedged, sentence: int
) -> Quantity:
    """The entry for an amount with its hedge."""
    is_vague = amount.vague is not None and amount.low is None
    low, high = (amount.scale, amount.scale) if is_vague else (amount.low, amount.high)
    unfit = amount.doubt or why_unfit(low) or why_unfit(high)
    low, high = (None, None) if unfit else (plain(low), plain(high))
    start, end = tokens[whole.first].start, tokens[whole.last - 1].end
    noun = _noun(tokens, amount, whole.last) if amount.kind == "count" else None
    return Quantity(
        sentence=sentence,
        start=start,
        end=end,
        quote=text[start:end],
        value=None if is_vague or amount.is_range else low,
        written_low=low,
        written_high=high,
        vague_word=amount.vague if is_vague else None,
        low=None,
        high=None,
        hedge=hedge_of(whole.row),
        hedge_rule=whole.row,
        unit=amount.unit,
        kind=amount.kind,
        noun=noun,
        outcome="unsupported" if unfit else "not_a_figure",
        reason=unfit or _reason(amount.kind, noun),
    )


def _noun(tokens: Sequence[Token], amount: Amount, last: int) -> str | None:
    """The noun counted, after the amount or the hedge that follows it ("40 or so sheds")."""
    words = (lower_at(tokens, amount.first), amount.last - amount.first)
    if amount.vague == "none" and (
        words[0] in ("none", "nobody") or (words[0] == "no" and words[1] > 1)
    ):
        return None
    value = None if amount.is_range else amount.low
    takes_of = amount.vague or words[0] == "a"  # dozens of people, a pair of men
    for place in (amount.last, last):
        place += bool(takes_of and lower_at(tokens, place) == "of")
        if (head := _head(tokens, place, value)) is not None:
            return tokens[head].text
    return None


def _head(tokens: Sequence[Token], at: int, value: Decimal | None) -> int | None:
    """The noun counted: a plural, for one a singular, for none either."""
    if value == 1:
        return head_after(tokens, at, plural=False)
    head = head_after(tokens, at)
    return head_after(tokens, at, plural=False) if head is None and value == 0 else head


def _reason(kind: QuantityKind, noun: str | None) -> str:
    if kind != "count":
        return _REASONS[kind]
    return (
        f"a count of {noun}; no metric counts them"
        if noun
        else "a count of something that is not named"
    )
