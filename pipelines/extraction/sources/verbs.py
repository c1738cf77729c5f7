"""Whether a word of saying says anything: a verb and no noun, and neither passive nor denied."""

from pipelines.extraction.sources.source_words import SourceWords, Verb
from pipelines.extraction.sources.speakers import before_verb
from pipelines.extraction.syntax.parse import Parse

_BE = ("be", "is", "are", "was", "were", "been", "being")
_BEFORE_VERB = ("pron", "comma", "aux", "rel", "adv", "time")
_OWN_WORDS = ("that", "only", "just", "no")
_OWN_TAGS = ("num", "pron", "det")
_SMALL_WORD = 4


def says(parse: Parse, place: int, verb: Verb, words: SourceWords) -> bool:
    """Whether the form of a verb of saying at a place is one that says something."""
    return not _is_noun(parse, place, verb, words) and not _is_unsaid(parse, place, verb)


def _is_noun(parse: Parse, place: int, verb: Verb, words: SourceWords) -> bool:
    """Whether a form that may be a noun is one: "the reports", but not "the ministry reports that"."""
    phrase = parse.phrase(place)
    if phrase is None:
        return verb.form == "ing" and parse.tag(place - 1) in ("det", "adj", "poss")
    if phrase.first == place and verb.form == "past":
        return not _follows_subject(parse, place)
    beside = parse.tag(place - 1) in ("noun", "comma") or parse.word(place - 1) == ")"
    if phrase.last != place + 1 or not beside or verb.form == "ing":
        return True
    if parse.word(place - 1) in words.kinds_of_report:
        return True
    if verb.form != "past" and not _agrees(parse, place, verb):
        return True
    return not (_has_object(parse, place, verb) or _closes(parse, phrase.first, place))


def _follows_subject(parse: Parse, place: int) -> bool:
    """Whether "reported" before a number has its subject before it: "the governor reported nine deaths"."""
    return parse.phrase(place - 1) is not None or parse.tag(place - 1) in _BEFORE_VERB


def _agrees(parse: Parse, place: int, verb: Verb) -> bool:
    """Whether the noun before a verb goes with its form; only "report" and its like can be taken for nouns."""
    apart = parse.tag(place - 1) != "noun" or parse.is_capital(place - 1)
    if apart or parse.word(place) not in parse.grammar.also_nouns:
        return True
    noun = parse.word(place - 1)
    return (noun.endswith("s") or parse.people.is_plural(noun)) == (verb.form == "base")


def _has_object(parse: Parse, place: int, verb: Verb) -> bool:
    after = parse.word(place + 1)
    return after in _OWN_WORDS or after in verb.needs or parse.tag(place + 1) in _OWN_TAGS


def _closes(parse: Parse, first: int, verb: int) -> bool:
    """Whether subject and verb end the sentence after a comma: "…, local media report"."""
    if parse.tag(verb + 1) not in ("edge", "mark"):
        return False
    compiled = parse.word(first - 1) == "by" and parse.tag(first - 2) == "part"
    return compiled or parse.tag(first - 1) == "comma"


def _is_unsaid(parse: Parse, place: int, verb: Verb) -> bool:
    """Whether a verb is passive, denied, or only spoken of: "was told", "did not say", "to report"."""
    group = range(before_verb(parse, place) + 1, place)
    if any(parse.tag(at) == "neg" or parse.word(at) == "to" for at in group):
        return True
    if place > 0 and parse.is_capital(place) and not _is_headline(parse):
        return True
    passive = any(parse.word(at) in _BE for at in group) or parse.word(place + 1) == "by"
    return verb.form == "past" and (passive or parse.tag(place + 1) == "state")


def _is_headline(parse: Parse) -> bool:
    """Whether all words but the small ones have a capital, so that a verb may have one too."""
    return all(token.text[0].isupper() for token in parse.tokens if len(token.text) > _SMALL_WORD)
