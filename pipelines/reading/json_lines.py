"""JSON lines: one article a line. A line that cannot be used costs no other."""

from io import BytesIO

from pipelines.reading.article import BYTE_ORDER_MARK, ReadingError, Rejection
from pipelines.reading.encoding import Decoded, decode, refuse_known_binary, wide_encoding
from pipelines.reading.formats import MEBIBYTE, Format, Parsed, Record
from pipelines.reading.metadata import kind_of, known_fields
from pipelines.reading.untrusted import DocumentError, parse_json

MAX_LINE_BYTES = 8 * MEBIBYTE  # several books


def parse(data: bytes) -> Parsed:
    """One record a line, each decoded by itself: such files are often put together from several."""
    refuse_known_binary(data)
    wide = wide_encoding(data)
    if wide:
        data = decode(data).text.encode()
    lines = enumerate(BytesIO(data.removeprefix(BYTE_ORDER_MARK.encode())), start=1)
    read = [_read(line.rstrip(), number) for number, line in lines if line.strip()]
    encodings = {encoding for _, encoding in read if encoding}
    return Parsed(wide or _together(encodings), [item for item, _ in read])


def _read(line: bytes, number: int) -> tuple[Record | Rejection, str | None]:
    """What a line holds, and its encoding; None where that is not known or, for ASCII, any."""
    try:
        decoded = _decode(line)
        item = record_of(parse_json(decoded.text), number, "line")
    except DocumentError as bad:
        detail = f"The line is not valid JSON: {bad}. Mend it, or leave it out."
        return Rejection(number, "read", "bad_json", detail), None
    except ReadingError as error:
        return error.at(number), None
    return item, None if line.isascii() else decoded.encoding


def record_of(value: object, position: int | None, kind: str) -> Record:
    """The record that a JSON value stands for. Raises ReadingError where it is no object."""
    if not isinstance(value, dict):
        raise ReadingError(
            "not_a_record",
            f"The {kind} is {kind_of(value)}, not an article: "
            'write it as an object, {"title": …, "text": …}.',
        )
    fields = known_fields(value)
    return Record(position, fields.get("text"), fields)


def _decode(line: bytes) -> Decoded:
    if len(line) > MAX_LINE_BYTES:
        size = (
            f"The line has {len(line) / MEBIBYTE:.1f} MiB; {MAX_LINE_BYTES // MEBIBYTE} are read."
        )
        raise ReadingError("too_large", f"{size} Put each article on a line of its own.")
    return decode(line)


def _together(encodings: set[str]) -> str:
    return "mixed" if len(encodings) > 1 else next(iter(encodings), "utf-8")


FORMAT = Format("json_lines", (".jsonl", ".ndjson"), parse, max_bytes=256 * MEBIBYTE)
