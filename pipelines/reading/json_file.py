"""JSON: one article, an array of them, or the answer of a news API that holds such an array."""

from collections.abc import Iterator

from pipelines.reading.article import ReadingError, Rejection
from pipelines.reading.encoding import decode
from pipelines.reading.formats import Format, Parsed, Record
from pipelines.reading.json_lines import record_of
from pipelines.reading.metadata import known_fields
from pipelines.reading.untrusted import DocumentError, parse_json

LISTS = (
    "articles",
    "results",
    "docs",
    "documents",
    "items",
    "stories",
    "news",
    "hits",
    "data",
    "response",
)


def parse(data: bytes) -> Parsed:
    """One record an article. Raises ReadingError where the file is no JSON."""
    decoded = decode(data)
    try:
        value = parse_json(decoded.text)
    except DocumentError as bad:
        hint = " For one record a line name it .jsonl." if str(bad).startswith("Extra data") else ""
        raise ReadingError("bad_json", f"The file is not valid JSON: {bad}.{hint}") from None
    return Parsed(decoded.encoding, list(_items(value)))


def _items(value: object) -> Iterator[Record | Rejection]:
    records = _records(value)
    if records is None:
        yield record_of(value, None, "file")
        return
    for position, record in enumerate(records, start=1):
        try:
            yield record_of(record, position, "record")
        except ReadingError as error:
            yield error.at(position)


def _records(value: object) -> list[object] | None:
    """The array of articles, at the top or in what an API wraps around it; None for one article."""
    while isinstance(value, dict) and "text" not in known_fields(value):
        value = next((value[key] for key in LISTS if isinstance(value.get(key), list | dict)), None)
    return value if isinstance(value, list) else None


FORMAT = Format("json", (".json",), parse)
