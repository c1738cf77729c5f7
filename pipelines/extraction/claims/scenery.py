"""Places carried from sentence to sentence: who was hurt is told after the place where it happened."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Final

from pipelines.extraction.claims.drafts import Draft
from pipelines.extraction.claims.ledger import Placed
from pipelines.extraction.claims.scenes import COUNTED, NOWHERE, Scene, scenes
from pipelines.extraction.claims.stages import Stages
from pipelines.extraction.page import Page
from pipelines.extraction.syntax.parse import Parse
from pipelines.extraction.values import Mention

_DAY: Final = timedelta(1)
# What lasts longer is no single event.
_EVENT: Final = timedelta(10)
_LONG = ("month", "quarter", "year", "decade")
# How many claims back one may go on about another, the last one first.
_BACK = 60
_OPEN = ("requested", "planned")


class Scenery:
    """The scenes of the claims of an article."""

    def __init__(self, page: Page, mentions: Sequence[Mention], lexicon: Path | None) -> None:
        self._stages = Stages(page, mentions, lexicon)

    def of(self, read: Parse, drafts: Sequence[Draft]) -> list[Scene]:
        """The scene of each draft in its own sentence."""
        return scenes(self._stages.reader(read), drafts) if drafts else []

    def carried(self, placed: Sequence[Placed]) -> list[Placed]:
        """The claims with the scenes that they take from other sentences."""
        done: list[Placed] = []
        for part in self._stages.parts():
            told = [item for item in placed if item.quantity.sentence in part]
            if told:
                main = self._stages.main(told, part.start, part.stop)
                done += self._carried(told, main)
        return done

    def _carried(self, placed: Sequence[Placed], main: Scene) -> list[Placed]:
        done: list[Placed] = []
        for item in placed:
            scene, before = item.scene, done[: -_BACK - 1 : -1]
            if scene.is_told:
                scene = _named(before, main) or scene
            elif scene.place is None and _may_take(item):
                scene = self._taken(item, before, main)
            done.append(item if scene is item.scene else replace(item, scene=scene))
        return done

    def _taken(self, item: Placed, before: Sequence[Placed], main: Scene) -> Scene:
        """The scene of a claim's total, else that told last before it in its paragraph, else that of the text."""
        total = next((other for other in before if _is_total(item, other)), None)
        if total is not None and total.scene.place is not None:
            return total.scene
        lending = next((other for other in before if self._lends(other, item)), None)
        if lending is None or lending.quantity.sentence < item.quantity.sentence - 1:
            event = self._event_before(item, before)
            if event.place is not None:
                return event
        return lending.scene if lending is not None else _of_text(item, before, main)

    def _event_before(self, item: Placed, before: Sequence[Placed]) -> Scene:
        """The place of the sentence just before a claim in its paragraph, where that one claims nothing itself."""
        sentence = item.quantity.sentence
        counts = (other for other in before if other.draft.unit in COUNTED)
        claims = any(other.quantity.sentence == sentence - 1 for other in counts)
        paragraphs = self._stages.paragraphs
        if claims or sentence == 0 or paragraphs[sentence] != paragraphs[sentence - 1]:
            return NOWHERE
        event = self._stages.event(sentence - 1)
        return event if event.lends else NOWHERE

    def _lends(self, other: Placed, item: Placed) -> bool:
        """Whether a claim told before in the paragraph may be of the same event."""
        if other.scene.place is None or not self._are_near(other, item):
            return False
        if other.quantity.sentence != item.quantity.sentence:
            part = other.draft.scope == "subset" and item.draft.scope != "subset"
            if part or not other.scene.lends:
                return False
        return _is_sum(other) if _is_sum(item) else not _is_long(item)

    def _are_near(self, other: Placed, item: Placed) -> bool:
        paragraphs = self._stages.paragraphs
        return paragraphs[other.quantity.sentence] == paragraphs[item.quantity.sentence]


def _of_text(item: Placed, before: Sequence[Placed], main: Scene) -> Scene:
    """The scene of the event that the text is about, for what is told of that event; a sum takes that of sums."""
    if item.draft.metric == "arrests" or _is_long(item):
        return NOWHERE
    if not _is_sum(item):
        return main
    for other in before:
        if _is_sum(other) and other.scene.place is not None and not _is_long(other):
            return other.scene
    about = [other for other in before if other.scene == main]
    return main if not about or _is_meanwhile(item, about[-1]) else NOWHERE


def _is_meanwhile(item: Placed, event: Placed) -> bool:
    """Whether a sum is told of days that begin with those of an event: "since Monday"."""
    window, of_event = item.dating.window, event.dating.window
    if window is None or window.start is None or of_event is None or of_event.start is None:
        return False
    return window.start >= of_event.start - _DAY


def _named(before: Sequence[Placed], main: Scene) -> Scene | None:
    """The place with a name that "the city" stands for."""
    told = (other.scene for other in before if other.scene.is_named)
    return next(told, main if main.is_named else None)


def _is_total(item: Placed, other: Placed) -> bool:
    """Whether a claim is part of the other: of the one it is told with, else of the last that is no part itself."""
    if item.draft.scope != "subset" or other.draft.metric != item.draft.metric:
        return False
    if item.total is not None:
        return other.quantity.start == item.total
    return other.draft.scope != "subset"


def _is_sum(item: Placed) -> bool:
    return item.draft.scope == "cumulative"


def _is_long(item: Placed) -> bool:
    """Whether a claim is told of a stretch of time that no single event takes: "since January", "in 2019"."""
    window = item.dating.window
    if window is None:
        return False
    if window.start is None or window.end is None:
        return window.precision in _LONG
    return window.end - window.start > _EVENT


def _may_take(item: Placed) -> bool:
    """Whether a claim may be of the event told before: not money, and not what is only planned."""
    draft = item.draft
    return draft.unit in COUNTED and draft.modality not in _OPEN and draft.scope != "each"
