"""The sentences of an article, each read once at most, and only as far as somebody asks."""

from collections.abc import Iterator, Sequence
from functools import cached_property
from pathlib import Path

from pipelines.extraction.metrics.cues import Cue, cue_index
from pipelines.extraction.numbers.quantities import sentence_quantities
from pipelines.extraction.syntax.parse import Parse, parse
from pipelines.extraction.text.tokens import Token, tokenize
from pipelines.extraction.times.expressions import find
from pipelines.extraction.times.points import TimeExpression
from pipelines.extraction.values import Quantity, Sentence

# No sentence of prose has more tokens; what has is read in pieces, so that time grows with length alone.
_PIECE = 250


class Passage:
    """A sentence, or a piece of a very long one, with its words, numbers, times, cues and parse."""

    def __init__(
        self, text: str, sentence: int, tokens: Sequence[Token], lexicon: Path | None
    ) -> None:
        self.text, self.sentence, self.tokens, self._lexicon = text, sentence, tokens, lexicon

    @cached_property
    def numbers(self) -> Sequence[Quantity]:
        """The number expressions, whose outcome is provisional."""
        return tuple(sentence_quantities(self.text, self.tokens, self.sentence))

    @cached_property
    def cues(self) -> Sequence[Cue]:
        """The words that speak of a metric."""
        return cue_index(self._lexicon).in_sentence(self.tokens)

    @cached_property
    def times(self) -> Sequence[TimeExpression]:
        """The time expressions, not yet resolved."""
        return tuple(find(self.tokens, lexicon=self._lexicon))

    @cached_property
    def parse(self) -> Parse:
        """The shallow parse, in which nothing was told before."""
        return parse(
            self.text,
            self.tokens,
            self.cues,
            self.numbers,
            sentence=self.sentence,
            lexicon=self._lexicon,
        )


class Page:
    """The passages of a text in order."""

    def __init__(self, text: str, sentences: Sequence[Sentence], lexicon: Path | None) -> None:
        self.text, self.sentences = text, sentences
        self.passages: list[Passage] = []
        self._first: list[int] = []
        for number, sentence in enumerate(sentences):
            self._first.append(len(self.passages))
            for piece in _pieces(tokenize(text, sentence.start, sentence.end)):
                self.passages.append(Passage(text, number, piece, lexicon))

    @cached_property
    def paragraphs(self) -> Sequence[int]:
        """For each sentence the number of its paragraph, which ends with the line."""
        numbers: list[int] = []
        for place, sentence in enumerate(self.sentences):
            before = self.sentences[place - 1].end if place else sentence.start
            new = place > 0 and "\n" in self.text[before : sentence.start]
            numbers.append(numbers[-1] + new if numbers else 0)
        return numbers

    def of(self, sentence: int) -> Passage:
        """The passage of a sentence; of a very long one its first piece."""
        return self.passages[self._first[sentence]]

    def at(self, sentence: int, start: int) -> Passage:
        """The passage of a sentence in which the character ``start`` stands."""
        place = self._first[sentence]
        while self.passages[place].tokens[-1].end <= start:
            place += 1
        return self.passages[place]


def _pieces(tokens: Sequence[Token]) -> Iterator[Sequence[Token]]:
    for first in range(0, len(tokens), _PIECE):
        yield tokens[first : first + _PIECE] if len(tokens) > _PIECE else tokens
