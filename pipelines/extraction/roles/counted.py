"""Who is counted: the noun with its modifiers, as the sentence gives it."""

from pipelines.extraction.frames.frames import Match
from pipelines.extraction.roles.phrases import noun_start, span, with_of
from pipelines.extraction.syntax.noun_phrases import NounPhrase
from pipelines.extraction.syntax.parse import Parse
from pipelines.extraction.values import Phrase

_BODIES = ("bodies", "corpses")
# "The number of deaths" leaves open who died.
_DEEDS = (
    "deaths",
    "killings",
    "murders",
    "executions",
    "fatalities",
    "injuries",
    "arrests",
    "abductions",
    "kidnappings",
)
_CONTINUES = ("others", "other", "more", "them", "whom", "those")


def counted(parse: Parse, match: Match) -> Phrase | None:
    """The noun counted with its modifiers: "Israeli soldiers"; a following "of" belongs to it."""
    phrase = match.phrase
    if match.method == "toll" and match.cue.entry.words[-1] == "of":
        phrase = parse.phrase(match.cue.last) or phrase
    described = _described(parse, phrase) or _apposed(parse, phrase)
    if described is not None:
        return described
    if match.method == "counted" and parse.word(match.cue.last - 1) not in _BODIES:
        return _modifier(parse, phrase)
    if phrase.whole is not None and parse.word(phrase.whole) in parse.grammar.them:
        return _of_them(parse, phrase)
    noun = phrase.head if phrase.head is not None else phrase.whole
    if noun is None or parse.word(noun) in _CONTINUES or parse.tag(noun) in ("num", "state"):
        return None
    if match.method == "toll" and parse.word(noun) in _DEEDS:
        return None
    return span(parse, noun_start(parse, phrase, noun), with_of(parse, phrase.last))


def _of_them(parse: Parse, phrase: NounPhrase) -> Phrase | None:
    """Who a part is said to be: "most of them children"."""
    after = parse.phrase(phrase.last)
    if after is None or after.head is None or not parse.is_person(after.head):
        return None
    return span(parse, after.first, after.last) if parse.tag(after.last) != "aux" else None


def _described(parse: Parse, phrase: NounPhrase) -> Phrase | None:
    """Who a part of those told were: "nine of the dead were nurses", "at least seven were teachers"."""
    of_some = phrase.whole is not None or phrase.head is None
    if not of_some or parse.word(phrase.last) not in ("was", "were", "is", "are"):
        return None
    found = parse.phrase(phrase.last + 1)
    if found is None or found.head is None or not parse.is_person(found.head):
        return None
    return span(parse, found.first, found.last) if found.count is None else None


def _apposed(parse: Parse, phrase: NounPhrase) -> Phrase | None:
    """Who a bare number is said to be behind a comma: "one, a girl of six,", "two, both trombonists,"."""
    if phrase.head is not None or parse.tag(phrase.last) != "comma":
        return None
    found = parse.phrase(phrase.last + 1)
    if found is None or found.head is None or not parse.is_person(found.head):
        return None
    one = found.count == "one" and parse.word(phrase.last - 1) == "one"
    if not (one or parse.word(found.first) in ("both", "all")):
        return None
    return span(parse, found.first + 1, with_of(parse, found.last))


def _modifier(parse: Parse, phrase: NounPhrase) -> Phrase | None:
    """Who died in "37 civilian deaths"."""
    if phrase.head is None or not parse.is_person(phrase.head - 1):
        return None
    return span(parse, phrase.head - 1, phrase.head)
