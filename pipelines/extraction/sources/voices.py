"""The voices of an article: whom a pronoun stands for, and who speaks in a quotation that runs over sentences."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import takewhile
from pathlib import Path

from pipelines.extraction.page import Page
from pipelines.extraction.sources.said import Said, said
from pipelines.extraction.sources.saying import Saying
from pipelines.extraction.sources.source_words import source_words
from pipelines.extraction.sources.sources import Source
from pipelines.extraction.sources.speakers import first_subject
from pipelines.extraction.syntax.parse import Parse
from pipelines.extraction.values import Link

# How many sentences away a pronoun or a quotation may have its speaker.
_FAR = 4
_CLOSING = ('"', "”", "»", "“")


class Voices:
    """Who speaks in an article. A sentence without claims is read only where a pronoun or quotation asks for it."""

    def __init__(self, page: Page, lexicon: Path | None) -> None:
        self._page, self._lexicon = page, lexicon
        self._text, self._sentences = page.text, page.sentences
        self._heard: dict[int, tuple[Parse, Said]] = {}
        self._stands_for: dict[int, Source] = {}

    def behind(self, read: Parse, counts: Iterable[tuple[int, bool]]) -> Iterator[tuple[Link, ...]]:
        """The chain of sources behind each count of a sentence that was read; empty where the narrator speaks.

        A count is given by its token and whether it may be one that somebody asks for.
        """
        heard: Said | None = None
        for place, asked in counts:
            heard = heard or self._hear(read)
            yield self._links(read, heard, place, asked=asked)

    def _links(self, read: Parse, heard: Said, place: int, *, asked: bool) -> tuple[Link, ...]:
        chain = heard.of(place, asked=asked)
        if not chain and self._sentences[read.sentence].is_quote:
            speaker = self._speaker(read.sentence)
            chain = [(speaker, "said")] if speaker is not None else []
        links: dict[int, Link] = {}
        for source, relation in chain:
            named = self._named(read, heard, source)
            link = Link(named.words, named.kind, relation, named.n_sources)
            links.setdefault(link.words.start, link)
        return tuple(links.values())

    def _hear(self, read: Parse) -> Said:
        heard = said(read, lexicon=self._lexicon)
        self._heard.setdefault(read.sentence, (read, heard))
        return heard

    def _sentence(self, number: int) -> tuple[Parse, Said]:
        """A sentence, read for those who speak in it."""
        if number not in self._heard:
            self._hear(self._page.of(number).parse)
        return self._heard[number]

    def _named(self, read: Parse, heard: Said, source: Source) -> Source:
        """Whom a pronoun stands for: the last who fits; the pronoun itself where nobody does."""
        start = source.words.start
        if source.pronoun and start not in self._stands_for:
            named = self._named_before(read, heard, source)
            fitting = (one for one in named if one.may_be(source.pronoun))
            self._stands_for[start] = next(fitting, source)
        return self._stands_for.get(start, source)

    def _named_before(self, read: Parse, heard: Said, source: Source) -> Iterator[Source]:
        """Those named before a pronoun, the last first: in its own sentence, then in those before it."""
        before = [saying for saying in heard.sayings if saying.source.last <= source.first]
        yield from self._named_in(read, before, source.first)
        for number in range(read.sentence - 1, max(read.sentence - 1 - _FAR, -1), -1):
            earlier, told = self._sentence(number)
            yield from self._named_in(earlier, told.sayings, len(earlier.tokens))

    def _named_in(self, read: Parse, sayings: Sequence[Saying], stop: int) -> Iterator[Source]:
        """Those named in a sentence before a place: who spoke, the last first, then its subject."""
        spoke = (saying.source for saying in reversed(sayings) if not saying.is_aside)
        named = (self._stands_for.get(source.words.start, source) for source in spoke)
        yield from (source for source in named if not source.pronoun)
        subject = first_subject(read, 0, stop, source_words(self._lexicon))
        if subject is not None and not subject.pronoun:
            yield subject

    def _speaker(self, number: int) -> Source | None:
        """Who speaks in a sentence all of which is quoted: named behind an open quotation, else before it."""
        behind = range(number + 1, min(number + 1 + _FAR, len(self._sentences)))
        goes_on = [] if self._closes(number) else takewhile(self._goes_on, behind)
        for other in (*goes_on, *range(number - 1, max(number - 1 - _FAR, -1), -1)):
            read, heard = self._sentence(other)
            if heard.sayings:
                saying = heard.sayings[0 if other > number else -1]
                return self._named(read, heard, saying.source)
            if not self._sentences[other].is_quote:
                return None
        return None

    def _goes_on(self, number: int) -> bool:
        """Whether a sentence stands in one line with the sentence before it."""
        between = slice(self._sentences[number - 1].end, self._sentences[number].start)
        return "\n" not in self._text[between]

    def _closes(self, number: int) -> bool:
        """Whether a quotation ends with the sentence."""
        return self._text[self._sentences[number].end - 1] in _CLOSING
