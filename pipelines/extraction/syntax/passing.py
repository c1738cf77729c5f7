"""What a walk back from a verb to its subject may pass."""

from pipelines.extraction.syntax.noun_phrases import NounPhrase
from pipelines.extraction.syntax.parse import Parse

#: Tags of verbs, with what may be one.
VERBAL = ("part", "verb", "ing", "state")
_PASSED = (
    "adv", "time", "comma", "aux", "modal", "neg", "hyphen", "adj", "det", *VERBAL,
    "prep", "rel", "conj", "num", "measure", "duration", "age", "poss", "pron",
)  # fmt: skip
_PARTING = (";", ":", "—", "–", "-", "…", "•")
_QUOTES = ('"', "“", "”", "‘", "’", "'", ")", "(")
#: These lead to a time or a manner where no verb follows: "after a dispute", "known as Macario".
LEADING = ("since", "before", "after", "until", "as", "once", "despite")


def is_time(parse: Parse, phrase: NounPhrase) -> bool:
    """Whether a phrase tells only when."""
    if phrase.head is None:
        return parse.tag(phrase.last - 1) in ("time", "duration")
    return parse.tag(phrase.head) == "time" or parse.word(phrase.head) in parse.grammar.time_nouns


def may_pass(parse: Parse, place: int) -> bool:
    """Whether the walk back goes on across a word outside of phrases."""
    word, tag = parse.words[place] if place >= 0 else "", parse.tag(place)
    if tag == "sub":
        return parse.tag(place - 1) in VERBAL and word == "as"
    if tag == "mark":
        return word in _QUOTES or (word == "." and parse.tag(place + 1) == "comma")
    return tag in _PASSED and (word not in _PARTING or tag == "hyphen")
