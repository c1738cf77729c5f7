"""The dateline of a text: the town that it was written in, "ORURO, Bolivia — "."""

import re

from pipelines.extraction.values import Phrase

# A town in capitals at the head of a line; its country or a date may follow before the dash.
_CAPITALS = r"[A-ZÀ-ÖØ-Þ'’.-]+"
_DATELINE = re.compile(
    rf"\(?([A-ZÀ-ÖØ-Þ]{_CAPITALS}(?: {_CAPITALS}){{0,3}})"
    r"(?:, [^\n—–]{2,40}?)?(?: ?\([^()\n]{2,20}\))? ?(?:—|–|--| - |\. )"
)
_MORE = 40  # characters that would be capitals too in copy that is all capitals


def dateline(text: str) -> Phrase | None:
    """The town of the dateline, or None where there is none."""
    found = _DATELINE.match(text)
    if found is None or text[: found.end() + _MORE].isupper():
        return None
    return Phrase(found[1], found.start(1), found.end(1))
