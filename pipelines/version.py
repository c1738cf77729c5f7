"""The version of the code, as the package's metadata gives it."""

from functools import cache
from importlib.metadata import version


@cache
def code_version() -> str:
    """The release that is running, such as ``0.1.0``."""
    return version("tallywire")
