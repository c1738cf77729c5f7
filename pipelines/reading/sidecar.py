"""Sidecars: metadata in a file beside the article, ``story.yaml`` or ``story.txt.yaml``."""

from pathlib import PurePosixPath

from pipelines.reading.article import ReadingError
from pipelines.reading.encoding import decode
from pipelines.reading.formats import MEBIBYTE
from pipelines.reading.metadata import Fields, kind_of, known_fields
from pipelines.reading.untrusted import DocumentError, parse_json, parse_yaml

SUFFIXES = (".json", ".yaml", ".yml")  # the order in which they are taken where there are several
MAX_BYTES = MEBIBYTE


def names_for(article: str) -> tuple[str, ...]:
    """The names that a sidecar of this article may have, the most specific first."""
    bare = article.removesuffix(PurePosixPath(article).suffix)
    return tuple(name + suffix for name in (article, bare) for suffix in SUFFIXES)


def sidecar_fields(name: str, data: bytes) -> Fields:
    """The metadata in a sidecar. Raises ReadingError: without it nobody knows which article it is."""
    parse = parse_json if name.lower().endswith(".json") else parse_yaml
    try:
        value = parse(decode(data).text)
    except (DocumentError, ReadingError) as bad:
        raise ReadingError(
            "bad_metadata", f"The sidecar {name} cannot be read: {bad}. Mend or remove it."
        ) from None
    if value is None:
        return {}
    if not isinstance(value, dict):
        detail = (
            f"The sidecar {name} is {kind_of(value)}, not fields with values. Mend or remove it."
        )
        raise ReadingError("bad_metadata", detail)
    return known_fields(value)
