"""Places that no preposition leads to: what was struck or left, what a place has seen, what befell it."""

from pipelines.extraction.roles.place_reader import OWN, Group, Reader
from pipelines.extraction.roles.setting import BEFELL, SUBJECT, TARGET, Setting
from pipelines.extraction.roles.setting_sources import past_aside
from pipelines.extraction.syntax.parse import Parse

_FAR = 9
_ENDS = (";", ":", "—", "“", "”", '"')
#: What stands before a place that is the subject of a clause.
BEGINS = ("edge", "comma", "conj", "det", "mark", "adv", "sub")
_TOWARDS = ("to", "towards", "toward", "for", "via", "from")


def object_of(reader: Reader, verb: int) -> Setting | None:
    """What was left, or what was struck: "fled North Kordofan", "hit Lima, Peru"."""
    parse, group = reader.parse, reader.place(verb + 1)
    if group is None or not _acts(reader, verb, group) or parse.tag(group.last) == "poss":
        return None
    if not group.named and parse.word(verb + 1) in OWN:
        return None
    new = group.named and parse.word(verb) in reader.words.shaking
    unknown = new and parse.tag(group.last) != "noun"
    if not (unknown or reader.is_sure(group)):
        return None
    return Setting(verb, group.first, group.last, group.named, TARGET)


def subject_of(reader: Reader, place: int) -> Setting | None:
    """A place that has seen something: "Rotterdam recorded 212 attacks"."""
    parse = reader.parse
    group = reader.place(place)
    if group is None or not reader.is_sure(group):
        return None
    verbs = (parse.word(group.last), parse.word(past_aside(parse, group.last)))
    if reader.words.seeing.isdisjoint(verbs):
        return None
    return Setting(place, group.first, group.last, group.named, SUBJECT)


def told_of(reader: Reader, place: int) -> Setting | None:
    """A name that something is told of: "Kenya's dead", "Lumo, where three men were shot", "the Lumo fire"."""
    parse, names = reader.parse, reader.names
    if not names.is_name(place) or (place and names.is_name(place - 1)):
        return None
    group = reader.place(place)
    if group is None:
        return None
    weight = _weight(reader, place, group)
    if (
        weight is None
        and parse.tag(group.last) == "comma"
        and parse.word(group.last + 1) == "where"
    ):
        goes = parse.word(place - 1) in _TOWARDS and follows(parse, place - 1, reader.words.going)
        weight = None if goes else TARGET
    if weight is None:
        return None
    return Setting(place, group.first, group.last, group.named, weight)


def follows(parse: Parse, place: int, verbs: frozenset[str]) -> bool:
    """Whether one of the verbs stands not far before a token, in the same clause."""
    for at in range(place - 1, max(place - _FAR, -1), -1):
        if parse.word(at) in verbs:
            return True
        if parse.word(at) in _ENDS or parse.tag(at) in ("sub", "rel"):
            return False
    return False


def _weight(reader: Reader, place: int, group: Group) -> int | None:
    """What speaks for a name that owns its dead, or that a disaster is called by."""
    parse, words, after = reader.parse, reader.words, _after(reader, group)
    if parse.tag(group.last) == "poss" and parse.word(group.last + 1) in words.toll:
        return SUBJECT if reader.names.kind(place) == "place" else None
    return BEFELL if after in words.befell and after.islower() else None


def _after(reader: Reader, group: Group) -> str:
    """The word behind a place as it is written; empty at the end of the sentence."""
    tokens = reader.parse.tokens
    return tokens[group.last].text if group.last < len(tokens) else ""


def _acts(reader: Reader, verb: int, group: Group) -> bool:
    """Whether the word is a verb here: "an earthquake hits Lima", "forces shell areas of Homs", not "a strike"."""
    parse = reader.parse
    if parse.tag(verb) != "noun":
        return not (parse.tag(verb - 1) == "aux" and parse.word(verb).endswith("ed"))
    if parse.word(verb - 1) == "to" or parse.tag(verb + 1) in ("det", "num"):
        return True
    if reader.names.kind(verb + 1) == "place":
        return parse.word(verb).endswith("s")
    subject = parse.tag(verb - 1) == "noun" and parse.word(verb - 1) not in reader.words.deeds
    return group.named and subject and reader.is_sure(group)
