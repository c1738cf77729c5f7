"""Dates carried from sentence to sentence: who was hurt is told after the day on which it happened."""

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import timedelta
from itertools import islice
from pathlib import Path

from pipelines.extraction.claims.ledger import Placed
from pipelines.extraction.claims.told import is_found
from pipelines.extraction.page import Page
from pipelines.extraction.text.tokens import Token
from pipelines.extraction.times.timeline import Timed
from pipelines.extraction.times.windows import Window
from pipelines.extraction.times.words import time_words

_NIGHT = timedelta(1)
# The event that a text is about is dated in its first two paragraphs; a headline is none.
_LEADING = 2
_REACH, _FIRST = 14, 3
_POSSESSIVES = ("'s", "’s")
_FULL_STOPS = (".", "!", "?", '"', "”", ")", ":")


@dataclass(frozen=True, slots=True)
class Happened:
    """When something was that a sentence tells of.

    ``single`` where it is one event out of several, ``counts`` where the sentence counts those it befell.
    """

    sentence: int
    window: Window
    single: bool
    counts: bool


def carried(page: Page, placed: Sequence[Placed], happened: Sequence[Happened]) -> list[Placed]:
    """The claims with the windows that they take from other sentences."""
    if not placed:
        return []
    main = _main(page, [*happened, *_claimed(placed)])
    told, events = _Told(page.paragraphs), _Told(page.paragraphs)
    for event in happened:
        if _is_short(event.window):
            events.tell(event.sentence, event.window)
    done: list[Placed] = []
    for item in placed:
        sentence, window = item.quantity.sentence, item.dating.window or _of_total(item, done)
        if window is None and item.dating.reach != "none":
            window = told.before(sentence) or _of_main(item, main) or events.before(sentence)
        if window is not None and window.is_dated and _goes_on(item):
            told.tell(sentence, window)
        own = window is item.dating.window
        done.append(item if own else replace(item, dating=replace(item.dating, window=window)))
    return done


class _Told:
    """The windows told in each paragraph, by sentence."""

    def __init__(self, paragraphs: Sequence[int]) -> None:
        self._paragraphs = paragraphs
        self._sentences: dict[int, list[int]] = {}
        self._windows: dict[int, Window] = {}

    def tell(self, sentence: int, window: Window) -> None:
        """Note a window; the last one is what its sentence tells."""
        told = self._sentences.setdefault(self._paragraphs[sentence], [])
        if sentence not in self._windows:
            told.append(sentence)
        self._windows[sentence] = window

    def before(self, sentence: int) -> Window | None:
        """The last window told in the paragraph of a sentence, before it."""
        told = self._sentences.get(self._paragraphs[sentence], [])
        place = bisect_left(told, sentence)
        return self._windows[told[place - 1]] if place else None


def _goes_on(item: Placed) -> bool:
    """Whether the claims after it may take its window: an offer's, a find's or a part's is its own."""
    return _tells_event(item) and item.draft.scope != "subset"


def _claimed(placed: Sequence[Placed]) -> Iterator[Happened]:
    """What the claims' own windows say happened."""
    for item in placed:
        window = item.dating.window
        if window is not None and _goes_on(item):
            yield Happened(item.quantity.sentence, window, single=False, counts=True)


def _of_total(item: Placed, done: Sequence[Placed]) -> Window | None:
    """The window of the total that a part belongs to."""
    for other in reversed(done):
        if other.quantity.sentence != item.quantity.sentence:
            return None
        if other.quantity.start == item.total and other.draft.metric == item.draft.metric:
            return other.dating.window
    return None


def _of_main(item: Placed, main: Sequence[Happened]) -> Window | None:
    """The window of the event that the text is about: told before, or in a lead whose count is dated after it."""
    sentence = item.quantity.sentence
    if not main or any(event.sentence == sentence for event in main):
        return None
    if main[0].sentence < sentence:
        return main[0].window if item.dating.reach == "article" else None
    dated = next((event for event in main if event.counts), None)
    return dated.window if dated is not None and item.draft.unit == "person" else None


def _main(page: Page, happened: Sequence[Happened]) -> list[Happened]:
    """The first day or night of the leading paragraphs on which something happened, and the first that has a count."""
    singles = {event.sentence for event in happened if event.single}
    headline = bool(page.sentences) and page.text[page.sentences[0].end - 1] not in _FULL_STOPS
    leading = [
        event
        for event in sorted(happened, key=lambda event: event.sentence)
        if page.paragraphs[event.sentence] < _LEADING + headline
        and _is_short(event.window)
        and event.sentence not in singles
    ]
    counted = (event for event in leading if event.counts)
    return [*leading[:1], *islice(counted, 1)]


def _is_short(window: Window) -> bool:
    start, end = window.start, window.end
    return start is not None and end is not None and end - start <= _NIGHT


def happened_in(
    number: int,
    tokens: Sequence[Token],
    timed: Sequence[Timed],
    placed: Sequence[Placed],
    *,
    lexicon: Path | None,
) -> Iterator[Happened]:
    """The first dated event of a sentence, if it has one; an offer, a find or a clause about people is none."""
    undated = bool(placed) and all(item.dating.window is None for item in placed)
    if not timed or undated or any(not _tells_event(item) for item in placed):
        return
    lists = time_words(lexicon).lists
    single = any(token.lower in lists["singles"] for token in tokens[:_FIRST])
    for item in timed:
        named = item.last < len(tokens) and tokens[item.last].lower in _POSSESSIVES
        told = item.use == "event" and item.window.is_dated and not (named or item.ahead)
        if told and not _is_of_people(tokens, item, lists):
            yield Happened(number, item.window, single, bool(placed))
            return


def _tells_event(item: Placed) -> bool:
    return item.draft.unit in ("person", "event") and not is_found(item.draft)


def _is_of_people(
    tokens: Sequence[Token], item: Timed, lists: Mapping[str, frozenset[str]]
) -> bool:
    """Whether a time stands in a clause like "whose boat capsized on Sunday"."""
    for token in reversed(tokens[max(0, item.first - _REACH) : item.first]):
        if token.lower in lists["of_people"]:
            return True
        if token.lower in lists["clause_ends"]:
            return False
    return False
