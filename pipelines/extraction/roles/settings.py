"""The places that a sentence tells of, each with what leads to it: "in Lumo", "fled Lumo", "residents of Lumo"."""

from pipelines.extraction.roles.place_reader import Group, Reader
from pipelines.extraction.roles.setting import LOCAL, TARGET, Setting
from pipelines.extraction.roles.setting_sources import weight_of_source
from pipelines.extraction.roles.setting_verbs import BEGINS, follows, object_of, subject_of, told_of

# Behind these a place needs to be one by its noun or a known name: "on Hezbollah", "by the army".
_SURE = ("on", "by", "over", "through", "within")
_BESIDE_DEEDS = 4


def settings(reader: Reader) -> list[Setting]:
    """The places of a sentence, in order, none inside another."""
    found: list[Setting] = []
    said = frozenset(reader.parse.words)
    sees = not said.isdisjoint(reader.words.seeing)
    tells = "where" in said or not said.isdisjoint(reader.words.toll | reader.words.befell)
    for place, word in enumerate(reader.parse.words):
        if found and found[-1].first <= place < found[-1].last:
            continue
        setting = _setting(reader, place) if word in reader.words.leading else None
        if setting is None and sees and reader.parse.tag(place - 1) in BEGINS:
            setting = subject_of(reader, place)
        if setting is None and tells:
            setting = told_of(reader, place)
        if setting is not None:
            found.append(setting)
    return found


def _setting(reader: Reader, place: int) -> Setting | None:
    """The place that a word leads to: a preposition, or a verb for what was struck or left."""
    parse, words = reader.parse, reader.words
    word = parse.word(place)
    if parse.tag(place) == "prep":
        if word in words.beside:
            return _beside(reader, place, place + 1)
        if word in words.at:
            return _at(reader, place)
    if word in words.directions and parse.word(place + 1) == "of":
        return None if parse.tag(place - 1) == "det" else _beside(reader, place, place + 2)
    if word == "from" or (word == "of" and parse.word(place - 1) == "out"):
        comes = parse.tag(place - 1) == "aux" or follows(parse, place, words.taken)
        return _led(reader, place) if comes else None
    if word in words.into or word == "against":
        return _led(reader, place) if _hits(reader, place) else None
    if word in words.leaving or word in words.striking:
        return object_of(reader, place)
    return _of(reader, place) if word == "of" else None


def _of(reader: Reader, place: int) -> Setting | None:
    """A place told by those who live in it, or by what was done to it."""
    before = reader.parse.word(place - 1)
    if before in reader.words.locals:
        return _led(reader, place, weight=LOCAL, is_local=True)
    return _led(reader, place, weight=TARGET) if before in reader.words.done_to else None


def _led(reader: Reader, lead: int, *, weight: int = 0, is_local: bool = False) -> Setting | None:
    group = reader.place(lead + 1)
    if group is None:
        return None
    weight += weight_of_source(reader, lead, group)
    return Setting(lead, group.first, group.last, group.named, weight, is_local)


def _beside(reader: Reader, lead: int, start: int) -> Setting | None:
    """A place told by what is beside it: the word for it belongs to the place."""
    parse, group = reader.parse, reader.place(start)
    if group is None or parse.tag(start) == "num":
        return None
    if parse.word(lead) == "between" and not _is_between(reader, group):
        return None
    return Setting(lead, lead, group.last, group.named, weight_of_source(reader, lead, group))


def _is_between(reader: Reader, group: Group) -> bool:
    """Whether it is two towns that something lies between, not two states or times that are at odds."""
    inside = range(group.first, group.last)
    mentions = filter(None, map(reader.names.mention, inside))
    joined = any(reader.parse.word(at) == "and" for at in inside)
    return joined and not any(mention.rule == "territory" for mention in mentions)


def _at(reader: Reader, lead: int) -> Setting | None:
    """A place behind a preposition that is no part of it."""
    word, group = reader.parse.word(lead), reader.place(lead + 1)
    if group is None or (word in _SURE and not _is_surely(reader, lead, group)):
        return None
    weight = weight_of_source(reader, lead, group) + (TARGET if word == "on" else 0)
    return Setting(lead, group.first, group.last, group.named, weight)


def _is_surely(reader: Reader, lead: int, group: Group) -> bool:
    """Whether a preposition that leads to other things as well leads to a place."""
    parse, words, word = reader.parse, reader.words, reader.parse.word(lead)
    if word == "on" and _is_struck(reader, lead, group):
        return True
    if not reader.is_sure(group):
        return False
    ground = parse.word(group.last - 1) in words.grounds
    if word == "by":
        return ground and not group.named
    if word == "through":
        return follows(parse, lead, words.striking | words.crashing)
    return word != "on" or group.named or ground or _is_after_deed(reader, lead)


def _is_after_deed(reader: Reader, lead: int) -> bool:
    """Whether "on" tells what was struck: "a strike on a market"."""
    parse, words = reader.parse, reader.words
    beside = range(max(lead - _BESIDE_DEEDS, 0), lead)
    deed = any(parse.word(at) in words.assaults for at in beside)
    return deed or follows(parse, lead, words.striking | words.crashing)


def _is_struck(reader: Reader, lead: int, group: Group) -> bool:
    """Whether a name that nobody knows stands behind a noun or verb for an attack: "40 strikes on Lumo"."""
    parse, last = reader.parse, reader.parse.word(group.last - 1)
    plain = group.last == lead + 2 and not last.endswith("s") and parse.tag(group.last) != "noun"
    struck = reader.words.assaults | reader.words.crashing
    return group.named and plain and parse.word(lead - 1) in struck


def _hits(reader: Reader, place: int) -> bool:
    """Whether a preposition leads to what was hit, or what something ended up in."""
    parse, words, group = reader.parse, reader.words, reader.place(place + 1)
    if group is None or not reader.is_sure(group):
        return False
    if parse.word(place) == "against":
        return follows(parse, place, words.assaults | words.striking)
    return follows(parse, place, words.crashing)
