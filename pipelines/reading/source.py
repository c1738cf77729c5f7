"""The source key: what makes an article the same article again, whatever becomes of its text."""

import unicodedata
from urllib.parse import urlsplit, urlunsplit

from pipelines.reading.metadata import Metadata

SEPARATOR = "\t"  # no metadata holds one: their white space is collapsed to single spaces


def source_key(metadata: Metadata, path: str, record: int | None, text_hash: str) -> str:
    """Outlet and URL; else outlet and the record's own id; else the path.

    A record without URL and id, in a file that holds several, is known by its text: its place moves when
    a feed puts the newest first. Such a record has no versions.
    """
    outlet = metadata.outlet or ""
    if metadata.url:
        return SEPARATOR.join(("url", outlet, normal_url(metadata.url)))
    if metadata.record_id:
        return SEPARATOR.join(("id", outlet, metadata.record_id))
    named = unicodedata.normalize("NFC", path)
    return SEPARATOR.join(("path", named, "" if record is None else text_hash))


def normal_url(url: str) -> str:
    """The address without what changes no page: fragment, utm_ parameters, case of the host."""
    parts = urlsplit(url)
    query = "&".join(each for each in parts.query.split("&") if not each.lower().startswith("utm_"))
    return urlunsplit((parts.scheme, parts.netloc.lower(), parts.path, query, ""))
