"""From the bytes of one file to its articles: the way that every format shares. Pure."""

import re
from dataclasses import dataclass
from pathlib import PurePosixPath
from unicodedata import combining

from pipelines.ids import article_id, text_hash
from pipelines.reading.article import Article, Reading, ReadingError, Rejection, canonical_text
from pipelines.reading.formats import MEBIBYTE, Format, Parsed, Record, format_of, formats
from pipelines.reading.metadata import Fields, Metadata, kind_of, understand
from pipelines.reading.sidecar import sidecar_fields
from pipelines.reading.source import source_key

MAX_TEXT = 8 * MEBIBYTE  # characters; several books
SURROGATE = re.compile("[\ud800-\udfff]")
SYMBOLS = re.compile(r"[^\w\s\x00-\x7f]{50}")  # sorting a run of accents takes quadratic time


@dataclass(frozen=True, slots=True)
class Contents:
    """The bytes of a file and of its sidecar, if it has one; paths are relative to the inbox."""

    path: str
    file_id: str
    data: bytes
    sidecar_path: str | None = None
    sidecar: bytes | None = None


def read_bytes(contents: Contents) -> Reading:
    """Everything that can be read out of a file, and a rejection for all that cannot."""
    reader = format_of(contents.path)
    if reader is None:
        return _rejected(contents, None, unknown_suffix(contents.path))
    try:
        aside = _sidecar_fields(contents)
        parsed = _parse(reader, contents.data)
    except ReadingError as error:
        return _rejected(contents, reader, error)
    understood = [_understood(item, contents.path, aside) for item in parsed.items]
    articles = tuple(article for article, _ in understood if article)
    rejections = tuple(rejection for _, problems in understood for rejection in problems)
    return Reading(contents.file_id, articles, rejections, parsed.encoding, reader.name)


def unknown_suffix(path: str) -> ReadingError:
    """The refusal of a file that no format reads."""
    suffix = PurePosixPath(path).suffix
    named = f"Files that end in {suffix}" if suffix else "Files without a suffix"
    detail = f"{named} are not read. Known are {', '.join(sorted(formats()))}."
    return ReadingError("unknown_suffix", detail, stage="scan")


def too_large(size: int, most: int) -> ReadingError:
    """The refusal of a file of more bytes than its format allows."""
    sizes = f"The file has {size / MEBIBYTE:.1f} MiB; at most {most // MEBIBYTE} MiB are read."
    detail = f"{sizes} Split it, or save it as .jsonl with an article a line."
    return ReadingError("too_large", detail, stage="scan")


def _rejected(contents: Contents, reader: Format | None, error: ReadingError) -> Reading:
    name = reader.name if reader else None
    return Reading(contents.file_id, (), (error.at(None),), None, name)


def _sidecar_fields(contents: Contents) -> Fields:
    if contents.sidecar_path is None or contents.sidecar is None:
        return {}
    return sidecar_fields(contents.sidecar_path, contents.sidecar)


def _parse(reader: Format, data: bytes) -> Parsed:
    if len(data) > reader.max_bytes:
        raise too_large(len(data), reader.max_bytes)
    if not data.strip():
        raise ReadingError("empty", "The file is empty. Put an article into it, or remove it.")
    parsed = reader.parse(data)
    if not parsed.items:
        raise ReadingError("empty", "The file holds no articles. Put some into it, or remove it.")
    return parsed


def _understood(
    item: Record | Rejection, path: str, aside: Fields
) -> tuple[Article | None, tuple[Rejection, ...]]:
    """The article of a record, its metadata completed or corrected by the sidecar."""
    if isinstance(item, Rejection):
        return None, (item,)
    try:
        text = _text(item)
    except ReadingError as error:
        return None, (error.at(item.position),)
    metadata, problems = understand({**item.fields, **aside}, item.position)
    return _article(text, metadata, path, item.position), problems


def _text(record: Record) -> str:
    """The canonical text. Raises ReadingError where there is none that could be stored."""
    text = record.text
    if text is None:
        detail = "The article has no text. It is looked for under text, body and content."
        raise ReadingError("no_text", detail)
    if not isinstance(text, str):
        raise ReadingError("no_text", f"The text is {kind_of(text)}, where a string is expected.")
    if not text.strip():
        raise ReadingError("empty", "The text is empty. Put an article into it, or remove it.")
    _refuse_unfit(text)
    return canonical_text(text)


def _refuse_unfit(text: str) -> None:
    """Raise ReadingError where a text cannot be stored as UTF-8, or normalised in reasonable time."""
    if len(text) > MAX_TEXT:
        size = f"The text has {len(text):,} characters; at most {MAX_TEXT:,} are read."
        raise ReadingError("too_large", f"{size} Split it into articles.")
    if "\0" in text:
        raise ReadingError(
            "binary", "The text holds NUL characters, so it is no text. Remove them."
        )
    if SURROGATE.search(text):
        raise ReadingError(
            "undecodable", "The text holds halves of characters. Save it again as UTF-8."
        )
    if any(all(map(combining, run)) for run in SYMBOLS.findall(text)):
        raise ReadingError(
            "binary", "The text piles accents upon accents, so it is no text. Mend it."
        )


def _article(text: str, metadata: Metadata, path: str, position: int | None) -> Article:
    hashed = text_hash(text)
    key = source_key(metadata, path, position, hashed)
    day = metadata.published
    return Article(
        record=position,
        record_id=metadata.record_id,
        source_key=key,
        text_hash=hashed,
        article_id=article_id(key, hashed),
        title=metadata.title,
        byline=metadata.byline,
        outlet=metadata.outlet,
        url=metadata.url,
        published_words=day.words if day else None,
        published_date=day.day if day else None,
        published_at=day.instant if day else None,
        published_precision=day.precision if day else None,
        published_basis="metadata" if day else "missing",
        language=metadata.language,
        text=text,
    )
