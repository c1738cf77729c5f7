"""Fingerprints of code and words: where one differs, what was made with it is made again."""

import hashlib
from functools import cache
from pathlib import Path

from pipelines.extraction import lexicon
from pipelines.extraction.numbers.bounds import Profile

PACKAGE = Path(__file__).parent


@cache
def of_code(folder: str) -> str:
    """A hash of the source files of ``pipelines/<folder>``, and of those that turn its values into rows."""
    shared = [PACKAGE / "ids.py", PACKAGE / "rows.py"]
    digest = hashlib.sha256()
    for path in sorted((PACKAGE / folder).rglob("*.py")) + shared:
        digest.update(path.name.encode() + b"\0" + path.read_bytes())
    return digest.hexdigest()[:16]


def of_words(users: Path | None) -> str:
    """A hash of the lexicon, with the user's own entries and without the profiles of bounds."""
    return lexicon.fingerprint(users)[:16]


def of_extraction(users: Path | None, *, infer_dates: bool) -> str:
    """What the sentences, quantities, claims and mentions depend on besides the article, bounds left out."""
    dates = "" if infer_dates else "-dates as told"
    return f"{of_code('extraction')}-{of_words(users)}{dates}"


def of_bounds(profile: Profile, users: Path | None) -> str:
    """What the bounds depend on besides the quantities."""
    bytes_of_it = lexicon.fingerprint(users, profile=profile.name)[:16]
    return f"{profile.name}-{profile.version}-{bytes_of_it}"
