"""Plain text: the file is the article, its metadata may lie beside it."""

from pipelines.reading.encoding import decode
from pipelines.reading.formats import Format, Parsed, Record


def parse(data: bytes) -> Parsed:
    """One record, the whole text."""
    decoded = decode(data)
    return Parsed(decoded.encoding, [Record(None, decoded.text)])


FORMAT = Format("text", (".txt",), parse, takes_sidecar=True)
