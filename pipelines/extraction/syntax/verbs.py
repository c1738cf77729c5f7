"""The auxiliaries of a verb and what they say: "are feared to have been killed"."""

from dataclasses import dataclass

from pipelines.extraction.syntax.parse import Parse

_AUXILIARY = ("aux", "modal", "neg", "adv")
# Adverbs of two words that may part the auxiliaries: "might in fact be missing", "were by then dead".
_ADVERBIALS = (("in", "fact"), ("by", "then"), ("by", "now"), ("of", "course"), ("at", "once"))


@dataclass(frozen=True, slots=True)
class VerbGroup:
    """The auxiliaries before a verb: the token where they begin, the voice, and whether they deny."""

    first: int
    passive: bool
    negated: bool


def verb_group(parse: Parse, verb: int) -> VerbGroup:
    """The auxiliaries of a verb; a participle in a series shares its neighbour's ("killed and wounded")."""
    first = verb
    while first > 0:
        before = first - 1
        since = parse.word(before) == "since" and parse.tag(before - 1) == "aux"
        if parse.tag(before) in _AUXILIARY or since or _raises(parse, before):
            first = before
        elif (leading := _over_adverbial(parse, first)) < first:
            first = leading
        elif (first == verb or _raises(parse, first)) and _in_series(parse, before):
            first = before - 1
        else:
            break
    while first < verb and parse.tag(first) == "adv":
        first += 1
    said = range(first, verb)
    return VerbGroup(
        first=first,
        passive=_is_passive(parse, said),
        negated=any(parse.tag(place) == "neg" for place in said),
    )


def _over_adverbial(parse: Parse, first: int) -> int:
    """The place where an adverb of two words begins that ends before ``first``, or at it; else ``first``."""
    if (parse.word(first - 2), parse.word(first - 1)) in _ADVERBIALS:
        return first - 2
    return first - ((parse.word(first - 1), parse.word(first)) in _ADVERBIALS)


def _is_passive(parse: Parse, said: range) -> bool:
    """Whether the auxiliary next to the verb is one of the passive: "was killed", not "is known to have killed"."""
    for place in reversed(said):
        if parse.tag(place) == "aux":
            return parse.word(place) in parse.grammar.passive
        if parse.word(place) == "to":
            return False
    return False


def _raises(parse: Parse, place: int) -> bool:
    """Whether a participle stands between subject and verb: "were confirmed dead", "was listed as missing"."""
    if parse.word(place) == "as":
        place -= 1
    return parse.word(place) in parse.grammar.raising and parse.tag(place) != "noun"


def _in_series(parse: Parse, place: int) -> bool:
    """Whether a conjunction or comma joins the verb after it to a participle before it."""
    if parse.tag(place) not in ("conj", "comma"):
        return False
    state = parse.tag(place - 1) == "state" and parse.phrase(place - 1) is None
    return state or parse.tag(place - 1) == "part"
