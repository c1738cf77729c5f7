"""A shallow parse of one sentence: the tags of its words and its noun phrases. Linear in its length, no model."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from pathlib import Path

from pipelines.extraction.metrics.cues import Cue
from pipelines.extraction.metrics.metrics import measures
from pipelines.extraction.syntax.noun_phrases import NounPhrase, Tagged, noun_phrases
from pipelines.extraction.syntax.tags import NOUN_FRAMES, tag_words
from pipelines.extraction.text.grammar import Grammar, grammar
from pipelines.extraction.text.people import PeopleNouns, people_nouns
from pipelines.extraction.text.tokens import Token
from pipelines.extraction.values import Quantity


@dataclass(frozen=True, slots=True)
class Parse:
    """A sentence read. ``words`` are its tokens in lower case, ``phrase_at`` the index of each token's phrase or -1.

    ``told`` are the metrics of the claims just before the sentence, which has the number ``sentence``.
    """

    text: str
    sentence: int
    tokens: Sequence[Token]
    words: Sequence[str]
    tags: Sequence[str]
    cues: Sequence[Cue]
    phrases: Sequence[NounPhrase]
    phrase_at: Sequence[int]
    people: PeopleNouns
    grammar: Grammar
    told: Collection[str]

    def tag(self, place: int) -> str:
        """The tag at a place; "edge" outside the sentence."""
        try:  # these three are asked more often than anything else, and almost always within the sentence
            return self.tags[place] if place >= 0 else "edge"
        except IndexError:
            return "edge"

    def word(self, place: int) -> str:
        """The lower-cased word at a place; empty outside the sentence."""
        try:
            return self.words[place] if place >= 0 else ""
        except IndexError:
            return ""

    def phrase(self, place: int) -> NounPhrase | None:
        """The noun phrase that covers a place."""
        try:
            index = self.phrase_at[place] if place >= 0 else -1
        except IndexError:
            return None
        return self.phrases[index] if index >= 0 else None

    def cue(self, place: int) -> Cue | None:
        """The first cue that covers a place."""
        return next((cue for cue in self.cues if cue.first <= place < cue.last), None)

    def is_capital(self, place: int) -> bool:
        """Whether the word at a place is written like a name."""
        return self.tokens[place].text[0].isupper()

    def is_person(self, place: int | None) -> bool | None:
        """Whether the noun at a place counts people: by list, ending or nationality; None when nothing tells."""
        if place is None:
            return None
        if self.tag(place) == "age":
            return True
        known = self.people.counts(self.word(place))
        nationality = self.is_capital(place) and self.people.is_nationality(self.word(place))
        return True if known is None and nationality else known

    def is_of_them(self, phrase: NounPhrase) -> bool:
        """Whether the phrase is a part of those told before: "three of them"."""
        return phrase.whole is not None and self.word(phrase.whole) in self.grammar.them


def parse(
    text: str,
    tokens: Sequence[Token],
    cues: Sequence[Cue],
    quantities: Sequence[Quantity],
    *,
    told: Collection[str] = (),
    sentence: int = 0,
    lexicon: Path | None = None,
) -> Parse:
    """Read one sentence, or a piece of one; ``quantities`` are its entries of the ledger."""
    known, people = grammar(lexicon), people_nouns(lexicon)
    numbers = _numbers(tokens, quantities)
    tags = tag_words(tokens, cues, numbers, quantities, known, measures(lexicon))
    plurals = {
        cue.last for cue in cues if cue.entry.frame in NOUN_FRAMES and cue.entry.form == "plural"
    }
    phrases = noun_phrases(Tagged(tokens, tags, numbers, plurals, known, people))
    phrase_at = [-1] * len(tokens)
    for index, phrase in enumerate(phrases):
        phrase_at[phrase.first : phrase.last] = [index] * (phrase.last - phrase.first)
    words = [token.lower for token in tokens]
    return Parse(text, sentence, tokens, words, tags, cues, phrases, phrase_at, people, known, told)


def _numbers(tokens: Sequence[Token], quantities: Sequence[Quantity]) -> list[int]:
    """For each token the quantity whose hedge or number it belongs to, or -1."""
    found = [-1] * len(tokens)
    place = 0
    for index, quantity in enumerate(quantities):
        while place < len(tokens) and tokens[place].end <= quantity.start:
            place += 1
        while place < len(tokens) and tokens[place].start < quantity.end:
            found[place] = index
            place += 1
    return found
