"""The auxiliaries of a verb and what they say: "are feared to have been killed"."""

from dataclasses import dataclass

from pipelines.extraction.parse import Parse

_AUXILIARY = ("aux", "modal", "neg", "adv")


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
        if parse.tag(before) in _AUXILIARY or _raises(parse, before):
            first = before
        elif first == verb and _in_series(parse, before):
            first = before - 1
        else:
            break
    while first < verb and parse.tag(first) == "adv":
        first += 1
    said = range(first, verb)
    return VerbGroup(
        first=first,
        passive=any(parse.word(place) in parse.grammar.passive for place in said),
        negated=any(parse.tag(place) == "neg" for place in said),
    )


def _raises(parse: Parse, place: int) -> bool:
    """Whether a participle stands between subject and verb: "were confirmed dead"."""
    return parse.word(place) in parse.grammar.raising and parse.tag(place) != "noun"


def _in_series(parse: Parse, place: int) -> bool:
    """Whether a conjunction or comma joins the verb after it to a participle before it."""
    if parse.tag(place) not in ("conj", "comma"):
        return False
    state = parse.tag(place - 1) == "state" and parse.phrase(place - 1) is None
    return state or parse.tag(place - 1) == "part"
