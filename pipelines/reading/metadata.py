"""Metadata under the key names of news APIs, archives, schema.org and extraction tools."""

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import urlsplit

from pipelines.reading.article import Rejection
from pipelines.reading.clock import DateError
from pipelines.reading.dates import Published, published

Fields = Mapping[str, object]

# Compared without case, "_" and "-": publishedAt is published_at. The first filled one counts.
KEYS = {
    "text": ("text", "body", "content", "articlebody", "bodytext", "maintext", "fulltext"),
    "record_id": ("docid", "id", "articleid", "uuid", "guid"),
    "title": ("title", "headline", "webtitle"),
    "byline": ("byline", "author", "authors", "creator"),
    "outlet": (
        "outlet", "publisher", "medianame", "sitename", "sourcename", "sourcehostname", "source",
    ),
    "url": ("url", "link", "weburl", "permalink"),
    "published": (
        "published", "publishedat", "publisheddate", "datepublished", "publishdate", "datepublish",
        "publicationdate", "webpublicationdate", "pubdate", "date",
    ),
    "language": ("language", "lang", "inlanguage"),
}  # fmt: skip
PLAIN_FIELDS = ("record_id", "title", "byline", "outlet", "url", "language")
LABELS = {"record_id": "id", "published": "date"}
NUMERIC = ("record_id", "published")  # where a number says as much as words
KINDS = {
    bool: "true or false", int: "a number", float: "a number",
    str: "a string", list: "a list", dict: "an object",
}  # fmt: skip
# For {"name": "Reuters"} and {"title": "BBC"}, and the headlines and bylines of the New York Times.
NAME_KEYS = ("name", "title", "main", "original")
UNKNOWN = ("", "~", "null", "none", "nan", "n/a")  # how YAML, pandas and people write "not known"
MAX_CHARACTERS = 2_000
UNPRINTABLE = re.compile("[\x00-\x1f\x7f-\x9f\ud800-\udfff]")


@dataclass(frozen=True, slots=True)
class Metadata:
    """What is known about an article besides its text."""

    record_id: str | None
    title: str | None
    byline: str | None
    outlet: str | None
    url: str | None
    published: Published | None
    language: str | None


class _FieldError(ValueError):
    """A field that cannot be used; the message completes the sentence "The title …"."""


def known_fields(record: Mapping[str, object]) -> dict[str, object]:
    """The fields that we know and the record fills, by our names for them; others are ignored."""
    plain = {_plain(key): record[key] for key in reversed(list(record)) if isinstance(key, str)}
    fields = {}
    for field, keys in KEYS.items():
        values = [plain[key] for key in keys if not _is_unknown(plain.get(key))]
        if values:
            fields[field] = values[0]
    return fields


def understand(fields: Fields, line: int | None) -> tuple[Metadata, tuple[Rejection, ...]]:
    """Metadata as far as it can be used, and a rejection for each field that cannot."""
    rejections: list[Rejection] = []
    words: dict[str, str | None] = dict.fromkeys(KEYS)
    for field in sorted(fields.keys() - {"text"}):
        try:
            words[field] = _value(field, fields[field])
        except _FieldError as misfit:
            detail = f"The {LABELS.get(field, field)} {misfit}; the article is kept without it."
            rejections.append(Rejection(line, "metadata", "bad_metadata", detail))
    day, refused = _published(words["published"], line)
    known = Metadata(published=day, **{field: words[field] for field in PLAIN_FIELDS})
    return known, (*rejections, *refused)


def _published(words: str | None, line: int | None) -> tuple[Published | None, list[Rejection]]:
    if words is None:
        return None, []
    try:
        return published(words), []
    except DateError as refused:
        detail = f"The date {_shown(words)} is not used: {refused}. The article is kept undated."
        return None, [Rejection(line, "metadata", "bad_date", detail)]


def _value(field: str, value: object) -> str:
    if field == "byline" and isinstance(value, list):
        return _words(", ".join(_words(_name(each)) for each in value if not _is_unknown(each)))
    if field in NUMERIC and type(value) in (int, float):  # no bool, which is an int too
        return _words(str(value))
    words = _words(_name(value))
    if field == "url":
        _refuse_bad_url(words)
    return words


def _name(value: object) -> object:
    """The name in an object that stands for an outlet or a person; other values as they are."""
    if isinstance(value, dict):
        return next((value[key] for key in NAME_KEYS if value.get(key)), value)
    return value


def _words(value: object) -> str:
    """One line of clean text."""
    if not isinstance(value, str):
        raise _FieldError(f"is {kind_of(value)} where words are expected")
    words = " ".join(value.split())
    if UNPRINTABLE.search(words):
        raise _FieldError("holds control characters or broken ones")
    if len(words) > MAX_CHARACTERS:
        raise _FieldError(f"is longer than {MAX_CHARACTERS:,} characters")
    return unicodedata.normalize("NFC", words)


def _refuse_bad_url(words: str) -> None:
    try:
        parts = urlsplit(words)
        host = parts.hostname
    except ValueError:
        raise _FieldError(f"{_shown(words)} is no web address") from None
    if parts.scheme not in ("http", "https") or not host or " " in words:
        raise _FieldError(f"{_shown(words)} is no web address that begins with http:// or https://")


def _is_unknown(value: object) -> bool:
    if isinstance(value, str):
        return value.strip().lower() in UNKNOWN
    return value is None or value == [] or value == {}


def _plain(key: str) -> str:
    return re.sub("[ _-]", "", key).lower()


def _shown(words: str) -> str:
    return repr(words if len(words) <= 60 else words[:59] + "…")


def kind_of(value: object) -> str:
    """What a JSON value is, in plain words."""
    return KINDS.get(type(value), "nothing")
