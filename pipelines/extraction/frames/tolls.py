"""Numbers at a distance from their noun: "the death toll from the floods rose to 15 from 12"."""

from collections.abc import Iterator

from pipelines.extraction.frames.frames import Match
from pipelines.extraction.frames.series import series
from pipelines.extraction.metrics.cues import Cue
from pipelines.extraction.syntax.following import follow
from pipelines.extraction.syntax.noun_phrases import NounPhrase
from pipelines.extraction.syntax.parse import Parse

_NEW_CLAUSE = (";", "—")
_FARTHEST = 40
_NEAR = 12
_BEFALLING = ("done_to", "state", "happens_to", "group")
_LABELS = (*_BEFALLING, "counted")
_MARKUP = ("*", "_", "|", "#", "•", "-", "–", "(", ")")
_OVER = ("above", "past", "beyond", "as")
# A level is told of the dead, not "of" or "by" somebody: "deaths of 12 people", "attacks by 12 gunmen".
_NOT_LEVELS = ("of", "by")


def toll(parse: Parse, cue: Cue) -> Iterator[Match]:
    """The numbers that a toll reaches, to its right, or to its left in "takes to 200 the number slain"."""
    if cue.entry.words[-1] == "of" and not _told_of(parse, cue):
        return
    phrase = parse.phrase(cue.first)
    first = phrase.first if phrase is not None else cue.first
    if phrase is not None and phrase.number is not None and cue.entry.words[-1] != "of":
        yield Match(phrase, cue, "toll")
        return
    before = _before(parse, first)
    if before is not None:
        yield Match(before, cue, "toll")
        return
    yield from _told(parse, cue, list(_after(parse, cue.last)))


def level(parse: Parse, cue: Cue) -> Iterator[Match]:
    """The number at which those told of stand: "put the dead at 23", "deaths have passed 500"."""
    phrase = parse.phrase(cue.last - 1)
    if phrase is None or phrase.number is not None or phrase.head not in (None, cue.last - 1):
        return
    if _is_led(parse, cue, phrase):
        return
    brought = parse.word(phrase.first - 1) in parse.grammar.bringing
    started = parse.word(phrase.last) == "at" or (brought and parse.word(phrase.last) == "to")
    yield from _told(parse, cue, list(standing(parse, phrase.last, moved=started)))


def _is_led(parse: Parse, cue: Cue, phrase: NounPhrase) -> bool:
    """Whether those told of belong to another noun: "a third of the dead", "the toll of yesterday's strikes"."""
    place = phrase.first - 1
    while parse.tag(place) in ("poss", "time"):
        place -= 1
    figure = cue.entry.frame == "group" and parse.word(place - 1) in parse.grammar.figures
    return parse.tag(place) == "prep" and not figure


def standing(parse: Parse, place: int, *, moved: bool = False) -> Iterator[NounPhrase]:
    """The numbers at which what ends at ``place`` stands, by a verb of the same clause; ``moved`` if none is needed."""
    for at in range(place, min(place + _NEAR, len(parse.tokens))):
        found, tag = parse.phrase(at), parse.tag(at)
        moved = moved or parse.word(at) in parse.grammar.levels or tag == "aux"
        if found is not None and found.number is not None:
            if (
                moved
                and _is_reached(parse, at)
                and _is_bare(parse, found)
                and not _led_away(parse, at)
            ):
                yield found
                yield from series(parse, found.last)
            return
        ends = tag in ("sub", "rel", "comma", "conj", "mark") and parse.word(at) != ":"
        if ends and parse.tag(at - 1) != "aux":  # "has since risen"
            return


def labelled(parse: Parse, cue: Cue) -> Iterator[Match]:
    """The number behind a label: "Dead: 38, according to the ministry; 44, according to the clinics"."""
    if cue.entry.frame not in _LABELS or not _begins_line(parse, cue.first):
        return
    if _is_listed(parse, cue.last):
        yield from (
            Match(phrase, cue, "toll") for phrase in parse.phrases if phrase.first == cue.last
        )
        return
    place = cue.last
    while parse.word(place) in _MARKUP:
        place += 1
    tabular = "|" in parse.words[cue.last : place]
    if parse.word(place) != ":" and not tabular:
        return
    while parse.word(place) in (*_MARKUP, ":"):
        place += 1
    found = parse.phrase(place)
    if found is None or found.first != place or found.number is None or not _is_bare(parse, found):
        return
    joined = [
        item.phrase for item in follow(parse, found.last, direct=False) if item.relation == "and"
    ]
    again = (
        other
        for other in parse.phrases
        if parse.word(other.first - 1) == ";" and other.head is None and other.number is not None
    )
    yield from _told(parse, cue, [found, *joined, *again])


def _is_listed(parse: Parse, place: int) -> bool:
    """Whether a bare number follows its label in a list: "injured 112; missing 8"."""
    number = parse.phrase(place)
    if number is None or number.first != place or number.number is None or number.head is not None:
        return False
    return parse.word(number.last) in (";", "(") or (
        parse.tag(number.last) in ("mark", "edge") and ";" in parse.words[:place]
    )


def _told(parse: Parse, cue: Cue, found: list[NounPhrase]) -> Iterator[Match]:
    """The numbers of a toll with the parts that are told of each."""
    for phrase in found:
        yield Match(phrase, cue, "toll_before" if _is_old(parse, phrase) else "toll")
        for part in follow(parse, phrase.last, direct=False):
            if part.relation in ("including", "of_them"):
                yield Match(part.phrase, cue, part.relation, total=phrase)


def _told_of(parse: Parse, cue: Cue) -> bool:
    """Whether a "number of" goes on to say what befell them: "the number of villagers killed"."""
    begin = cue.last
    while parse.tag(begin) == "adv":
        begin += 1  # "the number of internally displaced"
    counted = parse.phrase(begin)
    last = counted.last if counted is not None else begin
    for other in parse.cues:
        plain = other.entry.frame != "done_to" or other.entry.form == "past"
        same = other.entry.metric == cue.entry.metric and not other.entry.nouns and plain
        if same and other.entry.frame == "counted" and cue.last <= other.first < last:
            return True
        near = cue.last <= other.first <= last
        confirmed = other.first == cue.last + 1 and parse.word(cue.last) in parse.grammar.raising
        if same and other.entry.frame in _BEFALLING and (near or confirmed):
            return True
    return False


def _before(parse: Parse, first: int) -> NounPhrase | None:
    phrase = parse.phrase(first - 1)
    if phrase is None or phrase.number is None or phrase.last != first or phrase.head is not None:
        return None
    return phrase if parse.word(phrase.first - 1) in ("to", "at") else None


def _after(parse: Parse, place: int) -> Iterator[NounPhrase]:
    """The bare numbers that follow a word such as "to" or "at", up to the end of the clause, and their row."""
    at, end = place, min(place + _FARTHEST, len(parse.tokens))
    while at < end and parse.word(at) not in _NEW_CLAUSE:
        phrase = parse.phrase(at)
        at += 1
        if phrase is None or phrase.first != at - 1 or phrase.number is None:
            continue
        if not (_is_reached(parse, phrase.first) and _is_bare(parse, phrase)):
            continue
        row = [phrase, *series(parse, phrase.last)]
        yield from row
        at = row[-1].last
        if not _moves_on(parse, at):
            return


def _is_reached(parse: Parse, place: int) -> bool:
    """Whether a verb or preposition ties the number to the toll; it may be a hedge too ("now exceeds 90")."""
    before, hedge = parse.word(place - 1), parse.word(place)
    levels = parse.grammar.levels
    return before in parse.grammar.reaches or before in levels or hedge in levels or hedge in _OVER


def _moves_on(parse: Parse, place: int) -> bool:
    """Whether an aside ended and the toll goes on: "which had been 18 at noon, climbed to 27"."""
    ahead = range(place, min(place + 4, len(parse.tokens)))
    comma = next((at for at in ahead if parse.tag(at) == "comma"), None)
    return comma is not None and (
        parse.word(comma + 1) in parse.grammar.levels or parse.tag(comma + 1) == "aux"
    )


def _is_bare(parse: Parse, phrase: NounPhrase) -> bool:
    """Whether the phrase is a number alone or of people, and no part of those told before."""
    if phrase.whole is not None:
        return False
    if phrase.head is None or parse.word(phrase.head) in ("names", "entries"):
        return True
    return parse.people.counts(parse.word(phrase.head)) is True


def _led_away(parse: Parse, place: int) -> bool:
    return parse.word(place - 1) in _NOT_LEVELS


def _is_old(parse: Parse, phrase: NounPhrase) -> bool:
    """Whether the number is where the toll came from: "rose to 15 from 12"."""
    return parse.word(phrase.first - 1) == "from"


def _begins_line(parse: Parse, place: int) -> bool:
    """Whether a word begins a line or an item of a list, marks apart."""
    phrase = parse.phrase(place)
    place = (phrase.first if phrase is not None else place) - 1
    while parse.word(place) in _MARKUP:
        place -= 1
    return parse.tag(place) == "edge" or parse.word(place) in (".", ";")
