"""Times of the news: which words are one, and the days that they stand for."""

import time
from datetime import date
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from pipelines.extraction.page import Page
from pipelines.extraction.text.sentences import sentences
from pipelines.extraction.times.anchor import Anchor
from pipelines.extraction.times.timeline import Timed, read_times

CASES = Path(__file__).parent.parent / "cases" / "times.yaml"
WEDNESDAY = date(2025, 11, 19)
PIECES = (
    "on", "in", "since", "from", "to", "between", "and", "until", "by", "before", "the", "a", "last",
    "this", "next", "past", "first", "second", "early", "mid", "late", "end of", "start of", "Monday",
    "Friday night", "November", "May", "Nov.", "21", "31", "30", "29", "February", "2025", "1999", "2400",
    "0000", "two", "three", "days", "week", "month", "year", "weekend", "hours", "decade", "half of", "ago",
    "later", "earlier", "after", "day", "that", "same", "period", "of", "then", "overnight", "yesterday",
    "tomorrow", "dawn", "within", "over", "have killed", "will", "-", ",", ".", "(", "'s", "\n", "12",
    "people", "said", "1990s", "New Year's Day", "deadliest", "9999", "years", "quarter",
)  # fmt: skip
TEXTS = st.lists(st.sampled_from(PIECES), max_size=40).map(" ".join) | st.text(max_size=120)
LOOKING_AHEAD = ("will", "tomorrow", "next")


def cases() -> list[Any]:
    found = yaml.safe_load(CASES.read_text(encoding="utf-8"))
    return [pytest.param(case, id=case["text"][:60]) for case in found]


def times(text: str, published: date | None = WEDNESDAY) -> list[Timed]:
    anchor, found = Anchor(published), []
    for passage in Page(text, sentences(text), None).passages:
        timed, anchor = read_times(text, passage, anchor)
        found += timed
    return found


def shown(item: Timed, keys: Any) -> dict[str, Any]:
    """A time as a case writes it."""
    window = item.window
    every = {"words": window.words.quote, "start": window.start, "end": window.end}
    every |= {"precision": window.precision, "basis": window.basis}
    return {key: every[key] for key in keys}


@pytest.mark.parametrize("case", cases())
def test_the_text_has_exactly_these_times(case: dict[str, Any]) -> None:
    found = times(case["text"], case.get("published", WEDNESDAY))
    blank = {"words": "", "start": None, "end": None, "precision": None}
    keys = case["times"] + [blank] * len(found)
    assert [shown(item, key) for item, key in zip(found, keys, strict=False)] == case["times"]


def test_without_publication_the_days_to_it_are_kept() -> None:
    text = "Two died yesterday, three overnight, four over the past 48 hours, five on Monday."
    assert [item.window.offset for item in times(text, None)] == [(-1, -1), (-1, 0), (-2, 0), None]


@pytest.mark.parametrize(
    ("text", "use"),
    [
        ("Two people died on Monday.", "event"),
        ("Two people died, officials said on Monday.", "said"),
        ("Officials on Monday said two people died.", "said"),
        ("On Monday, the army announced a raid.", "said"),
        ("The governor had spoken on Monday of seven dead.", "said"),
        ("The toll stood at 11 on Monday.", "said"),
        ("The bodies were recovered on Monday.", "said"),
        ("The mission recorded 12 raids on Monday.", "event"),
        ("ORLA, Monday - Two people died.", "dateline"),
        ("It was the deadliest raid since Monday.", "compared"),
    ],
)
def test_a_time_is_of_what_happened_or_of_what_was_said(text: str, use: str) -> None:
    assert [item.use for item in times(text)] == [use]


def test_an_hour_is_of_the_day_told_before() -> None:
    found = times("The barge sank on Sunday. It had left at dawn.")
    assert [(item.use, item.window.start) for item in found] == [
        ("event", date(2025, 11, 16)),
        ("hour", date(2025, 11, 16)),
    ]


@settings(max_examples=500, deadline=None)
@given(TEXTS, st.dates(date(1, 1, 1), date(9999, 12, 31)))
def test_no_time_starts_after_its_end(text: str, published: date) -> None:
    for item in times(text, published):
        start, end = item.window.start, item.window.end
        assert start is None or end is None or start <= end


@settings(max_examples=500, deadline=None)
@given(TEXTS, st.dates(date(2000, 1, 1), date(2030, 12, 31)))
def test_no_time_is_after_publication_unless_the_text_says_so(text: str, published: date) -> None:
    for item in times(text, published):
        end, explicit = item.window.end, item.window.basis == "explicit"
        assert end is None or end <= published or item.ahead or explicit


@settings(max_examples=300, deadline=None)
@given(TEXTS)
def test_the_words_of_a_time_stand_in_the_text_and_none_overlaps_another(text: str) -> None:
    found = [item.window.words for item in times(text, None)]
    assert all(text[words.start : words.end] == words.quote for words in found)
    assert all(one.end <= other.start for one, other in pairwise(found))


@settings(max_examples=300, deadline=None)
@given(TEXTS)
def test_without_publication_nothing_is_counted_from_it(text: str) -> None:
    assert all(item.window.basis != "published" for item in times(text, None))


@pytest.mark.parametrize(
    "piece",
    ["since ", "the ", "in two ", "late ", "from May to ", "on Monday and ", "21 ", "a week "],
)
def test_time_grows_with_length_alone(piece: str) -> None:
    _seconds(piece)  # the lexicon is read once
    # Were it quadratic, a text eight times as long would take 64 times as long; machines are noisy.
    assert _seconds(piece * 16000) < 24 * _seconds(piece * 2000) + 1


def _seconds(text: str) -> float:
    start = time.process_time()
    times(text)
    return time.process_time() - start
