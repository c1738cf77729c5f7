"""Office holders named in a text, and when they held the office: it bounds the time of writing."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from itertools import product
from pathlib import Path
from typing import Any

from pipelines.extraction.lexicon import LexiconError, check_keys, load
from pipelines.extraction.text.phrases import Phrases
from pipelines.extraction.text.tokens import Token, lower_at

_KEYS = ("titles", "names", "spans")
# Before a title these say that the office is over, or not begun.
_NOT_NOW = ("former", "ex", "then", "late", "deposed", "ousted", "ex-", "past", "future")


@dataclass(frozen=True, slots=True)
class Term:
    """An office and its holder ("President Donald Trump"), with the spans in which he held it; None is open."""

    holder: str
    spans: tuple[tuple[date, date | None], ...]

    def covers(self, day: date) -> bool:
        """Whether the office was held on a day."""
        return any(first <= day and (last is None or day <= last) for first, last in self.spans)


def terms_in(tokens: Sequence[Token], *, lexicon: Path | None = None) -> Iterator[Term]:
    """The terms of the office holders that a sentence names by their office."""
    table = _terms(lexicon)
    for at, token in enumerate(tokens):
        found = table.after(tokens, at) if token.lower in table.first_words else None
        if found is not None and lower_at(tokens, at - 1) not in _NOT_NOW:
            yield found[1]


@cache
def _terms(extra: Path | None) -> Phrases[Term]:
    table = {}
    for name, entry in load("terms", extra).items():
        term = _term(entry, where=f"terms.yaml: {name}")
        for title, holder in product(entry["titles"], entry["names"]):
            table[f"{title} {holder}"] = term
    return Phrases(table)


def _term(entry: Mapping[str, Any], *, where: str) -> Term:
    """Raise LexiconError for an entry without a day where one belongs."""
    check_keys(entry, where=where, allowed=_KEYS, required=_KEYS)
    try:
        spans = tuple(
            (date.fromisoformat(first), date.fromisoformat(last) if last else None)
            for first, last in entry["spans"]
        )
    except (TypeError, ValueError) as error:
        raise LexiconError(f"{where}: spans are pairs of days YYYY-MM-DD; {error}") from error
    return Term(f"{entry['titles'][0]} {entry['names'][0]}".title(), spans)
