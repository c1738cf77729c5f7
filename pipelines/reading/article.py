"""What reading hands out: articles, and rejections of what could not be read or used."""

import unicodedata
from dataclasses import dataclass
from datetime import date, datetime
from typing import Literal

Precision = Literal["year", "month", "day", "time"]
Basis = Literal["metadata", "url", "text", "inferred", "missing"]
Stage = Literal["scan", "read", "metadata"]
Reason = Literal[
    "bad_date",
    "bad_json",
    "bad_metadata",
    "binary",
    "empty",
    "link",
    "no_text",
    "not_a_record",
    "orphan_sidecar",
    "too_large",
    "undecodable",
    "unknown_suffix",
    "unreadable",
]

BYTE_ORDER_MARK = "\ufeff"


@dataclass(frozen=True, slots=True)
class Article:
    """One text with its metadata as the source gives it. What the source does not give is None.

    ``record`` is the line, or the place in an array, counted from 1, in a file that holds several;
    ``record_id`` is the source's own id. ``published_words`` is the date as written, and
    ``published_precision`` how much of it is known: ``year`` or ``month`` (no day is known, so
    ``published_date`` is None), ``day``, or ``time`` (``published_at`` is the instant in UTC, and
    ``published_date`` still the day as written: the outlet's). A time without an offset is no
    instant and counts as ``day``.
    """

    record: int | None
    record_id: str | None
    source_key: str
    text_hash: str
    article_id: str
    title: str | None
    byline: str | None
    outlet: str | None
    url: str | None
    published_words: str | None
    published_date: date | None
    published_at: datetime | None
    published_precision: Precision | None
    published_basis: Basis
    language: str | None
    text: str


@dataclass(frozen=True, slots=True)
class Rejection:
    """Something that could not be used, and what to do about it in a sentence (``detail``).

    ``stage`` says what is lost: ``scan`` the file, unread; ``read`` the file or record;
    ``metadata`` one field of an article that is kept. ``line`` counts lines, or records of an
    array, from 1.
    """

    line: int | None
    stage: Stage
    reason: Reason
    detail: str


@dataclass(frozen=True, slots=True)
class Reading:
    """All that came out of one file.

    ``file_id`` is None where the bytes could not be read, ``format`` where no reader knows the
    suffix, ``encoding`` where it is not known to be text; ``mixed`` where lines differ in it.
    """

    file_id: str | None
    articles: tuple[Article, ...]
    rejections: tuple[Rejection, ...]
    encoding: str | None
    format: str | None


class ReadingError(Exception):
    """Raised inside a reader where a file or record cannot be used; it becomes a `Rejection`."""

    def __init__(self, reason: Reason, detail: str, *, stage: Stage = "read") -> None:
        super().__init__(detail)
        self.stage: Stage = stage
        self.reason: Reason = reason
        self.detail = detail

    def at(self, line: int | None) -> Rejection:
        """The rejection of this line, or of the whole file."""
        return Rejection(line, self.stage, self.reason, self.detail)


def canonical_text(text: str) -> str:
    """The text that offsets count in: the file's own, with LF newlines, in NFC, without a BOM."""
    return unicodedata.normalize("NFC", unix_newlines(text.lstrip(BYTE_ORDER_MARK)))


def unix_newlines(text: str) -> str:
    """The text with LF for CRLF and for CR."""
    return text.replace("\r\n", "\n").replace("\r", "\n")
