"""The story of an article: who acted last, where it was told, and whether a sentence goes on about it."""

from dataclasses import dataclass, replace

from pipelines.extraction.page import Page
from pipelines.extraction.roles.act_words import ActWords
from pipelines.extraction.roles.agents import is_deed
from pipelines.extraction.syntax.parse import Parse
from pipelines.extraction.values import Phrase

_NEAR = 3
_NEXT = 2
_DEFINITE = ("the", "these", "those", "this", "that", "its", "their")
_ELLIPTIC = ("first", "second", "third", "fourth", "latest", "last", "one")
_MARKS = '-•–—"“'
_STOPS = (".", "!", "?", '"', "”", "’", "'", ")")


@dataclass(frozen=True, slots=True)
class Story:
    """Who acts, in which sentence and paragraph he was told of last, and the sentences that ``told`` of him.

    ``takes`` if he was told to take people, and of nothing else.
    """

    agent: Phrase
    sentence: int
    paragraph: int
    told: tuple[Parse, ...]
    takes: bool

    def told_in(self, parse: Parse, paragraph: int) -> "Story":
        """The story after a sentence that goes on about it."""
        told = self.told if self.sentence == parse.sentence else (*self.told, parse)
        return replace(self, sentence=parse.sentence, paragraph=paragraph, told=told)

    def goes_on_in(self, parse: Parse, paragraph: int, words: ActWords) -> bool:
        """Whether a sentence goes on about the story: near it, or by words that tie it to it."""
        if parse.sentence == self.sentence:
            return True
        far = parse.sentence - self.sentence
        near = _NEAR if paragraph == self.paragraph else _NEXT
        if far <= near and paragraph - self.paragraph <= 1:
            return True
        names = names_in(parse)
        return _refers(parse, words) or any(names & names_in(told) for told in self.told)


def names_in(parse: Parse) -> frozenset[str]:
    """The words of a sentence that are written like names, but for the one that it begins with."""
    capitals = all(token.text.isupper() for token in parse.tokens if token.text[0].isalpha())
    if capitals:
        return frozenset()
    return frozenset(
        token.lower
        for place, token in enumerate(parse.tokens)
        if token.text[0].isupper() and len(token.text) > 2 and _is_name(parse, place)
    )


def _is_name(parse: Parse, place: int) -> bool:
    dateline = parse.tokens[place].text.isupper() and parse.sentence == 0
    inside = parse.tag(place - 1) not in ("edge", "mark")
    return (inside or dateline) and parse.tag(place) not in ("time", "det", "pron")


def _refers(parse: Parse, words: ActWords) -> bool:
    """Whether a sentence speaks of "the attack", of "the dead", or of "the first" of several."""
    for phrase in parse.phrases:
        definite = parse.word(phrase.first) in _DEFINITE
        if phrase.head is None or not definite or _has_name(parse, phrase.first + 1, phrase.head):
            continue
        if (
            is_deed(parse, phrase.head, words)
            or parse.word(phrase.head) in words.struck | words.again
        ):
            return True
    early = (parse.word(place) for place in range(min(3, len(parse.tokens))))
    return parse.word(0) in ("the", "one") and any(word in _ELLIPTIC for word in early)


def _has_name(parse: Parse, first: int, last: int) -> bool:
    """Whether a deed has a name, so that it is no other that was told of: "the Manchester bombing"."""
    return any(parse.is_capital(place) for place in range(first, last))


def is_heading(page: Page, number: int) -> bool:
    """Whether a sentence is a heading within an article, below which another story begins."""
    text, sentence = page.text, page.sentences[number]
    begins = number > 0 and "\n" in text[page.sentences[number - 1].end : sentence.start]
    ends = text[sentence.end : sentence.end + 1] == "\n"
    words = text[sentence.start : sentence.end].strip(".").split()
    named = 0 < len(words) <= 3 and all(word.isupper() and len(word) > 2 for word in words)
    open_ended = text[sentence.end - 1] not in _STOPS and not text[sentence.start].isdigit()
    return begins and (named or (ends and open_ended and text[sentence.start] not in _MARKS))
