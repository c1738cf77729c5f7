"""Ids: hashes of what a thing is, so that two machines agree. No id holds a version.

Contents are named by their full SHA-256; everything else by 128 bits of one, as 32 hex characters.
"""

from hashlib import sha256

# Neither a text nor a metadata field nor a path can hold it: readers refuse it.
SEPARATOR = "\0"
SHORT = 32


def file_id(data: bytes, sidecar: bytes | None = None) -> str:
    """Name a file by its bytes, and by its sidecar's where it has one."""
    digest = sha256(data)
    if sidecar is None:
        return digest.hexdigest()
    return sha256(digest.digest() + sha256(sidecar).digest()).hexdigest()


def text_hash(text: str) -> str:
    """Name a canonical text; articles that share it are copies of each other."""
    return sha256(text.encode()).hexdigest()


def article_id(source_key: str, text_hash: str) -> str:
    """Name one text of one source."""
    return _short("article", source_key, text_hash)


def quantity_id(article_id: str, start: int, end: int) -> str:
    """Name the number expression at these offsets."""
    return _short("quantity", article_id, start, end)


def claim_id(article_id: str, metric: str, start: int, end: int) -> str:
    """Name what an article says at these offsets about a metric."""
    return _short("claim", article_id, metric, start, end)


def mention_id(article_id: str, start: int, end: int) -> str:
    """Name the name at these offsets."""
    return _short("mention", article_id, start, end)


def entity_id(kind: str, name: str) -> str:
    """Name whoever is known by a name alone; ``name`` is its plain form, without accents and capitals."""
    digest = sha256(SEPARATOR.join((kind, name)).encode()).hexdigest()
    return f"{kind}-{digest[:16]}"


def _short(*parts: str | int) -> str:
    joined = SEPARATOR.join(map(str, parts))
    return sha256(joined.encode()).hexdigest()[:SHORT]
