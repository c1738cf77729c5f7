"""Who is counted: the noun with its modifiers, as the sentence gives it."""

from pipelines.extraction.frames.frames import Match
from pipelines.extraction.roles.role_words import noun_start, span, with_of
from pipelines.extraction.syntax.noun_phrases import NounPhrase
from pipelines.extraction.syntax.parse import Parse
from pipelines.extraction.values import Phrase

_CONTINUES = ("others", "other", "more", "them", "whom", "those")


def counted(parse: Parse, match: Match) -> Phrase | None:
    """The noun counted with its modifiers: "Israeli soldiers"; a following "of" belongs to it."""
    phrase = match.phrase
    if match.method == "toll" and match.cue.entry.words[-1] == "of":
        phrase = parse.phrase(match.cue.last) or phrase
    described = _described(parse, phrase)
    if described is not None:
        return described
    if match.method == "counted" and parse.word(match.cue.last - 1) not in ("bodies", "corpses"):
        return _modifier(parse, phrase)
    if phrase.whole is not None and parse.word(phrase.whole) in parse.grammar.them:
        after = parse.phrase(phrase.last)
        return (
            span(parse, after.first, after.last)
            if after is not None and after.head is not None
            else None
        )
    noun = phrase.head if phrase.head is not None else phrase.whole
    if noun is None or parse.word(noun) in _CONTINUES or parse.tag(noun) == "num":
        return None
    return span(parse, noun_start(parse, phrase, noun), with_of(parse, phrase.last))


def _described(parse: Parse, phrase: NounPhrase) -> Phrase | None:
    """Who a part of those told were: "nine of the dead were nurses"."""
    if phrase.whole is None or parse.word(phrase.last) not in ("was", "were", "is", "are"):
        return None
    found = parse.phrase(phrase.last + 1)
    if found is None or found.head is None or not parse.is_person(found.head):
        return None
    return span(parse, found.first, found.last) if found.count is None else None


def _modifier(parse: Parse, phrase: NounPhrase) -> Phrase | None:
    """Who died in "37 civilian deaths"."""
    if phrase.head is None or not parse.is_person(phrase.head - 1):
        return None
    return span(parse, phrase.head - 1, phrase.head)
