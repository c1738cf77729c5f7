"""Places carried from sentence to sentence: who was hurt is told after the place where it happened."""

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

from pipelines.extraction.claims.datelines import dateline
from pipelines.extraction.claims.drafts import Draft
from pipelines.extraction.claims.ledger import Placed
from pipelines.extraction.claims.scenes import NOWHERE, Scene, scene, scenes
from pipelines.extraction.claims.scope_words import scope_words
from pipelines.extraction.metrics.cues import cue_index
from pipelines.extraction.numbers.quantities import sentence_quantities
from pipelines.extraction.roles.place_names import Reader
from pipelines.extraction.roles.settings import settings
from pipelines.extraction.syntax.parse import Parse, parse
from pipelines.extraction.text.tokens import tokenize
from pipelines.extraction.values import Mention, Sentence

_LEADING = 2
_OPEN = ("requested", "planned")
_SOURCED = 12
_EVENT = timedelta(10)
_LONG = ("month", "quarter", "year", "decade")
# The head of a part of a digest: a place or a subject in capitals.
_PART = re.compile(r"[A-ZÀ-ÖØ-Þ][A-ZÀ-ÖØ-Þ '-]{3,30}(?::|\.$|$)")
_FULL_STOPS = (".", "!", "?", '"', "”", ")", ":")


class Scenery:
    """The places of an article. Sentences without claims are read only where a claim asks for them."""

    def __init__(
        self,
        text: str,
        sentences: Sequence[Sentence],
        mentions: Sequence[Mention],
        lexicon: Path | None,
    ) -> None:
        self._text, self._sentences, self._lexicon = text, sentences, lexicon
        self._known = {mention.start: mention for mention in mentions}
        self._paragraphs = _paragraphs(text, sentences)
        self._events: dict[int, Scene] = {}

    def of(self, read: Parse, drafts: Sequence[Draft]) -> list[Scene]:
        """The scene of each draft of a sentence."""
        return scenes(self._reader(read), drafts) if drafts else []

    def carried(self, placed: Sequence[Placed]) -> list[Placed]:
        """The claims with the scenes that they take from other sentences."""
        starts = sorted(self._parts())
        done: list[Placed] = []
        for first, last in zip(starts, [*starts[1:], len(self._sentences)], strict=True):
            of_part = [item for item in placed if first <= item.quantity.sentence < last]
            done += self._carried(of_part, self._main(of_part, first, last)) if of_part else []
        return done

    def _carried(self, placed: Sequence[Placed], main: Scene) -> list[Placed]:
        done: list[Placed] = []
        for item in placed:
            scene = item.scene
            if scene.is_told:
                scene = self._named(done, main) or scene
            elif scene.place is None and _may_take(item):
                scene = self._taken(item, done, placed, main)
            done.append(replace(item, scene=scene))
        return done

    def _taken(
        self, item: Placed, done: Sequence[Placed], placed: Sequence[Placed], main: Scene
    ) -> Scene:
        """The scene told last before a claim in its paragraph, else that of the text."""
        sentence = item.quantity.sentence
        total = next((other for other in reversed(done) if _is_total(item, other)), None)
        if total is not None and total.scene.place is not None:
            return total.scene
        claimed = {other.quantity.sentence for other in placed}
        for number in range(sentence, -1, -1):
            if self._paragraphs[number] != self._paragraphs[sentence]:
                break
            for other in reversed(done):
                if other.quantity.sentence == number and _lends(other, item):
                    return other.scene
            if number == sentence - 1 and number not in claimed:
                told = self._event(number)
                if told.place is not None and told.lends:
                    return told
        return self._of_text(item, done, main)

    def _of_text(self, item: Placed, done: Sequence[Placed], main: Scene) -> Scene:
        """The scene of the event that the text is about, for what is told of that event."""
        if item.draft.metric == "arrests" or _is_long(item):
            return NOWHERE
        if item.draft.scope != "cumulative":
            return main
        summed = (other.scene for other in reversed(done) if _sums(other) and other.scene.place is not None)
        return next(summed, NOWHERE)

    def _named(self, done: Sequence[Placed], main: Scene) -> Scene | None:
        """The place with a name that "the city" stands for."""
        told = (other.scene for other in reversed(done) if other.scene.is_named)
        return next(told, main if main.is_named else None)

    def _main(self, placed: Sequence[Placed], first: int, last: int) -> Scene:
        """The first place told in the leading paragraphs of a part; where none is, the town of the dateline."""
        unnamed = NOWHERE
        headline = self._text[self._sentences[first].end - 1] not in _FULL_STOPS
        for number in range(first, last):
            if self._paragraphs[number] - self._paragraphs[first] >= _LEADING + headline:
                break
            own = [item.scene for item in placed if item.quantity.sentence == number and _leads(item)]
            for told in own or [self._event(number)]:
                if told.is_named:
                    return told
                if told.place is not None and told.lends and not told.is_told and unnamed.place is None:
                    unnamed = told
        town = dateline(self._text) if first == 0 else None
        return unnamed if unnamed.place is not None or town is None else Scene(town, is_named=True)

    def _parts(self) -> list[int]:
        """Where the parts of a digest begin: at lines like "TURKEY: Black Sea floods". Other texts are one part."""
        heads = [
            number
            for number, sentence in enumerate(self._sentences)
            if _PART.match(self._text, sentence.start, sentence.end)
        ]
        return [*({0, *heads} if len(heads) > 2 else {0})]

    def _event(self, number: int) -> Scene:
        """The place of the event that a sentence without claims tells of."""
        if number not in self._events:
            self._events[number] = self._read(number)
        return self._events[number]

    def _read(self, number: int) -> Scene:
        place = self._sentences[number]
        tokens = tokenize(self._text, place.start, place.end)
        numbers = list(sentence_quantities(self._text, tokens, number))
        cues = cue_index(self._lexicon).in_sentence(tokens)
        words = scope_words(self._lexicon)
        events = [
            at
            for at, token in enumerate(tokens)
            if token.lower in words.event | words.events | words.single
        ]
        reader = self._reader(parse(self._text, tokens, cues, numbers, sentence=number, lexicon=self._lexicon))
        happens = [at for at, word in enumerate(reader.parse.words) if word in reader.words.striking | reader.words.crashing]
        harms = [cue.first for cue in cues if cue.entry.frame not in ("reward", "offer")]
        anchors = events + happens + harms
        found = [setting for setting in settings(reader) if setting.weight <= _SOURCED]
        if not anchors:
            return scene(reader, found[0] if found and number == 0 else None)
        nearest = min(found, key=lambda item: min(abs(item.lead - at) for at in anchors), default=None)
        return scene(reader, nearest)

    def _reader(self, read: Parse) -> Reader:
        return Reader(read, self._known, self._lexicon)


def _leads(item: Placed) -> bool:
    """Whether a text may be about the place of a claim: arrests and parts are told of elsewhere."""
    return item.draft.scope != "subset" and item.draft.metric != "arrests"


def _is_total(item: Placed, other: Placed) -> bool:
    """Whether a claim is part of the other: of the one it is told with, else of the last that is no part itself."""
    if item.draft.scope != "subset" or other.draft.metric != item.draft.metric:
        return False
    if item.total is not None:
        return other.quantity.start == item.total
    return other.draft.scope != "subset"


def _lends(other: Placed, item: Placed) -> bool:
    """Whether a claim told before may be of the same event: a sum takes from sums, and no claim from a part."""
    if other.scene.place is None or not other.scene.lends:
        return False
    if other.draft.scope == "subset" and item.draft.scope != "subset" and other.quantity.sentence != item.quantity.sentence:
        return False
    if item.draft.scope == "cumulative":
        return _sums(other)
    return not _is_long(item)


def _sums(other: Placed) -> bool:
    return other.draft.scope == "cumulative"


def _is_long(item: Placed) -> bool:
    """Whether a claim is told of a stretch of time that no single event takes: "since January", "in 2019"."""
    window = item.dating.window
    if window is None or window.start is None or window.end is None:
        return window is not None and window.precision in _LONG
    return window.end - window.start > _EVENT


def _may_take(item: Placed) -> bool:
    """Whether a claim may be of the event told before: not money, and not what is only planned."""
    draft = item.draft
    return draft.unit in ("person", "event") and draft.modality not in _OPEN and draft.scope != "each"


def _paragraphs(text: str, found: Sequence[Sentence]) -> list[int]:
    """For each sentence the number of its paragraph, which ends with the line."""
    numbers: list[int] = []
    for place, sentence in enumerate(found):
        before = found[place - 1].end if place else sentence.start
        new = place > 0 and "\n" in text[before : sentence.start]
        numbers.append(numbers[-1] + new if numbers else 0)
    return numbers
