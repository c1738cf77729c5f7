"""The sayings that verbs make: "X said that …", "…, said X", "X counted …", "X put the toll at …"."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from pipelines.extraction.sources.complements import Complement, complement, has_figure
from pipelines.extraction.sources.source_words import SourceWords, Verb
from pipelines.extraction.sources.sources import Source, source
from pipelines.extraction.sources.speakers import (
    before_verb,
    clause_subject,
    speaker_after,
    speaker_before,
    speaker_within,
)
from pipelines.extraction.sources.verbs import says
from pipelines.extraction.syntax.parse import Parse
from pipelines.extraction.values import Relation

Reach = Literal["after", "around"]
_OPEN = ("comma", "mark", "edge")
_UNKNOWN_KINDS = (None, "person", "witness")


@dataclass(frozen=True, slots=True)
class Saying:
    """One who gives his word: the token ``place`` says so, ``first`` is where the words for it begin.

    It reaches what comes ``after`` it, or all ``around`` it; where it ``asks``, only what is asked for;
    where it ``is_narrow``, no clause set against its own, nor what somebody else says.
    ``outer`` are those through whom the word came, nearest first.
    """

    source: Source
    place: int
    first: int
    reach: Reach
    asks: bool = False
    is_narrow: bool = False
    outer: tuple[tuple[Source, Relation], ...] = ()

    @property
    def is_aside(self) -> bool:
        """Whether somebody is named by the way, in "figures released by the ministry"."""
        return self.is_narrow and self.reach == "around"


def verb_sayings(parse: Parse, words: SourceWords) -> Iterator[Saying]:
    """The sayings that verbs make, in the order of the sentence."""
    last: Source | None = None
    for place, word in enumerate(parse.words):
        verb = words.verbs.get(word)
        found = None
        if verb is not None and says(parse, place, verb, words):
            found = _of_verb(parse, place, verb, last, words)
        if found is None and word in words.by_whom and parse.word(place + 1) == "by":
            found = _by_whom(parse, place, words)
        if found is not None:
            last = found.source
            yield found


def _by_whom(parse: Parse, place: int, words: SourceWords) -> Saying | None:
    """Whose word a participle names: "figures released by the ministry"."""
    found = speaker_after(parse, place + 2, words)
    return None if found is None else Saying(found, place, place, "around", is_narrow=True)


def _of_verb(
    parse: Parse, place: int, verb: Verb, last: Source | None, words: SourceWords
) -> Saying | None:
    """The saying of a verb; ``last`` is who spoke before it in the sentence."""
    found = _inverted(parse, place, verb, words)
    if found is not None:
        return found
    said = _subject(parse, place, verb, last, words)
    if said is None or ("showing" in verb.uses and not _is_paper(said)):
        return None
    after = complement(parse, place, verb)
    if after.kind == "refused":
        return None
    if "saying" not in verb.uses and "asking" in verb.uses:
        return Saying(said, place, said.first, "after", asks=True) if _is_known(said) else None
    told = _told(parse, place, verb, said, after, words) if "saying" in verb.uses else None
    return told or _counted(parse, place, verb, said, after, words)


def _told(
    parse: Parse, place: int, verb: Verb, said: Source, after: Complement, words: SourceWords
) -> Saying | None:
    """The saying where a clause follows the verb, or nothing, because all was said before it."""
    reach: Reach = "after"
    if after.kind == "nothing" and ("plain" in verb.uses or _is_known(said)):
        reach = "around" if _is_apart(parse, said) else "after"
    elif after.kind != "clause":
        return None
    return Saying(said, place, said.first, reach, outer=_hearer(parse, after, words))


def _counted(
    parse: Parse, place: int, verb: Verb, said: Source, after: Complement, words: SourceWords
) -> Saying | None:
    """The saying where a count follows the verb, or a toll that it puts at one."""
    counts = "counting" in verb.uses and after.kind == "count"
    sets = "setting" in verb.uses and has_figure(parse, place, words.figures)
    own_news = "keeping" in verb.uses and said.words.quote.lower() in words.countries
    if not (counts or sets) or own_news or not _is_known(said):
        return None
    return Saying(said, place, said.first, "after", is_narrow=True)


def _inverted(parse: Parse, place: int, verb: Verb, words: SourceWords) -> Saying | None:
    """The saying whose source stands behind the verb and begins no clause of its own: "…, said the mayor"."""
    inverts = "saying" in verb.uses and verb.form != "ing" and not verb.hears
    phrase = parse.phrase(place + 1)
    if not inverts or phrase is None or parse.tag(place - 1) not in ("comma", "mark"):
        return None
    found = speaker_after(parse, place + 1, words)
    if found is None or found.pronoun or _goes_on(parse, found.last):
        return None
    if phrase.number is not None and found.kind in _UNKNOWN_KINDS:
        return None  # "…, reported two dead"
    return Saying(found, place, place, "around")


def _goes_on(parse: Parse, place: int) -> bool:
    """Whether a verb follows before the next mark: "said police in Gaza killed two"."""
    while parse.tag(place) not in ("edge", "comma", "mark", "rel", "sub"):
        acts = parse.tag(place) == "part" and parse.tag(place + 1) in ("num", "det", "noun")
        if acts or parse.tag(place) in ("aux", "modal", "verb"):
            return True
        place += 1
    return False


def _subject(
    parse: Parse, place: int, verb: Verb, last: Source | None, words: SourceWords
) -> Source | None:
    """Who says it; a verb joined to another, or a participle, has the subject of the verb before."""
    phrase = parse.phrase(place)
    if phrase is not None and phrase.first < place:
        return speaker_within(parse, phrase, place, words)
    before = before_verb(parse, place)
    apart = verb.form == "ing" and parse.tag(before) in ("comma", "mark")
    if apart or before < 0 or parse.tag(before) == "conj":
        return last or clause_subject(parse, place, words)
    found = speaker_before(parse, place, words)
    if parse.tag(before) == "pron" or (found is not None and "saying" in verb.uses):
        return found
    known = found is not None and _is_known(found)
    return found if known else clause_subject(parse, place, words)


def _is_known(said: Source) -> bool:
    """Whether a subject is somebody who can count, by its noun, as a name, or by a pronoun."""
    named = said.words.quote[:1].isupper()
    return bool(said.kind or said.is_person or said.pronoun or named)


def _is_paper(said: Source) -> bool:
    """Whether a subject may show something: a paper, or a body's figures by whatever name."""
    return said.kind == "document" or (said.kind is not None and said.is_person is False)


def _is_apart(parse: Parse, said: Source) -> bool:
    """Whether at most an article parts a source from the mark before it: ", the mayor said"."""
    before = said.first - 1
    return parse.tag(before - (parse.tag(before) == "det")) in _OPEN


def _hearer(
    parse: Parse, after: Complement, words: SourceWords
) -> tuple[tuple[Source, Relation], ...]:
    """The outlet that was told: "told Reuters"."""
    heard = after.hearer
    found = None if heard is None else source(parse, heard.first, heard.last, words)
    if found is None or found.kind != "outlet" or found.is_plural:
        return ()
    return ((found, "told"),)
