"""Whether a place belongs to somebody who only speaks of what happened: "a monitoring group in Washington counts"."""

from pipelines.extraction.roles.place_reader import Group, Reader
from pipelines.extraction.roles.setting import LOCAL, SOURCE
from pipelines.extraction.syntax.parse import Parse

_FAR = 9
_SAID = ("part", "verb", "noun")
_TOLD = ("told", "tells", "telling", "addressed")
_LAID = ("buried", "interred")


def weight_of_source(reader: Reader, lead: int, group: Group) -> int:
    """What it adds to the weight of a place that it belongs to a source, or to where the dead were laid."""
    parse = reader.parse
    before = lead - 1 - (parse.tag(lead - 1) == "comma")
    said = _says(parse, before) and parse.tag(before - 1) != "aux"
    if said or parse.word(before) in _LAID:
        return SOURCE
    phrase = parse.phrase(before)
    if phrase is None or phrase.head is None:
        return 0
    if parse.word(phrase.first - 1) in _TOLD:
        return SOURCE  # "told a seminar in Lagos"
    after = past_aside(parse, group.last)
    speaks = _says(parse, after) or parse.word(after) in reader.words.telling
    according = "according" in (parse.word(phrase.first - 1), parse.word(phrase.first - 2))
    if not (speaks or according):
        return 0
    return LOCAL if parse.word(phrase.head) in reader.words.locals else SOURCE


def past_aside(parse: Parse, place: int) -> int:
    """The token behind adverbs, auxiliaries and an aside between commas."""
    if parse.tag(place) == "comma" and parse.word(place + 1) not in parse.grammar.reporting:
        aside = range(place + 1, min(place + _FAR, len(parse.tokens)))
        closing = next((at for at in aside if parse.tag(at) == "comma"), place)
        place = closing + 1
    elif parse.tag(place) == "comma":
        place += 1
    while parse.tag(place) in ("adv", "aux", "time"):
        place += 1
    return place


def _says(parse: Parse, place: int) -> bool:
    return parse.word(place) in parse.grammar.reporting and parse.tag(place) in _SAID
