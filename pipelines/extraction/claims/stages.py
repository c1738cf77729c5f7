"""What an article tells of places apart from its claims: where its sentences are set, and what it is about."""

import re
from collections.abc import Iterator, Sequence
from functools import cache
from pathlib import Path

from pipelines.extraction.claims.datelines import dateline
from pipelines.extraction.claims.ledger import Placed
from pipelines.extraction.claims.scenes import COUNTED, NOWHERE, Scene, scene
from pipelines.extraction.claims.scope_words import scope_words
from pipelines.extraction.page import Page, Passage
from pipelines.extraction.roles.place_reader import Reader
from pipelines.extraction.roles.place_words import place_words
from pipelines.extraction.roles.settings import settings
from pipelines.extraction.syntax.parse import Parse
from pipelines.extraction.values import Mention

# The event that a text is about is told in its first two paragraphs; a headline is none.
_LEADING = 2
_MOST = 15  # sentences that these hold at most
# What speaks less than this for a place leaves it to its own sentence.
_SOURCED = 12
_FULL_STOPS = (".", "!", "?", '"', "”", ")", ":")
# The head of a part of a digest, a country or a subject in capitals; of a part of a live report, the time of day.
_PART = re.compile(r"[A-ZÀ-ÖØ-Þ][A-ZÀ-ÖØ-Þ '-]{3,30}(?::|\.$|$)|\d{1,2}[:.]\d{2} [A-Z“\"]")
_DIGEST = 3
_MONEY = ("reward", "offer")


class Stages:
    """The sentences of an article as stages of what happens. One without claims is read only when asked for."""

    def __init__(self, page: Page, mentions: Sequence[Mention], lexicon: Path | None) -> None:
        self._page, self._lexicon = page, lexicon
        self._text, self._sentences = page.text, page.sentences
        self._known = {mention.start: mention for mention in mentions}
        self._events: dict[int, Scene] = {}
        self.paragraphs = page.paragraphs

    def reader(self, read: Parse) -> Reader:
        """What reads the places of a sentence."""
        return Reader(read, self._known, self._lexicon)

    def event(self, number: int) -> Scene:
        """The place of the event that a sentence tells of beside its claims."""
        if number not in self._events:
            self._events[number] = self._read(number)
        return self._events[number]

    def main(self, placed: Sequence[Placed], first: int, last: int) -> Scene:
        """The first place told in the leading paragraphs of a part; where none is, the town of the dateline."""
        unnamed = NOWHERE
        opening = range(self.paragraphs[first], self.paragraphs[first] + self._leading(first))
        claims = [item for item in placed if self.paragraphs[item.quantity.sentence] in opening]
        for number in range(first, min(last, first + _MOST)):
            if self.paragraphs[number] not in opening:
                break
            for told in self._told(claims, number):
                if told.is_named:
                    return told
                if told.place is not None and told.lends and not told.is_told:
                    unnamed = unnamed if unnamed.place is not None else told
        return unnamed if unnamed.place is not None else self._town(placed, first)

    def parts(self) -> Iterator[range]:
        """The parts of a digest ("TURKEY: Sea floods") or a live report ("10:20 A doctor"); other texts are one."""
        heads = [
            number
            for number, sentence in enumerate(self._sentences)
            if _PART.match(self._text, sentence.start, sentence.end)
        ]
        starts = sorted({0, *heads}) if len(heads) >= _DIGEST else [0]
        for start, stop in zip(starts, [*starts[1:], len(self._sentences)], strict=True):
            yield range(start, stop)

    def _told(self, placed: Sequence[Placed], number: int) -> list[Scene]:
        """The places of a sentence that a text may be about: those of its claims, else that of its event."""
        claims = [item for item in placed if item.quantity.sentence == number]
        return [item.scene for item in claims if _leads(item)] if claims else [self.event(number)]

    def _town(self, placed: Sequence[Placed], first: int) -> Scene:
        """The town of the dateline, where the leading paragraph claims something without saying where."""
        leading = range(self.paragraphs[first] + self._leading(first) - 1)
        asks = any(
            _leads(item) and self.paragraphs[item.quantity.sentence] in leading for item in placed
        )
        town = dateline(self._text) if first == 0 and asks else None
        return NOWHERE if town is None else Scene(town, is_named=True)

    def _leading(self, first: int) -> int:
        """How many paragraphs lead a part; a headline is one more."""
        headline = self._text[self._sentences[first].end - 1] not in _FULL_STOPS
        return _LEADING + headline

    def _read(self, number: int) -> Scene:
        passage = self._page.of(number)
        if number > 0 and not passage.cues and not self._may_tell(passage):
            return NOWHERE
        reader = self.reader(passage.parse)
        anchors = list(self._anchors(reader))
        if not anchors and (number > 0 or reader.parse.cues):
            return NOWHERE
        found = [setting for setting in settings(reader) if setting.weight <= _SOURCED]
        nearest = min(
            found,
            key=lambda item: min((abs(item.lead - at) for at in anchors), default=0),
            default=None,
        )
        return scene(reader, nearest)

    def _may_tell(self, passage: Passage) -> bool:
        """Whether a sentence has a word that could tell of an event, so that it is worth a parse."""
        nouns, verbs = _telling(self._lexicon)
        said = [token.lower for token in passage.tokens]
        return not (nouns.isdisjoint(said) and verbs.isdisjoint(said))

    def _anchors(self, reader: Reader) -> Iterator[int]:
        """Where a sentence tells that something happened."""
        parse, (nouns, verbs) = reader.parse, _telling(self._lexicon)
        for at, word in enumerate(parse.words):
            if word in nouns or (word in verbs and parse.tag(at) != "noun"):
                yield at
        yield from (cue.first for cue in parse.cues if cue.entry.frame not in _MONEY)


@cache
def _telling(lexicon: Path | None) -> tuple[frozenset[str], frozenset[str]]:
    """The nouns and the verbs that tell of an event."""
    words, ways = scope_words(lexicon), place_words(lexicon)
    return words.event | words.events | words.single, ways.striking | ways.crashing


def _leads(item: Placed) -> bool:
    """Whether a text may be about the place of a claim: arrests and parts are told of elsewhere."""
    counts = item.draft.unit in COUNTED and item.draft.metric != "arrests"
    return counts and item.draft.scope != "subset"
