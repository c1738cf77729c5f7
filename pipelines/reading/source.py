"""The source key: what makes an article the same article again, whatever becomes of its text."""

import unicodedata
from urllib.parse import urlsplit, urlunsplit

from pipelines.reading.metadata import Metadata

SEPARATOR = "\t"  # no metadata holds one: their white space is collapsed to single spaces


def source_key(metadata: Metadata, path: str, record: int | None) -> str:
    """Outlet and URL; else outlet and the record's own id; else path and place in the file."""
    outlet = metadata.outlet or ""
    if metadata.url:
        return SEPARATOR.join(("url", outlet, normal_url(metadata.url)))
    if metadata.record_id:
        return SEPARATOR.join(("id", outlet, metadata.record_id))
    return SEPARATOR.join(("path", unicodedata.normalize("NFC", path), str(record or "")))


def normal_url(url: str) -> str:
    """The address without what changes no page: fragment, utm_ parameters, case of the host."""
    parts = urlsplit(url)
    query = "&".join(each for each in parts.query.split("&") if not each.lower().startswith("utm_"))
    return urlunsplit((parts.scheme, parts.netloc.lower(), parts.path, query, ""))
