"""What befell those counted: one event, or several. The noun for an event nearest to the count tells."""

from typing import Literal

from pipelines.extraction.claims.scope_words import ScopeWords
from pipelines.extraction.frames.frames import Match
from pipelines.extraction.syntax.parse import Parse

# "lasting" is one that may be long, as a flood: a time beside it says whether the count is summed over it.
Events = Literal["one", "several", "lasting"]

_WHEN = ("when", "after", "as")
_ONE = ("a", "an", "one", "another", "this")
_ALL = ("each", "every")
_OBJECTS = ("det", "num", "pron")
# What follows a verb in "the plane crashes into a field", "crashes and burns".
_LED = ("into", "in", "on", "near", "onto", "off", "outside", "through", "and")
# What may stand between a preposition and its noun.
_WITHIN = ("det", "adj", "adv", "time", "ing", "part")
_FINITE = ("verb", "aux", "modal", "part", "rel")


def events(parse: Parse, match: Match, clause: range, words: ScopeWords) -> Events | None:
    """Whether the nearest event that the clause names is one or several, or lasts; None where it names none."""
    own = match.phrase.head
    if own is not None and match.phrase.number is not None and parse.word(own) in words.events:
        return "several"
    said = {*range(match.phrase.first, match.phrase.last), *range(match.cue.first, match.cue.last)}
    found = [
        (_distance(place, match), kind)
        for place in clause
        if place not in said and (kind := _event(parse, match, place, clause, words)) is not None
    ]
    return min(found)[1] if found else _when(parse, clause.stop, words)


def names_event(parse: Parse, clause: range, words: ScopeWords) -> bool:
    """Whether a clause names an event at all, be it one or several."""
    known = words.event | words.events | words.single | words.drawn
    return any(parse.word(place).removesuffix("s") in known for place in clause)


def _distance(place: int, match: Match) -> int:
    verb = match.cue.first if match.cue.first >= 0 else match.phrase.first
    return abs(place - verb)


def _event(
    parse: Parse, match: Match, place: int, clause: range, words: ScopeWords
) -> Events | None:
    """How many events the word at a place stands for, where it tells what befell those counted."""
    if not _is_noun(parse, place):
        return None
    if parse.word(place) in words.events and _is_verb(parse, match, place, clause):
        return None
    if not _is_cause(parse, match, place, clause, words):
        return None
    if parse.word(place) in words.lasting and match.phrase.count == "one":
        return None  # a soldier killed in the war
    return _row_of(parse, place, words) or _kind(parse, place, words)


def _row_of(parse: Parse, place: int, words: ScopeWords) -> Events | None:
    """What a row of nouns comes to: "missile and drone attacks", "landslides and flooding"."""
    before = parse.phrase(place - 2) if parse.tag(place - 1) == "conj" else None
    after = parse.phrase(place + 2) if parse.tag(place + 1) == "conj" else None
    beside = {phrase.head for phrase in (before, after) if phrase is not None}
    several = any(at is not None and parse.word(at) in words.events for at in beside)
    return "several" if several and _kind(parse, place, words) is not None else None


def _is_noun(parse: Parse, place: int) -> bool:
    """Whether a word is the noun of its phrase, be it that a verb such as "rises" was taken into it."""
    phrase = parse.phrase(place)
    if phrase is None or phrase.head is None:
        return parse.tag(place) in ("noun", "ing") and parse.cue(place) is None
    verb = parse.word(phrase.head)
    taken = verb in parse.grammar.levels or verb in parse.grammar.also_nouns
    return phrase.head == place or (taken and place + 1 == phrase.head)


def _kind(parse: Parse, noun: int, words: ScopeWords) -> Events | None:
    word, first = parse.word(noun), _first(parse, noun)
    row = word in words.rows and parse.word(noun + 1) == "of" and parse.tag(noun + 2) != "num"
    if row or word in words.lasting:
        return "several"
    if word in words.events:
        one = _is_dated(parse, first, noun) or _is_one_of(parse, first, words)
        return "one" if one else "several"
    if word in words.drawn:
        return "lasting"
    if word in words.with_article:
        return "one" if parse.tag(first) == "det" else None
    if word not in words.event and word not in words.single:
        return None
    long = any(parse.word(place) in words.long for place in range(first, noun))
    return "several" if long or parse.word(first) in _ALL else "one"


def _is_one_of(parse: Parse, first: int, words: ScopeWords) -> bool:
    """As in "one of the raids", "the worst of the raids"."""
    if parse.word(first) == "one" and parse.word(first + 1) == "of":
        return True
    ranked = parse.word(first - 2) in words.ranking or parse.word(first - 2) == "one"
    return parse.word(first - 1) == "of" and ranked


def _is_verb(parse: Parse, match: Match, noun: int, clause: range) -> bool:
    """Whether the word is a verb here: "a drone strikes a school", "the plane crashes into a field, killing 12"."""
    first, phrase = _first(parse, noun), parse.phrase(noun)
    if parse.word(noun) not in parse.grammar.also_nouns or noun == clause.start:
        return False
    after = parse.phrase(noun + 1)
    acts = noun > first and after is not None and after.first == noun + 1
    if acts or parse.tag(noun + 1) in _OBJECTS or parse.word(first) in _ONE:
        return True
    counted = phrase is not None and phrase.number is not None
    finite = any(_may_be_finite(parse, at) for at in range(clause.start, noun))
    ends = noun > first or parse.tag(noun - 1) == "comma"
    verb = ends and not counted and not finite
    return verb and match.method == "participle" and parse.word(noun + 1) in _LED


def _may_be_finite(parse: Parse, place: int) -> bool:
    """Whether a word may be the verb of its clause, be it that it is taken for a noun: "the forces launch"."""
    if parse.tag(place) in _FINITE and parse.phrase(place) is None:
        return True
    word, before = parse.word(place), parse.word(place - 1)
    agrees = parse.tag(place - 1) == "noun" and word.endswith("s") != before.endswith("s")
    return agrees and word in parse.grammar.also_nouns


def _is_dated(parse: Parse, first: int, noun: int) -> bool:
    """Whether the events are known by one day: "the October 7 attacks"."""
    inside = range(first, noun)
    return any(parse.tag(place) == "time" and parse.word(place)[0].isdigit() for place in inside)


def _is_cause(parse: Parse, match: Match, noun: int, clause: range, words: ScopeWords) -> bool:
    """Whether a noun, or the row that it stands in, tells of the event that struck, and of no other."""
    first = _first(parse, noun)
    while first - 1 in clause and (joined := _joined(parse, first)) is not None:
        first = joined
    led = parse.word(first - 1)
    if match.cue.entry.metric == "arrests":
        return led in words.arrested
    return led not in words.elsewhere and (noun < match.cue.first or led in words.causes)


def _joined(parse: Parse, first: int) -> int | None:
    """Where the noun begins that one is joined to: "bombings" in "bombings and raids", "start" in "start of it"."""
    joins = parse.tag(first - 1) in ("conj", "comma") or parse.word(first - 1) == "of"
    before = parse.phrase(first - 2) if joins else None
    return None if before is None or before.number is not None else _first(parse, before.first)


def _first(parse: Parse, noun: int) -> int:
    """Where a noun begins with all that belongs to it: "the heavy fighting", "overnight airstrikes"."""
    phrase = parse.phrase(noun)
    first = noun if phrase is None else phrase.first
    while parse.tag(first - 1) in _WITHIN and parse.phrase(first - 1) is None:
        first -= 1
    return first


def _when(parse: Parse, place: int, words: ScopeWords) -> Events | None:
    """The event of the clause that tells how it came: "when a bus overturned", "after strikes hit the port"."""
    if parse.word(place) not in _WHEN:
        return None
    phrase = parse.phrase(place + 1)
    if phrase is None or phrase.first != place + 1 or phrase.head is None:
        return None
    if parse.tag(phrase.last) not in _FINITE:
        return None
    if parse.word(phrase.head) in words.events:
        return "several"
    if parse.word(place) == "as":
        return None
    one = parse.word(phrase.first) in _ONE or parse.word(phrase.head) in words.event
    return "one" if one else None
