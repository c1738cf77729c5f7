"""Profiles of bounds out of the lexicon: the shipped ones and a user's own, read and checked."""

from collections.abc import Mapping
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Any

from pipelines.extraction.lexicon import LexiconError, check_keys, load, names
from pipelines.extraction.numbers.bounds import ROWS, VAGUE_WORDS, Bounds, Profile, Row

TERMS = ("N", "N+1", "N-1", "N+w", "N-w", "lower", "open")
_KEYS = ("version", "rows", "vague")
_ENDS = ("low", "high")


@cache
def load_profile(name: str = "guide", extra: Path | None = None) -> Profile:
    """The profile ``name``, a user's folder ``extra`` included.

    Raises LexiconError for a name that there is not, and for a row, word or term that is missing or unknown.
    """
    where = f"bounds/{name}.yaml"
    if f"bounds/{name}" not in (known := names("bounds", extra)):
        listed = ", ".join(each.removeprefix("bounds/") for each in known)
        raise LexiconError(f"{where}: no such profile; known are {listed}")
    table = load(f"bounds/{name}", extra)
    check_keys(table, where=where, allowed=(*_KEYS, "share"), required=_KEYS)
    check_keys(table["rows"], where=f"{where}: rows", allowed=ROWS, required=ROWS)
    check_keys(table["vague"], where=f"{where}: vague", allowed=VAGUE_WORDS, required=VAGUE_WORDS)
    rows = {row: _row(f"{where}: {row}", entry) for row, entry in table["rows"].items()}
    return Profile(
        name=name,
        version=_version(where, table["version"]),
        share=_share(where, table.get("share"), rows),
        rows=rows,
        vague={word: _limits(f"{where}: {word}", entry) for word, entry in table["vague"].items()},
    )


def _row(where: str, entry: Any) -> Row:
    """The terms of a row: ``N``, ``{low: N, high: open}``, or those with others for what is measured."""
    measured = entry.get("measured", {}) if isinstance(entry, Mapping) else {}
    low, high = _ends(where, entry, also=("measured",))
    check_keys(measured, where=f"{where}: measured", allowed=_ENDS)
    row = Row(low, high, measured.get("low", low), measured.get("high", high))
    for term in (row.low, row.high, row.measured_low, row.measured_high):
        if term not in TERMS:
            raise LexiconError(f"{where}: unknown term {term!r}; known are {', '.join(TERMS)}")
    return row


def _limits(where: str, entry: Any) -> Bounds:
    """The bounds of a vague word: ``12``, ``{low: 24, high: 99}``, ``open``."""
    low, high = (_limit(where, limit) for limit in _ends(where, entry))
    if low is not None and high is not None and low > high:
        raise LexiconError(f"{where}: low is above high")
    return low, high


def _limit(where: str, limit: Any) -> Decimal | None:
    if limit == "open":
        return None
    if not isinstance(limit, int) or limit < 0:
        raise LexiconError(f"{where}: {limit!r} is neither a whole number nor open")
    return Decimal(limit)


def _ends(where: str, entry: Any, *, also: tuple[str, ...] = ()) -> tuple[Any, Any]:
    """What an entry says of both ends, or of each."""
    if not isinstance(entry, Mapping):
        return entry, entry
    check_keys(entry, where=where, allowed=(*_ENDS, *also), required=_ENDS)
    return entry["low"], entry["high"]


def _version(where: str, version: Any) -> int:
    if not isinstance(version, int):
        raise LexiconError(f"{where}: version must be a whole number")
    return version


def _share(where: str, share: Any, rows: Mapping[str, Row]) -> Decimal:
    """How wide "about" is at most; a table that does not use it need not say."""
    terms = {term for row in rows.values() for term in (row.low, row.high)}
    if share is None and terms & {"N+w", "N-w"}:
        raise LexiconError(f"{where}: N+w and N-w need a share")
    return Decimal(str(share or 0))
