"""The auxiliaries of a verb and what they say: "are feared to have been killed"."""

from dataclasses import dataclass

from pipelines.extraction.syntax.parse import Parse

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
        since = parse.word(before) == "since" and parse.tag(before - 1) == "aux"
        if parse.tag(before) in _AUXILIARY or since or _raises(parse, before):
            first = before
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


def _is_passive(parse: Parse, said: range) -> bool:
    """Whether the auxiliary next to the verb is one of the passive: "was killed", not "is known to have killed"."""
    for place in reversed(said):
        if parse.tag(place) == "aux":
            return parse.word(place) in parse.grammar.passive
        if parse.word(place) == "to":
            return False
    return False


def _raises(parse: Parse, place: int) -> bool:
    """Whether a participle stands between subject and verb: "were confirmed dead"."""
    return parse.word(place) in parse.grammar.raising and parse.tag(place) != "noun"


def _in_series(parse: Parse, place: int) -> bool:
    """Whether a conjunction or comma joins the verb after it to a participle before it."""
    if parse.tag(place) not in ("conj", "comma"):
        return False
    state = parse.tag(place - 1) == "state" and parse.phrase(place - 1) is None
    return state or parse.tag(place - 1) == "part"
