"""Frames: how a cue ties itself to what it counts. Which word takes which frame is the lexicon's to say."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace

from pipelines.extraction.cues import Cue
from pipelines.extraction.following import Followed, follow
from pipelines.extraction.noun_phrases import NounPhrase
from pipelines.extraction.parse import Parse
from pipelines.extraction.subjects import subjects
from pipelines.extraction.verbs import VerbGroup, verb_group

# "No reports of injuries" is told as no injuries; a count of reports says nothing.
_NEAR = 12
_REPORTS = ("reports", "report", "word", "sign", "signs")


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
        yield from _modifier(cue, inside)
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
        yield from _subjects(parse, cue, group, "reduced")
        yield from _inverted(parse, cue, group)


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
    if inside is not None:
        yield from _modifier(cue, inside)
        return
    yield from _subjects(parse, cue, verb_group(parse, cue.first), "state")


def counted(parse: Parse, cue: Cue) -> Iterator[Match]:
    """A noun that is itself counted: "12 deaths", "around 20 strikes"."""
    phrase = _with_reports(parse, parse.phrase(cue.first))
    if phrase is None or phrase.number is None or cue.last - 1 not in (phrase.head, phrase.whole):
        return
    yield Match(phrase, cue, "counted" if phrase.whole is None else "part_of_group")
    for found in follow(parse, phrase.last, direct=False):
        yield from _followed(parse, cue, None, found, phrase)


def _with_reports(parse: Parse, phrase: NounPhrase | None) -> NounPhrase | None:
    """The phrase with the number before it that counts reports of it: "no immediate reports of injuries"."""
    if phrase is None or phrase.number is not None or parse.word(phrase.first - 1) != "of":
        return phrase
    reports = parse.phrase(phrase.first - 2)
    if reports is None or reports.head is None or parse.word(reports.head) not in _REPORTS:
        return phrase
    if not any(
        parse.word(place) in ("no", "without") for place in range(reports.first, reports.last)
    ):
        return phrase
    return replace(reports, last=phrase.last, head=phrase.head)


def of_them(parse: Parse, cue: Cue) -> Iterator[Match]:
    """A noun for what befell those after "of": "the deaths of 12 people"."""
    if parse.word(cue.last) in ("of", "among"):
        yield from _objects(parse, cue, None, "noun_of", start=cue.last + 1)


def group(parse: Parse, cue: Cue) -> Iterator[Match]:
    """Some told apart from the whole: "nine of the dead", "among the dead are two nurses"."""
    phrase = parse.phrase(cue.first)
    if phrase is not None and phrase.whole is not None and cue.first <= phrase.whole < cue.last:
        yield Match(phrase, cue, "part_of_group")
        return
    first = phrase.first if phrase is not None else cue.first
    if parse.word(first - 1) in ("among", "amongst") and parse.tag(cue.last) == "aux":
        for found in follow(parse, cue.last + 1, direct=True):
            if found.relation in ("object", "and"):
                yield Match(found.phrase, cue, "among_group")


def _modifier(cue: Cue, phrase: NounPhrase) -> Iterator[Match]:
    """A participle before the noun: "12 injured passengers"."""
    if (
        phrase.number is not None
        and phrase.head is not None
        and phrase.head >= cue.last
        and phrase.whole is None
    ):
        yield Match(phrase, cue, "modifier")


def _subjects(parse: Parse, cue: Cue, verbs: VerbGroup, method: str) -> Iterator[Match]:
    found = subjects(parse, verbs.first, finite=method == "intransitive" or verbs.first < cue.first)
    for phrase in found:
        yield Match(phrase, cue, method, verbs)
    total = found[0] if found else None
    yield from _aside(parse, cue, verbs, total)
    for after in follow(parse, cue.last, direct=False):
        yield from _followed(parse, cue, verbs, after, total)


def _aside(parse: Parse, cue: Cue, verbs: VerbGroup, total: NounPhrase | None) -> Iterator[Match]:
    """The part told between commas: "12 people, including three children, were killed"."""
    if total is None or total.last >= verbs.first:
        return
    for found in follow(parse, total.last, direct=False):
        if found.phrase.last <= verbs.first and found.relation in ("including", "of_them", "grade"):
            yield Match(found.phrase, cue, found.relation, verbs, total)


def _objects(
    parse: Parse, cue: Cue, verbs: VerbGroup | None, method: str, *, start: int | None = None
) -> Iterator[Match]:
    total: NounPhrase | None = None
    for found in follow(parse, start or cue.last, direct=True):
        if found.relation in ("object", "and"):
            if total is None and found.phrase.count is not None:
                total = found.phrase
            yield Match(found.phrase, cue, method, verbs)
        else:
            yield from _followed(parse, cue, verbs, found, total)


def _followed(
    parse: Parse, cue: Cue, verbs: VerbGroup | None, found: Followed, total: NounPhrase | None
) -> Iterator[Match]:
    """Parts of the total, and further counts that leave the verb out ("and ten more in Thailand")."""
    grade = parse.cue(found.phrase.last)
    if found.relation == "grade" and grade is not None:
        yield Match(found.phrase, grade, "grade", verbs, total)
    elif found.relation in ("including", "of_them"):
        yield Match(found.phrase, cue, found.relation, verbs, total)
    elif found.relation == "compared" or (
        found.relation == "and" and _is_bare(parse, found.phrase)
    ):
        method = "compared" if found.relation == "compared" else "gapping"
        yield Match(found.phrase, cue, method, verbs)


def _is_bare(parse: Parse, phrase: NounPhrase) -> bool:
    """Whether the phrase is a number alone or one of "others" and "more", so that it continues a count."""
    return phrase.number is not None and (
        phrase.head is None or parse.word(phrase.head) in ("others", "more", "other")
    )


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
    "counted": counted,
    "of_them": of_them,
    "group": group,
}
