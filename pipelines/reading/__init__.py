"""Bytes to articles. A new format is one new file here that defines ``FORMAT``, and nothing else.

Everything read comes from strangers: what is wrong with it becomes a `Rejection`, no exception.
"""

from pipelines.reading.article import Article, Reading, Rejection
from pipelines.reading.articles import Contents, read_bytes
from pipelines.reading.inbox import InboxFile, scan, snapshot

__all__ = [
    "Article",
    "Contents",
    "InboxFile",
    "Reading",
    "Rejection",
    "read",
    "read_bytes",
    "scan",
    "snapshot",
]


def read(file: InboxFile) -> Reading:
    """Read one file that `scan` has found."""
    loaded = file.load()
    return loaded if isinstance(loaded, Reading) else read_bytes(loaded)
