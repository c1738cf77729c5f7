"""From a place on to the counted phrases of the same clause, and how each is tied to what came before."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from pipelines.extraction.syntax.noun_phrases import NounPhrase
from pipelines.extraction.syntax.parse import Parse

Relation = Literal["object", "and", "including", "of_them", "grade", "compared", "likewise"]
_COMPARING = ("compared", "against", "versus", "from", "twice", "double", "triple", "times")
_LISTING = (":", "(", "—")
_AMONG = ("among", "amongst")
_PRONOUNS = ("them", "those", "whom")
_ENDS = ("aux", "modal", "sub", "rel", "verb", "edge")
_NEW_CLAUSE = (";", ".")
_VERBS = ("part", "ing", "state")
_PREDICATE = 6
_AFTER_SAID = ("comma", "mark", "edge", "time", "prep", "conj")


@dataclass(frozen=True, slots=True)
class Followed:
    """A noun phrase met on the way on, and how it is tied to what the walk started from."""

    phrase: NounPhrase
    relation: Relation


@dataclass(slots=True)
class _Walk:
    """Where a walk stands: what the next phrase would be, what a list goes on with, whether something joins it."""

    place: int
    expected: Relation | None
    listed: Relation
    joined: bool = False
    enumerating: bool = False
    ended: bool = False


def follow(parse: Parse, place: int, *, direct: bool) -> Iterator[Followed]:
    """The phrases from ``place`` on to the end of the clause; ``direct`` when an object may stand at once."""
    walk = _Walk(place, "object", "object") if direct else _Walk(place, None, "and")
    while not walk.ended and walk.place < len(parse.tokens):
        phrase = parse.phrase(walk.place)
        if phrase is None:
            _pass_word(parse, walk)
        else:
            relation = _pass_phrase(parse, walk, phrase)
            if relation is not None:
                yield Followed(phrase, relation)


def _pass_phrase(parse: Parse, walk: _Walk, phrase: NounPhrase) -> Relation | None:
    """Go past a phrase; its relation, or None when nothing ties it."""
    if parse.word(phrase.last) == "of" and _is_only_led_by(parse, phrase):
        walk.place = phrase.last + 1
        return None
    if parse.word(phrase.last - 1) in _COMPARING and _number_near(parse, phrase.last):
        _compare(parse, walk, phrase.last - 1)
        return None
    expected, joined = walk.expected, walk.joined
    walk.place = phrase.last
    if not expected and not joined:
        walk.joined = False
        return "of_them" if parse.is_of_them(phrase) else None
    if joined and (grade := _part_with_state(parse, phrase)) is not None:
        walk.expected, walk.joined = None, False
        return grade
    free = expected in ("object", "including", "likewise", "compared") and not walk.enumerating
    if not free and (said := _source_ends(parse, phrase)) is not None:
        walk.ended = parse.tag(said) != "comma"
        walk.place = said  # "…, the agency says, 20 of them in the north"
        return None
    if not free and _begins_clause(parse, phrase):
        walk.ended = True
        return None
    if _is_age(parse, phrase):
        return None
    if joined and _is_apposition(parse, phrase):
        walk.joined = False
        return None
    walk.expected, walk.joined = None, False
    walk.listed = _relation(parse, phrase, expected or walk.listed, joined)
    return walk.listed


def _pass_word(parse: Parse, walk: _Walk) -> None:
    """Go past a word outside of phrases, which may announce, join or end."""
    place, word, tag = walk.place, parse.word(walk.place), parse.tag(walk.place)
    walk.place += 1
    tag_after = parse.tag(place + 1)
    if _announces_part(parse, place):
        walk.expected = walk.listed = "including"
        walk.enumerating = word in _LISTING
    elif word in ("as", "so") and tag_after == "aux":
        walk.expected, walk.place = "likewise", place + 2
    elif word in _COMPARING and _number_near(parse, place + 1):
        _compare(parse, walk, place)
    elif word == "with" and parse.word(place - 1) in ("along", "together"):
        walk.expected = "likewise"
    elif _joins(parse, place):
        walk.joined, walk.expected = True, None
    elif word in ("since", "according"):
        walk.joined = False
    elif tag in _ENDS or word in _NEW_CLAUSE or (tag in _VERBS and walk.joined):
        walk.ended = True
    elif tag == "prep":
        walk.joined = walk.joined and word == "with"


def _is_only_led_by(parse: Parse, phrase: NounPhrase) -> bool:
    """Whether the phrase stands for what follows "of": "those of", "a total of 12", "a family of five"."""
    following = parse.phrase(phrase.last + 1)
    if parse.word(phrase.first) == "those":
        return True
    if phrase.head is None or following is None or following.number is None:
        return False
    return phrase.number is None and parse.word(phrase.head) in parse.grammar.collectives


def _number_near(parse: Parse, place: int) -> bool:
    """Whether a number follows at once or after a word; after "from" a bare one, unlike "from one family"."""
    at = next((at for at in (place, place + 1) if parse.tag(at) == "num"), None)
    if at is None or parse.word(place - 1) != "from":
        return at is not None
    found = parse.phrase(at)
    return found is not None and found.head is None


def _compare(parse: Parse, walk: _Walk, place: int) -> None:
    """Go past the word that compares: "up from 61", "double the 40 reported"."""
    walk.expected = walk.listed = "compared"
    led = parse.tag(place + 1) not in ("num", "det")
    walk.place = place + 1 + led


def _announces_part(parse: Parse, place: int) -> bool:
    """Whether parts of the total follow: "including", "among them", or a colon and a list."""
    word = parse.word(place)
    if word in _AMONG:
        return parse.word(place + 1) in _PRONOUNS
    return word == ":" or word in parse.grammar.including or _lists_people(parse, place)


def _lists_people(parse: Parse, place: int) -> bool:
    """Whether a bracket or dash opens a list of those counted: "12 (eight soldiers and four policemen)"."""
    phrase = parse.phrase(place + 1) if parse.word(place) in _LISTING else None
    if phrase is None or phrase.first != place + 1 or phrase.count is None:
        return False
    return phrase.head is not None and parse.is_person(phrase.head) is True


def _joins(parse: Parse, place: int) -> bool:
    """Whether a word joins a further phrase: a comma, "and", "as well as"."""
    if parse.tag(place) in ("comma", "conj"):
        return True
    word, before = parse.word(place), parse.word(place - 1)
    return word == "as" and (parse.word(place + 1) == "well" or before == "well")


def _relation(parse: Parse, phrase: NounPhrase, relation: Relation, joined: bool) -> Relation:
    if parse.is_of_them(phrase):
        return "of_them"
    cue = parse.cue(phrase.last)
    if cue is not None and cue.entry.frame == "grade":
        return "grade"
    return "and" if relation == "object" and joined else relation


def _part_with_state(parse: Parse, phrase: NounPhrase) -> Relation | None:
    """A part of whom no verb of its own is told: "five in serious condition", "three of whom were women"."""
    cue = parse.cue(phrase.last)
    state = cue is not None and cue.entry.frame == "state" and parse.tag(phrase.last) == "state"
    if state and cue is not None and cue.entry.words[0] in ("in", "with"):
        if any(
            other.entry.words[0] == "with" and other.last < phrase.first for other in parse.cues
        ):
            return None  # "left three with burns and one with a broken wrist"
        return "grade" if phrase.head is None and phrase.number is not None else None
    if _is_one_described(parse, phrase) or _is_named_among(parse, phrase):
        return "including"
    if not parse.is_of_them(phrase):
        return None
    own = range(phrase.last, phrase.last + _PREDICATE)
    told = any(_tells_own(parse, place) for place in own)
    return None if told or _is_acted_on(parse, phrase.last) else "of_them"


def _is_named_among(parse: Parse, phrase: NounPhrase) -> bool:
    """Whether a list that the phrase begins ends in "among them": "12 died, a guard and two nurses among them"."""
    place = phrase.last
    while parse.tag(place) in ("conj", "comma") and parse.phrase(place + 1) is not None:
        following = parse.phrase(place + 1)
        place = following.last if following is not None else place
    return parse.word(place) in _AMONG and parse.word(place + 1) in _PRONOUNS


def _is_acted_on(parse: Parse, place: int) -> bool:
    """Whether something else befell the part, which says no count of it: "two of them have since been charged"."""
    start = place
    while parse.tag(place) in ("aux", "adv", "time") or parse.word(place) == "since":
        place += 1
    return place > start and parse.tag(place) == "part" and parse.word(place) != "identified"


def _is_one_described(parse: Parse, phrase: NounPhrase) -> bool:
    """Whether a bare number is followed by who they were: "one a child"."""
    after = parse.phrase(phrase.last)
    if phrase.head is not None or phrase.number is None or after is None:
        return False
    return after.first == phrase.last and after.count == "one" and bool(parse.is_person(after.head))


def _tells_own(parse: Parse, place: int) -> bool:
    cue = parse.cue(place)
    return cue is not None and cue.entry.frame in ("done_to", "happens_to", "state")


def _source_ends(parse: Parse, phrase: NounPhrase) -> int | None:
    """The place after the verb of saying whose subject the phrase begins: "a monitor and two residents said"."""
    place = phrase.last
    while parse.tag(place) in ("conj", "adv", "prep") or _carries_on(parse, place):
        following = parse.phrase(place)
        place = following.last if following is not None else place + 1
    said = parse.word(place) in parse.grammar.reporting
    return place + 1 if said and parse.tag(place + 1) in _AFTER_SAID else None


def _carries_on(parse: Parse, place: int) -> bool:
    """Whether a further source follows "and", or where the source is: "a diplomat in Bamako said"."""
    following = parse.phrase(place)
    joined = parse.tag(place - 1) in ("conj", "prep")
    return following is not None and following.first == place and joined


def _is_apposition(parse: Parse, phrase: NounPhrase) -> bool:
    """Whether the phrase says who somebody named before it is: "killed Ali Amin, a commander, in the raid"."""
    before = parse.phrase(phrase.first - 2)
    if phrase.count != "one" or before is None:
        return False
    bare_one = before.head is None and parse.word(before.last - 1) == "one"  # "one, a grandmother"
    if before.count is not None and not bare_one:
        return False
    beside = parse.tag(phrase.first - 1) == "comma" and before.last == phrase.first - 1
    return beside and parse.tag(phrase.last) != "conj"


def _begins_clause(parse: Parse, phrase: NounPhrase) -> bool:
    """Whether the phrase is the subject of a new clause: "and 30 others were wounded", "and 30 wounded"."""
    place = phrase.last
    while parse.tag(place) == "adv":
        place += 1
    if parse.tag(place) in ("aux", "modal", "verb", "state"):
        return True
    if parse.tag(place) == "part" and phrase.head is None:
        return True
    cue = parse.cue(place)
    return cue is not None and cue.entry.frame in ("done_to", "happens_to", "state")


def _is_age(parse: Parse, phrase: NounPhrase) -> bool:
    """Whether a bare number between commas is the age of the person before it: "a fireman, 34, whose boat"."""
    if phrase.number is None or phrase.head is not None or parse.tag(phrase.first - 1) != "comma":
        return False
    before = parse.phrase(phrase.first - 2)
    return (
        parse.tag(phrase.last) in ("comma", "edge", "mark")
        and before is not None
        and before.number is None
    )
