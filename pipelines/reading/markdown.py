"""Markdown with YAML front matter. The marks of Markdown stay in the text, so that offsets hold."""

from frontmatter.default_handlers import YAMLHandler

from pipelines.reading.article import ReadingError, unix_newlines
from pipelines.reading.encoding import decode
from pipelines.reading.formats import Format, Parsed, Record
from pipelines.reading.metadata import Fields, known_fields
from pipelines.reading.untrusted import DocumentError, parse_yaml


def parse(data: bytes) -> Parsed:
    """One record, the text after the front matter. Raises ReadingError where that is broken."""
    decoded = decode(data)
    text = unix_newlines(decoded.text)
    block, content = _split(text)
    fields = _fields(block)
    if fields is None:
        return Parsed(decoded.encoding, [Record(None, text)])
    return Parsed(decoded.encoding, [Record(None, content, fields)])


def _fields(block: str | None) -> Fields | None:
    """The metadata of front matter; None where it is none but text between two rules."""
    if block is None:
        return None
    try:
        matter = parse_yaml(block)
    except DocumentError as bad:
        detail = f"The front matter is not valid YAML: {bad}. Mend the lines between the two ---."
        raise ReadingError("bad_metadata", detail) from None
    if matter is None:
        return {}
    known = known_fields(matter) if isinstance(matter, dict) else {}
    return known or None


def _split(text: str) -> tuple[str | None, str]:
    """Front matter and the text after it; None and the text where there is no front matter."""
    handler = YAMLHandler()
    if not handler.detect(text.lstrip()):
        return None, text
    try:
        block, content = handler.split(text.lstrip())
    except ValueError:  # nothing closes it
        return None, text
    return block, content.removeprefix("\n")


FORMAT = Format("markdown", (".md",), parse, takes_sidecar=True)
