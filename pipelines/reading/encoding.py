"""Bytes to text: UTF-8, UTF-16, UTF-32 and Windows-1252, told apart by what the bytes are."""

import codecs
import re
from dataclasses import dataclass

from charset_normalizer import from_bytes

from pipelines.reading.article import BYTE_ORDER_MARK, ReadingError

MARKS = (  # UTF-32's little-endian mark begins with UTF-16's, so it comes first
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
SIGNATURES = (
    (b"%PDF-", "a PDF document"),
    (b"PK\x03\x04", "a ZIP archive or an Office document"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"\x89PNG", "a PNG picture"),
    (b"\xff\xd8\xff", "a JPEG picture"),
    (b"\xd0\xcf\x11\xe0", "an old Office document"),
)
CONTROL = re.compile(
    "[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f-\x9f]"
)  # no tab, newline, page break or escape
MAX_CONTROL_SHARE = 0.02  # a stray control character is a blemish, one in fifty is no prose
SAMPLE = 65_536


@dataclass(frozen=True, slots=True)
class Decoded:
    """Text without its byte order mark, and the encoding that it was in."""

    text: str
    encoding: str


def decode(data: bytes) -> Decoded:
    """Decode a text. Raises ReadingError: ``binary`` if it is none, ``undecodable`` if it is broken."""
    refuse_known_binary(data)
    encoding = wide_encoding(data)
    if encoding is None and b"\0" in data:
        raise ReadingError(
            "binary", "This is not text: it holds NUL bytes. Save the article as UTF-8 text."
        )
    decoded = _strictly(data, encoding) if encoding else _utf8_or_legacy(data)
    _refuse_control_characters(decoded.text)
    return decoded


def wide_encoding(data: bytes) -> str | None:
    """UTF-16 or UTF-32, by their mark or by the NUL bytes that they give Western text; or None."""
    for mark, encoding in MARKS:
        if data.startswith(mark):
            return None if encoding == "utf-8" else encoding
    return _unmarked_utf16(data[:SAMPLE])


def refuse_known_binary(data: bytes) -> None:
    """Raise ReadingError where the first bytes are those of a well-known binary format."""
    for signature, kind in SIGNATURES:
        if data.startswith(signature):
            raise ReadingError(
                "binary", f"This is {kind}, not text. Save the article as UTF-8 text."
            )


def _unmarked_utf16(sample: bytes) -> str | None:
    """Western text in UTF-16 has a NUL in most pairs, and always on the same side."""
    pairs = len(sample) // 2
    first, second = sample[0::2].count(0), sample[1::2].count(0)
    if second > pairs / 2 and first == 0:
        return "utf-16-le"
    if first > pairs / 2 and second == 0:
        return "utf-16-be"
    return None


def _utf8_or_legacy(data: bytes) -> Decoded:
    try:
        return _strictly(data, "utf-8")
    except ReadingError:
        if _is_damaged_utf8(data):
            raise
    return _windows_1252(data)


def _strictly(data: bytes, encoding: str) -> Decoded:
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError as error:
        raise ReadingError(
            "undecodable",
            f"The text is damaged at byte {error.start + 1}: it is not valid {encoding.upper()} "
            "there. Save it again as UTF-8.",
        ) from None
    return Decoded(text.removeprefix(BYTE_ORDER_MARK), encoding)


def _is_damaged_utf8(data: bytes) -> bool:
    """Whether most bytes beyond ASCII form UTF-8 characters: in Windows-1252 they seldom do."""
    text = data.decode("utf-8", errors="replace")
    broken = text.count("\ufffd")
    beyond_ascii = len(text) - len(text.encode("ascii", errors="ignore"))
    return beyond_ascii > 2 * broken


def _windows_1252(data: bytes) -> Decoded:
    best = from_bytes(data, cp_isolation=["cp1252"]).best()
    if best is None:
        raise ReadingError(
            "undecodable",
            "The characters are neither UTF-8, UTF-16 nor Windows-1252. Save it again as UTF-8.",
        )
    return Decoded(str(best), "windows-1252")


def _refuse_control_characters(text: str) -> None:
    found = len(CONTROL.findall(text))
    if "\0" in text or found > len(text) * MAX_CONTROL_SHARE:
        raise ReadingError(
            "binary",
            "This is not text: it is full of control characters. Save the article as UTF-8 text.",
        )
