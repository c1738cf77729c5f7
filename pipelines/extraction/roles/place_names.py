"""Which words of a sentence are names, and which names can be places."""

from collections.abc import Mapping
from pathlib import Path

from pipelines.extraction.names.territories import demonyms
from pipelines.extraction.roles.place_words import place_words
from pipelines.extraction.syntax.parse import Parse
from pipelines.extraction.values import Mention, MentionKind

_NO_NAME = ("time", "num", "pron")
_SMALL = ("in", "on", "at", "and", "the", "of", "near", "off")
_DASHES = ("-", "–", "‐", "‑")
_BEFORE_TOWNS = (",", "in", "near")
_ARTICLE = 4  # letters of "Al-" or "d'" with the sign
_PARTICLES = 2
_NUMBERS = ("num", "age", "measure")
_SHORT = 3


class Names:
    """The names of one sentence. ``known`` are those that were found in the text, by the offset at which they begin."""

    def __init__(self, parse: Parse, known: Mapping[int, Mention], lexicon: Path | None) -> None:
        self._parse, self._known, self._words = parse, known, place_words(lexicon)
        self._adjectives = demonyms(lexicon)
        # In copy that is all capitals a capital tells no name.
        self.is_mixed = any(token.text.islower() for token in parse.tokens)

    def mention(self, place: int) -> Mention | None:
        """The known name that begins at a token."""
        if not 0 <= place < len(self._parse.tokens):
            return None
        return self._known.get(self._parse.tokens[place].start)

    def kind(self, place: int) -> MentionKind | None:
        """What the name that begins at a token is known to be; nothing for an adjective such as "Kenyan"."""
        mention = self.mention(place)
        if mention is None or mention.quote in self._adjectives:
            return None
        return mention.kind

    def is_name(self, place: int) -> bool:
        """Whether the word at a token is written like a name, and is none of a time or a number."""
        parse = self._parse
        if not 0 <= place < len(parse.tokens):
            return False
        token = parse.tokens[place]
        if not _is_capital(token.text) or parse.tag(place) in _NO_NAME or token.lower in _SMALL:
            return False
        if token.lower.rpartition("-")[2] in parse.grammar.time_nouns:
            return False
        return self.is_mixed or self.kind(place) == "place" or self._is_unknown(place)

    def step(self, place: int, *, named: bool) -> int:
        """How many tokens go on with a name, be it with the small words in it; 0 where none do."""
        parse, words = self._parse, self._words
        if self.is_name(place):
            return 1
        if not named:
            return 0
        before = parse.word(place - 1)
        if parse.word(place) == "." and before in words.short_forms and self.is_name(place + 1):
            return 2  # "St. Louis"
        if parse.tag(place) in _NUMBERS and before in words.numbered:
            return 1  # "Interstate 95"
        if place < len(parse.tokens) and parse.tokens[place].text in _DASHES:
            return 2 if self.is_name(place + 1) else 0
        return self._over_particles(place)

    def is_no_place(self, first: int, last: int) -> bool:
        """Whether a name over these tokens is a nationality, a deed, a person or an organisation."""
        parse, words = self._parse, self._words
        head, after = parse.word(last - 1), parse.word(last)
        if head in words.no_heads or (last - first == 1 and self._is_no_name(first)):
            return True
        if parse.tag(last) == "noun" and (self._is_deed(first, last) or parse.people.counts(after)):
            return True  # "in a Jaran raid", "in Kenyan officials"
        return self._is_of_others(first, last)

    def _over_particles(self, place: int) -> int:
        """How many tokens lead over small words to the rest of a name: "Vilanova i la Geltrú"."""
        for steps in range(1, _PARTICLES + 1):
            if self._parse.word(place + steps - 1) not in self._words.particles:
                return 0
            if self.is_name(place + steps) and self.kind(place + steps) != "organisation":
                return steps + 1
        return 0

    def _is_unknown(self, place: int) -> bool:
        """In capitals: a word that is none of ours, so that it may be a name."""
        parse, word = self._parse, self._parse.word(place)
        if self._words.is_place(word) or parse.tag(place) != "noun" or word in self._words.no_heads:
            return False
        known = parse.people.counts(word) is not None or parse.tag(place - 1) == "det"
        return not known and parse.cue(place) is None and len(word) > _SHORT

    def _is_no_name(self, place: int) -> bool:
        """Whether a single capitalised word is a nationality, or no name: "Israeli", "Russian-backed"."""
        nation = self._parse.tokens[place].text.partition("-")[0] in self._adjectives
        return nation or self._parse.word(place) in self._words.no_names

    def _is_deed(self, first: int, noun: int) -> bool:
        """Whether a noun behind a name makes of it who did it ("a Jaran raid") and no place ("the Gaza war")."""
        word = self._parse.word(noun)
        if word in self._words.befell or word not in self._words.no_heads:
            return False
        return word in self._words.assaults or self.kind(first) != "place"

    def _is_of_others(self, first: int, last: int) -> bool:
        """Whether a name is known to be of a person or an organisation; a town may stand for those who govern there."""
        mention = next(filter(None, map(self.mention, range(first, last))), None)
        if mention is None or mention.kind == "place":
            return False
        town = mention.link == "metonym" and self._parse.word(first - 1) in _BEFORE_TOWNS
        built = mention.rule != "lexicon" and self._words.is_place(self._parse.word(last - 1))
        return not (town or built) and mention.end >= self._parse.tokens[last - 1].end


def _is_capital(word: str) -> bool:
    """Whether a word is written like a name, be it behind an Arabic or French article: "al-Balah", "d'Ivoire"."""
    if word[0].isupper() or word.isalpha():
        return word[0].isupper()
    _, mark, rest = word.replace("’", "-").replace("'", "-").partition("-")
    return bool(mark) and len(word) - len(rest) <= _ARTICLE and rest[:1].isupper()
