"""The places that a sentence tells of, each with what leads to it: "in X", "fled X", "an attack on X", "residents of X"."""

from collections.abc import Iterator
from dataclasses import dataclass

from pipelines.extraction.roles.place_names import Group, Reader
from pipelines.extraction.syntax.parse import Parse

_FAR = 9
_LOCAL, _SUBJECT, _TARGET, _SOURCE, _BEFELL = 12, 12, 1, 60, 6
_OWN = ("its", "his", "her", "their", "our", "my")
_TOWARDS = ("to", "towards", "toward", "for", "via", "from")
_REPORTED = ("according",)
_ENDS = (";", ":", "—", "“", "”", '"')


@dataclass(frozen=True, slots=True)
class Setting:
    """A place over the tokens ``first`` to ``last``; ``lead`` is the token of what leads to it.

    ``weight`` says how little speaks for it, in words of distance. ``is_local`` where people are told by it.
    """

    lead: int
    first: int
    last: int
    named: bool
    weight: int
    is_local: bool = False


def settings(reader: Reader) -> list[Setting]:
    """The places of a sentence, in order, none inside another."""
    found: list[Setting] = []
    said = frozenset(reader.parse.words)
    sees = not said.isdisjoint(reader.words.seeing)
    tells = "where" in said or not said.isdisjoint(reader.words.toll | reader.words.befell)
    for place in range(len(reader.parse.tokens)):
        if found and found[-1].first <= place < found[-1].last:
            continue
        setting = _setting(reader, place)
        if setting is None and sees:
            setting = _subject(reader, place)
        if setting is None and tells:
            setting = _told_of(reader, place)
        if setting is not None:
            found.append(setting)
    return found


def _setting(reader: Reader, place: int) -> Setting | None:
    parse, words = reader.parse, reader.words
    word = parse.word(place)
    if word in words.beside and parse.tag(place) == "prep":
        return _beside(reader, place, place + 1)
    if word in words.directions and parse.word(place + 1) == "of" and parse.tag(place - 1) != "det":
        return _beside(reader, place, place + 2)
    if word in words.at and parse.tag(place) == "prep":
        return _at(reader, place)
    if word == "from" or (word == "of" and parse.word(place - 1) == "out"):
        comes = parse.tag(place - 1) == "aux" or _follows(parse, place, words.taken)
        return _led(reader, place) if comes else None
    if word in words.into or word == "against":
        return _led(reader, place) if _hits(reader, place) else None
    if word in words.leaving or word in words.striking:
        return _object(reader, place)
    if word == "of" and parse.word(place - 1) in words.locals:
        return _led(reader, place, weight=_LOCAL, is_local=True)
    if word == "of" and parse.word(place - 1) in words.done_to:
        return _led(reader, place, weight=_TARGET)
    return None


def _led(reader: Reader, lead: int, *, weight: int = 0, is_local: bool = False) -> Setting | None:
    group = reader.place(lead + 1)
    if group is None:
        return None
    weight += _source(reader, lead, group)
    return Setting(lead, group.first, group.last, group.named, weight, is_local)


def _beside(reader: Reader, lead: int, start: int) -> Setting | None:
    """A place told by what is beside it: the word for it belongs to the place."""
    parse, group = reader.parse, reader.place(start)
    if group is None or parse.tag(start) == "num":
        return None
    if parse.word(lead) == "between" and not _is_between(reader, group):
        return None
    return Setting(lead, lead, group.last, group.named, _source(reader, lead, group))


def _is_between(reader: Reader, group: Group) -> bool:
    """Whether it is two towns that something lies between, not two states or times that are at odds."""
    parse = reader.parse
    inside = range(group.first, group.last)
    known = [reader.known.get(parse.tokens[at].start) for at in inside]
    return any(parse.word(at) == "and" for at in inside) and not any(
        mention is not None and mention.rule == "territory" for mention in known
    )


def _at(reader: Reader, lead: int) -> Setting | None:
    parse, words = reader.parse, reader.words
    word = parse.word(lead)
    group = reader.place(lead + 1)
    if group is None or (word == "on" and not group.named and not _is_ground(reader, lead, group)):
        return None
    if word in ("on", "by", "over", "through", "within") and not _is_sure(reader, group):
        if not (word == "on" and _is_struck(reader, lead, group)):
            return None
    if word in ("by", "through") and not (word == "through" and _follows(parse, lead, words.striking | words.crashing)):
        return None
    if word == "in" and parse.tag(lead - 1) == "verb" and parse.word(lead - 1) in ("believe", "believes"):
        return None
    weight = _TARGET if word == "on" else 0
    return Setting(lead, group.first, group.last, group.named, weight + _source(reader, lead, group))


def _is_ground(reader: Reader, lead: int, group: Group) -> bool:
    """Whether "on" tells where with a place that has no name: "on a bridge", "a strike on a market"."""
    parse, words = reader.parse, reader.words
    deed = any(parse.word(at) in words.assaults for at in range(max(lead - 4, 0), lead))
    struck = deed or _follows(parse, lead, words.striking | words.crashing)
    return struck or parse.word(group.last - 1) in words.grounds


def _is_struck(reader: Reader, lead: int, group: Group) -> bool:
    """Whether a name that nobody knows stands behind a noun for an attack: "40 strikes on Lessa"."""
    parse, last = reader.parse, reader.parse.word(group.last - 1)
    plain = group.last == lead + 2 and not last.endswith("s") and parse.tag(group.last) != "noun"
    return group.named and plain and parse.word(lead - 1) in reader.words.assaults


def _is_sure(reader: Reader, group: Group) -> bool:
    """Whether a place is one by its noun, or a known name."""
    parse = reader.parse
    inside = range(group.first, group.last)
    return any(reader.words.is_place(parse.word(at)) or reader.kind(at) == "place" for at in inside)


def _follows(parse: Parse, place: int, verbs: frozenset[str]) -> bool:
    """Whether one of the verbs stands not far before, in the same clause."""
    for at in range(place - 1, max(place - _FAR, -1), -1):
        if parse.word(at) in verbs:
            return True
        if parse.word(at) in _ENDS or parse.tag(at) in ("sub", "rel"):
            return False
    return False


def _hits(reader: Reader, place: int) -> bool:
    """Whether a preposition leads to what was hit, or what something ended up in."""
    parse, words = reader.parse, reader.words
    group = reader.place(place + 1)
    if group is None or not _is_sure(reader, group):
        return False
    if parse.word(place) == "against":
        return _follows(parse, place, words.assaults | words.striking)
    return _follows(parse, place, words.crashing)


def _object(reader: Reader, verb: int) -> Setting | None:
    """What was left, or what was struck: "fled North Kordofan", "hit Lima, Peru"."""
    parse = reader.parse
    if parse.tag(verb) == "noun" and parse.word(verb - 1) != "to" and parse.tag(verb + 1) not in ("det", "num") and not _is_headline(reader, verb):
        return None
    if parse.tag(verb - 1) in ("aux",) and parse.word(verb).endswith("ed"):
        return None
    group = reader.place(verb + 1)
    if group is None or parse.tag(group.last) == "poss" or (not group.named and parse.word(verb + 1) in _OWN):
        return None
    unknown = group.named and parse.word(verb) in reader.words.shaking and parse.tag(group.last) != "noun"
    if not (_is_sure(reader, group) or unknown):
        return None
    return Setting(verb, group.first, group.last, group.named, _TARGET)


def _is_headline(reader: Reader, verb: int) -> bool:
    """Whether a word that may be a noun stands before a name that it strikes: "earthquake hits Lima"."""
    return reader.kind(verb + 1) == "place" and reader.parse.word(verb).endswith("s")


def _subject(reader: Reader, place: int) -> Setting | None:
    """A place that has seen something: "Rotterdam recorded 212 attacks"."""
    parse = reader.parse
    if parse.tag(place - 1) not in ("edge", "comma", "conj", "det", "mark", "adv", "sub"):
        return None
    group = reader.place(place)
    if group is None or not _is_sure(reader, group):
        return None
    after = group.last + (parse.tag(group.last) in ("aux", "adv"))
    if parse.word(after) not in reader.words.seeing and parse.word(group.last) not in reader.words.seeing:
        return None
    return Setting(place, group.first, group.last, group.named, _SUBJECT)


def _told_of(reader: Reader, place: int) -> Setting | None:
    """A name that something is told of: "Kenya's dead", "Bulla Dera, where three men were denounced"."""
    parse = reader.parse
    if not reader.is_name(place) or (place and reader.is_name(place - 1)):
        return None
    group = reader.place(place)
    if group is None:
        return None
    owns = parse.tag(group.last) == "poss" and parse.word(group.last + 1) in reader.words.toll
    if owns and reader.kind(place) == "place":
        return Setting(place, group.first, group.last, group.named, _SUBJECT)
    goes = parse.word(place - 1) in _TOWARDS and _follows(parse, place - 1, reader.words.going)
    if parse.word(group.last) in reader.words.befell and parse.tokens[group.last].text.islower():
        return Setting(place, group.first, group.last, group.named, _BEFELL)
    if not goes and parse.tag(group.last) == "comma" and parse.word(group.last + 1) == "where":
        return Setting(place, group.first, group.last, group.named, _TARGET)
    return None


def _source(reader: Reader, lead: int, group: Group) -> int:
    """What it adds to the weight of a place that it belongs to somebody who speaks."""
    parse = reader.parse
    before = lead - 1 - (parse.tag(lead - 1) == "comma")
    if _is_saying(reader, before) and parse.tag(before - 1) != "aux":
        return _SOURCE
    phrase = parse.phrase(before)
    if phrase is None or phrase.head is None:
        return 0
    after = _past_aside(parse, group.last)
    speaks = _is_saying(reader, after) or parse.word(after) in reader.words.telling
    told = any(parse.word(at) in _REPORTED for at in range(max(phrase.first - 2, 0), phrase.first))
    if not (speaks or told):
        return 0
    return _LOCAL if parse.word(phrase.head) in reader.words.locals else _SOURCE


def _is_saying(reader: Reader, place: int) -> bool:
    parse = reader.parse
    return parse.word(place) in parse.grammar.reporting and parse.tag(place) in ("part", "verb", "noun")


def _past_aside(parse: Parse, place: int) -> int:
    """The token behind adverbs, auxiliaries and an aside between commas."""
    if parse.tag(place) == "comma" and parse.word(place + 1) not in parse.grammar.reporting:
        for at in range(place + 1, min(place + _FAR, len(parse.tokens))):
            if parse.tag(at) == "comma":
                place = at + 1
                break
    if parse.tag(place) == "comma":
        place += 1
    while parse.tag(place) in ("adv", "aux", "time"):
        place += 1
    return place
