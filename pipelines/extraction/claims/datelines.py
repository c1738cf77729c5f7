"""The dateline of a text: the town that it was written in, "ORURO, Bolivia — "."""

import re

from pipelines.extraction.values import Phrase

# A town in capitals at the head of a line; its country or a date may follow before the dash.
_DATELINE = re.compile(
    r"\(?([A-ZÀ-ÖØ-Þ][A-ZÀ-ÖØ-Þ'’.-]+(?: [A-ZÀ-ÖØ-Þ'’.-]+){0,3})(?:, [^\n—–]{2,40}?)?(?: ?\([^()\n]{2,20}\))? ?(?:—|–|--| - |\. )"
)
_WITHIN = 200


def dateline(text: str) -> Phrase | None:
    """The town of the dateline, or None where there is none."""
    found = _DATELINE.match(text)
    if found is None or text[: found.end() + 40].isupper():
        return None
    return Phrase(found[1], found.start(1), found.end(1))
