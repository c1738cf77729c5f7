"""Frames: how a cue ties itself to what it counts. Which word takes which frame is the lexicon's to say."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from pipelines.extraction.metrics.cues import Cue
from pipelines.extraction.syntax.following import Followed, follow
from pipelines.extraction.syntax.noun_phrases import NounPhrase
from pipelines.extraction.syntax.parse import Parse
from pipelines.extraction.syntax.subjects import in_apposition, subjects
from pipelines.extraction.syntax.verbs import VerbGroup, verb_group

_NEAR = 12
_ACTORS = ("they", "it", "he", "she", "we")


@dataclass(frozen=True, slots=True)
class Match:
    """A counted phrase and the cue that types it. ``method`` names the frame; ``total`` is what it is a part of."""

    phrase: NounPhrase
    cue: Cue
    method: str
    group: VerbGroup | None = None
    total: NounPhrase | None = None


def done_to(parse: Parse, cue: Cue) -> Iterator[Match]:
    """A verb that somebody does to those counted: "killed 12", "12 were killed", "killing 12", "12 killed"."""
    inside = parse.phrase(cue.first)
    if inside is not None:
        yield from _modifier(parse, cue, inside)
        return
    group = verb_group(parse, cue.first)
    past = cue.entry.form == "past"
    if past and group.passive:
        yield from _subjects(parse, cue, group, "passive")
    elif not past:
        yield from _objects(
            parse, cue, group, "participle" if cue.entry.form == "ing" else "active"
        )
    elif _object_stands(parse, cue.last):
        yield from _objects(parse, cue, group, "active")
    else:
        before = list(_antecedent(parse, cue, group)) or [
            *_subjects(parse, cue, group, "reduced"),
            *_inverted(parse, cue, group),
        ]
        shared = None if before else _shared_object(parse, cue.last)
        yield from before if shared is None else _objects(parse, cue, group, "active", start=shared)


def _shared_object(parse: Parse, place: int) -> int | None:
    """Where the object begins that two verbs share: "detained and later freed a reporter"."""
    if parse.tag(place) != "conj":
        return None
    place += 1
    while parse.tag(place) in ("adv", "time"):
        place += 1
    shares = parse.tag(place) in ("part", "verb") and _object_stands(parse, place + 1)
    return place + 1 if shares else None


def _antecedent(parse: Parse, cue: Cue, group: VerbGroup) -> Iterator[Match]:
    """The noun that a clause without "who" belongs to: "the nine teachers they seized"."""
    place = group.first - 1
    phrase = parse.phrase(place - 1) if parse.word(place) in _ACTORS else None
    if phrase is not None and phrase.number is not None and phrase.last == place:
        yield Match(phrase.inner or phrase, cue, "reduced", group)


def _inverted(parse: Parse, cue: Cue, group: VerbGroup) -> Iterator[Match]:
    """The subject after its verb: "Killed in the raid were two commanders"."""
    if parse.tag(cue.first - 1) not in ("edge", "conj", "comma"):
        return
    for place in range(cue.last, min(cue.last + _NEAR, len(parse.tokens))):
        if parse.word(place) in parse.grammar.passive and parse.tag(place - 1) != "rel":
            for found in follow(parse, place + 1, direct=True):
                if found.relation in ("object", "and"):
                    yield Match(found.phrase, cue, "inverted", group)
            return
        if parse.tag(place) in ("verb", "sub", "rel", "comma"):
            return


def happens_to(parse: Parse, cue: Cue) -> Iterator[Match]:
    """A verb whose subject is counted: "12 people died"."""
    if parse.phrase(cue.first) is None:
        yield from _subjects(parse, cue, verb_group(parse, cue.first), "intransitive")


def state(parse: Parse, cue: Cue) -> Iterator[Match]:
    """What is said of those counted: "12 dead", "left 12 people dead", "12 people were found dead"."""
    inside = parse.phrase(cue.first)
    if parse.word(cue.first - 1) in ("all", "both"):
        inside = None  # "five were brought up, all dead"
    if inside is not None and inside.count == "none" and inside.head == cue.first:
        yield Match(inside, cue, "state")  # "left no dead"
    if inside is not None:
        yield from _modifier(parse, cue, inside)
        return
    verbs = verb_group(parse, cue.first)
    if verbs.first == cue.first and _does_it(parse, cue):
        return
    yield from _said_of_all(parse, cue)
    yield from _listed_as(parse, cue)
    yield from _inverted(parse, cue, verbs)
    yield from _subjects(parse, cue, _carried(parse, cue, verbs), "state")


def _does_it(parse: Parse, cue: Cue) -> bool:
    """Whether the word is a verb with its object: "a gunman injured five"."""
    also = (other.entry.frame for other in parse.cues if other.first == cue.first)
    return "done_to" in also and _object_stands(parse, cue.last)


def _said_of_all(parse: Parse, cue: Cue) -> Iterator[Match]:
    """What is said of all those just counted: "five have been brought up, all of them dead"."""
    place = cue.first - 1
    if tuple(parse.words[max(place - 1, 0) : cue.first]) == ("of", "them"):
        place -= 2
    if parse.word(place) not in ("all", "both") or parse.tag(place - 1) != "comma":
        return
    counted = [
        phrase for phrase in parse.phrases if phrase.last < place and phrase.number is not None
    ]
    if counted:
        yield Match(counted[-1], cue, "state")


def _listed_as(parse: Parse, cue: Cue) -> Iterator[Match]:
    """Those whom a list gives as such: "the state lists 1,340 people as missing"."""
    phrase = parse.phrase(cue.first - 2) if parse.word(cue.first - 1) == "as" else None
    if phrase is None or phrase.number is None or phrase.last != cue.first - 1:
        return
    verb = parse.word(phrase.first - 1)
    if parse.tag(phrase.first - 1) in ("verb", "part", "ing") or verb in parse.grammar.reporting:
        yield Match(phrase, cue, "state")


def _carried(parse: Parse, cue: Cue, verbs: VerbGroup) -> VerbGroup:
    """The passive verb before a state that it leads to: "were pulled from the hull dead"."""
    if verbs.first < cue.first:
        return verbs
    for place in range(cue.first - 1, max(cue.first - _NEAR, 0), -1):
        found, tag = parse.phrase(place), parse.tag(place)
        if tag == "part" and found is None:
            carried = verb_group(parse, place)
            return carried if carried.passive else verbs
        if tag != "prep" and (found is None or found.number is not None):
            return verbs
    return verbs


def of_them(parse: Parse, cue: Cue) -> Iterator[Match]:
    """A noun for what befell those after "of": "the deaths of 12 people"."""
    if parse.word(cue.last) in ("of", "among"):
        yield from _objects(parse, cue, None, "noun_of", start=cue.last + 1)


def _modifier(parse: Parse, cue: Cue, phrase: NounPhrase) -> Iterator[Match]:
    """A participle before the noun: "12 injured passengers", "four of the 26 abducted pupils"."""
    if phrase.inner is not None and phrase.inner.first <= cue.first:
        phrase = phrase.inner
    if (
        phrase.number is not None
        and phrase.head is not None
        and phrase.head >= cue.last
        and phrase.whole is None
    ):
        yield Match(phrase, cue, "modifier")
        for found in follow(parse, phrase.last, direct=False):
            if found.relation in ("including", "of_them", "grade"):
                yield from followed(parse, cue, None, found, phrase)


def _subjects(parse: Parse, cue: Cue, verbs: VerbGroup, method: str) -> Iterator[Match]:
    found = subjects(parse, verbs.first, finite=method == "intransitive" or verbs.first < cue.first)
    for phrase in found:
        if method == "reduced" and phrase.inner is not None and phrase.last == cue.first:
            yield Match(phrase.inner, cue, method, verbs)
            yield Match(phrase, cue, "part_of_group", verbs)
        else:
            yield Match(phrase, cue, method, verbs)
            if parse.word(phrase.first - 1) in ("among", "amongst"):
                yield from _among(parse, cue)
    total = found[0] if found else None
    yield from _aside(parse, cue, verbs, total)
    for after in follow(parse, cue.last, direct=False):
        yield from followed(parse, cue, verbs, after, total)


def _among(parse: Parse, cue: Cue) -> Iterator[Match]:
    """Those named after the whole: "among the 19 killed were two Turks and a Greek"."""
    if parse.tag(cue.last) == "aux":
        for found in follow(parse, cue.last + 1, direct=True):
            if found.relation in ("object", "and"):
                yield Match(found.phrase, cue, "among_group")


def _aside(parse: Parse, cue: Cue, verbs: VerbGroup, total: NounPhrase | None) -> Iterator[Match]:
    """The part told between commas: "12 people, including three children, were killed"."""
    if total is None or total.last >= verbs.first:
        return
    for found in follow(parse, total.last, direct=False):
        if found.phrase.last <= verbs.first and found.relation in ("including", "of_them", "grade"):
            yield Match(found.phrase, cue, found.relation, verbs, total)
    listed = in_apposition(parse, total.last - 1, verbs.first - 1)
    if len(listed) > 1:  # "three people, two policemen and a guard, were hurt"
        yield from (Match(phrase, cue, "including", verbs, total) for phrase in listed)


def _objects(
    parse: Parse, cue: Cue, verbs: VerbGroup | None, method: str, *, start: int | None = None
) -> Iterator[Match]:
    total: NounPhrase | None = None
    things = False
    for found in follow(parse, start or cue.last, direct=True):
        if found.relation in ("object", "and"):
            things = found.phrase.count is None and parse.is_person(found.phrase.head) is False
            if total is None and found.phrase.count is not None:
                total = found.phrase
            yield Match(found.phrase, cue, method, verbs)
        elif not (
            things and found.phrase.head is None
        ):  # "towns were evacuated, including several"
            yield from followed(parse, cue, verbs, found, total)


def followed(
    parse: Parse, cue: Cue, verbs: VerbGroup | None, found: Followed, total: NounPhrase | None
) -> Iterator[Match]:
    """Parts of the total, and further counts that leave the verb out ("and ten more in Thailand")."""
    grade = parse.cue(found.phrase.last)
    if found.relation == "grade" and grade is not None:
        yield Match(found.phrase, grade, "grade", verbs, total)
    elif found.relation in ("including", "of_them"):
        yield Match(found.phrase, cue, found.relation, verbs, total)
    elif found.relation == "likewise":
        yield Match(found.phrase, cue, "gapping", verbs)
    elif found.relation == "compared" or (
        found.relation == "and" and _is_bare(parse, found.phrase)
    ):
        method = "compared" if found.relation == "compared" else "gapping"
        yield Match(found.phrase, cue, method, verbs)


def _is_bare(parse: Parse, phrase: NounPhrase) -> bool:
    """Whether the phrase is a number alone or one of "others" and "more", so that it continues a count."""
    if phrase.head is None:
        return phrase.number is not None or phrase.count == "one"
    return phrase.number is not None and parse.word(phrase.head) in ("others", "more", "other")


def _object_stands(parse: Parse, place: int) -> bool:
    while parse.tag(place) == "adv":
        place += 1
    phrase = parse.phrase(place)
    if phrase is None or phrase.first != place:
        return False
    return phrase.head is None or parse.word(phrase.head) not in parse.grammar.time_nouns


FRAMES: Mapping[str, Callable[[Parse, Cue], Iterator[Match]]] = {
    "done_to": done_to,
    "happens_to": happens_to,
    "state": state,
    "of_them": of_them,
}
