"""Whom a pronoun or a word like "the group" stands for among those who act in an article."""

from collections.abc import Iterator

from pipelines.extraction.claims.sides import is_force, is_named, is_own_side
from pipelines.extraction.claims.stories import Story
from pipelines.extraction.page import Page
from pipelines.extraction.roles.act_words import ActWords
from pipelines.extraction.roles.agents import agent
from pipelines.extraction.roles.owning import possessor
from pipelines.extraction.roles.phrases import span
from pipelines.extraction.syntax.doers import Doer
from pipelines.extraction.syntax.doing import doer_of
from pipelines.extraction.syntax.noun_phrases import NounPhrase
from pipelines.extraction.syntax.parse import Parse
from pipelines.extraction.values import Phrase

_PEOPLE = ("he", "his", "him", "she", "her")
_THINGS = ("it", "its")
_MANY = ("they", "their", "them")
_ALL = (*_PEOPLE, *_THINGS, *_MANY, "who", "which", "whose", "that")
_FINITE = ("verb", "part", "aux")
_SENTENCES_BACK = 2


def is_pronoun(phrase: Phrase) -> bool:
    """Whether the words of a phrase are a pronoun."""
    return phrase.quote.lower() in _ALL


class StandIns:
    """The people and bodies of an article whom its pronouns stand for."""

    def __init__(self, page: Page, words: ActWords) -> None:
        self._page, self._words = page, words

    def named(self, phrase: Phrase, parse: Parse) -> Phrase | None:
        """Whom a pronoun stands for; None where nobody before it fits."""
        found = (one for one in self._candidates(phrase, parse) if not is_pronoun(one))
        return next(found, None)

    def people_before(self, pronoun: Phrase, parse: Parse) -> Iterator[Phrase]:
        """The people of a sentence before a pronoun that it may stand for, the nearest first."""
        word = pronoun.quote.lower()
        for phrase in reversed(parse.phrases):
            head = phrase.head if phrase.head is not None else phrase.whole
            if head is None or parse.tokens[head].start >= pronoun.start:
                continue
            if parse.is_person(head) or self._is_name(parse, phrase):
                many = parse.people.is_plural(parse.word(head))
                if many == (word in _MANY):
                    yield span(parse, phrase.first, phrase.last)

    def _is_name(self, parse: Parse, phrase: NounPhrase) -> bool:
        """Whether a phrase ends in a name that is no place's and no body's."""
        if (
            phrase.head is None
            or not parse.is_capital(phrase.head)
            or parse.is_person(phrase.head) is False
        ):
            return False
        first = phrase.first + (parse.tag(phrase.first) == "det")
        who, name = self._words.who, " ".join(parse.words[first : phrase.last])
        if parse.word(phrase.head) in who.agents:
            return False
        return phrase.head > phrase.first and name not in who.known and name not in who.towns

    def meant(self, agent: Phrase, parse: Parse, story: Story | None) -> Phrase | None:
        """Whom words for an actor stand for: a pronoun, or "the gunmen" once they were named in the story."""
        told = None if story is None else story.agent
        if not is_pronoun(agent):
            return told if told is not None and self._stands_for(agent, told) else agent
        found = self.named(agent, parse)
        if found is None:
            near = story is not None and parse.sentence - story.sentence <= 1
            return told if near else None
        same = told is not None and is_own_side(found, told, self._words)
        return told if same else found

    def is_owned(self, agent: Phrase) -> bool:
        """Whether one who acts is only somebody's man: "its gunners"."""
        return self._before(agent).endswith((" its ", " their ", " his "))

    def _stands_for(self, agent: Phrase, told: Phrase) -> bool:
        """Whether words such as "the gunmen" or "the group" stand for whom the story is about."""
        who, said = self._words.who, agent.quote.lower()
        definite = self._before(agent).endswith(("the ", "their ", "his ", "her "))
        if not definite or said in told.quote.lower() or is_force(told, self._words):
            return False
        if said in who.bodies or said in who.members:
            return is_named(told, self._page.text, self._words)
        return said in who.culprits

    def _before(self, agent: Phrase) -> str:
        return self._page.text[max(agent.start - 7, 0) : agent.start].lower()

    def _candidates(self, phrase: Phrase, parse: Parse) -> Iterator[Phrase]:
        place = next(at for at, token in enumerate(parse.tokens) if token.start == phrase.start)
        yield from self._in_sentence(parse, place)
        first = max(parse.sentence - _SENTENCES_BACK, 0)
        for number in range(parse.sentence - 1, first - 1, -1):
            earlier = self._page.of(number).parse
            yield from self._subjects(earlier, len(earlier.tokens), parse.word(place))
            if parse.word(place) in _PEOPLE:
                yield from self._people(earlier)

    def _in_sentence(self, parse: Parse, pronoun: int) -> Iterator[Phrase]:
        """Who says so ("the army said it had"), else the subject that the sentence begins with."""
        word = parse.word(pronoun)
        for place in range(pronoun - 1, -1, -1):
            if parse.word(place) == ";":
                return
            if parse.word(place) in parse.grammar.reporting and parse.phrase(place) is None:
                doer = doer_of(parse, place)
                found = self._fitting(parse, doer, word)
                if found is not None:
                    yield found
                if doer is not None and parse.tag(doer.head) != "pron":
                    return
        yield from self._subjects(parse, pronoun, word)

    def _subjects(self, parse: Parse, stop: int, pronoun: str) -> Iterator[Phrase]:
        """Who does what the first verb of a sentence says, and the phrase that the sentence begins with."""
        verbs = (place for place in range(stop) if parse.tag(place) in _FINITE)
        verb = next((place for place in verbs if parse.phrase(place) is None), None)
        doer = None if verb is None else doer_of(parse, verb)
        found = self._fitting(parse, doer, pronoun)
        if found is not None:
            yield found
        if doer is None:
            yield from self._first(parse, stop, pronoun)

    def _first(self, parse: Parse, stop: int, pronoun: str) -> Iterator[Phrase]:
        """The first phrase that no preposition leads."""
        for phrase in parse.phrases:
            if phrase.first >= stop:
                return
            led = parse.tag(phrase.first - 1) in ("prep", "sub")
            if led or phrase.head is None or self._is_time(parse, phrase.head):
                continue
            if parse.word(phrase.last) in ("-", "–", "—", "("):
                continue  # a dateline
            found = self._fitting(parse, Doer(phrase.first, phrase.last, phrase.head), pronoun)
            if found is not None:
                yield found
            return

    def _is_time(self, parse: Parse, head: int) -> bool:
        return parse.tag(head) == "time" or parse.word(head) in parse.grammar.time_nouns

    def _people(self, parse: Parse) -> Iterator[Phrase]:
        """Every single person of a sentence."""
        for phrase in parse.phrases:
            if phrase.head is not None and parse.is_person(phrase.head) and phrase.number is None:
                found = self._fitting(parse, Doer(phrase.first, phrase.last, phrase.head), "he")
                if found is not None:
                    yield found

    def _fitting(self, parse: Parse, doer: Doer | None, pronoun: str) -> Phrase | None:
        """Who acts, out of a subject, if the pronoun may stand for him."""
        if (
            doer is None
            or parse.tag(doer.head) == "pron"
            or parse.word(doer.head) in self._words.who.towns
        ):
            return None
        head, person = parse.word(doer.head), parse.is_person(doer.head)
        body = head in self._words.who.agents or head in self._words.who.known
        if pronoun in _PEOPLE and (body or parse.people.is_plural(head)):
            return None
        if pronoun in _THINGS and person and not body and not parse.is_capital(doer.head):
            return None
        plural = parse.people.is_plural(head) or head.endswith("s")
        if pronoun in _MANY and not (body or plural):
            return None
        if head in self._words.who.bystanders and not body:
            return None
        found = agent(parse, doer, self._words)
        return found or possessor(parse, doer.first, doer.last, self._words)
