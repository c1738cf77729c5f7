"""A town that no list knows, told by the country behind it: "in Nelson, New Zealand"."""

import re
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path

from pipelines.extraction.lexicon import load
from pipelines.extraction.names.names import Name

_WINDOW = 80


def find_located(text: str, names: Iterable[Name], extra: Path | None = None) -> Iterator[Name]:
    """Towns in the frame "in TOWN, COUNTRY" where no clause follows of which the country is the subject."""
    before, after, no_towns = _frame(extra)
    for name in names:
        if name.kind == "place" and after.match(text, name.end):
            town = before.search(text, max(0, name.start - _WINDOW), name.start)
            if town and no_towns.isdisjoint(town[1].split()):
                yield Name(town.start(1), town.end(1), "place", town[1], "located")


@cache
def _frame(extra: Path | None) -> tuple[re.Pattern[str], re.Pattern[str], frozenset[str]]:
    """What stands before the country, what may follow it, and words that are in no town's name (months, titles)."""
    frames, titles = load("place_frames", extra), load("person_titles", extra)
    before, may_follow = "|".join(frames["before"]), "|".join(frames["may_follow"])
    word = rf"[^\W\d_a-z][^\W\d_]+(?:['’-](?!(?:{'|'.join(titles['compound_ends'])})\b)[^\W\d_]+)*"
    no_towns = {*titles["cut_off"], *titles["heads"], *titles["parts"], *titles["not_people"]}
    return (
        re.compile(rf"\b(?i:{before}) (?:[Tt]he )?({word}(?: {word}){{0,3}}), \Z"),
        re.compile(rf"[.,;:)\]]|\s*\Z|\n| (?:{may_follow})\b"),
        frozenset(no_towns - {*frames["towns_too"]}),
    )
