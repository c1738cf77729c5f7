"""Stretches of time and space that a count is summed over: "so far this year", "in two weeks", "in four villages"."""

from pipelines.extraction.claims.scope_words import ScopeWords
from pipelines.extraction.frames.frames import Match
from pipelines.extraction.syntax.parse import Parse

_SPANS = ("in", "over", "within", "during", "of")
_PLACED = ("in", "across", "at", "from", "on")
_UNRANKED = ("noun", "prep", "det", "adj", "poss", "hyphen", "num", "time")
_BESIDE = 3
_YEARS = range(1900, 2100)


def is_in_time(parse: Parse, match: Match, clause: range, words: ScopeWords) -> bool:
    """Whether a clause sums its count up over a time."""
    if match.phrase.count == "one":
        return False
    years = (place for place in clause if _is_year(parse, place) and match.method != "noun_of")
    if any(place == clause.start or place >= match.phrase.first for place in years):
        return True
    if match.cue.first >= 0 and any(_joins_days(parse, place) for place in clause):
        return True
    times = (place for place in clause if _is_time(parse, place, words))
    return any(not _is_ranked(parse, place, words) for place in times)


def is_in_space(parse: Parse, match: Match, clause: range, words: ScopeWords) -> bool:
    """Whether a clause calls its count a total, or sums it up over several places; those who fled only crossed some."""
    beside = range(max(match.phrase.first - _BESIDE, 0), match.phrase.last + 1)
    if any(words.totals.after(parse.tokens, place) for place in beside):
        return True
    if match.cue.entry.metric == "displacements" or match.phrase.count == "one":
        return False
    return any(_is_places(parse, place, words) for place in clause)


def _is_year(parse: Parse, place: int) -> bool:
    """Whether a whole year is told: "in 2019"."""
    if parse.word(place) != "in":
        return False
    year = parse.word(place + 1)
    return year.isdecimal() and int(year) in _YEARS


def _is_time(parse: Parse, place: int, words: ScopeWords) -> bool:
    word = parse.word(place)
    if word == "since":
        return not _is_no_sum(parse, place)
    if word in _SPANS and _is_duration(parse, place + 1, words):
        return True
    if word == "between" and _is_date(parse, place + 1):
        return True
    found = words.sums.after(parse.tokens, place)
    return found is not None and found[1]


def _is_date(parse: Parse, place: int) -> bool:
    return parse.tag(place) == "time" or parse.word(place) in parse.grammar.time_nouns


def _joins_days(parse: Parse, place: int) -> bool:
    """Whether two days are joined: "on Monday and again on Wednesday"."""
    if parse.word(place) != "and" or not _is_day(parse, place - 1):
        return False
    return any(_is_day(parse, at) for at in range(place + 1, place + _BESIDE + 1))


def _is_day(parse: Parse, place: int) -> bool:
    return parse.word(place).endswith("day") and parse.tag(place) == "time"


def _is_duration(parse: Parse, place: int, words: ScopeWords) -> bool:
    """Whether a stretch of time is told that is long enough to be a period: "two weeks", but not "one night"."""
    while parse.tag(place) in ("det", "adj"):
        place += 1
    last = place
    while parse.tag(last + 1) == "duration":
        last += 1
    return parse.tag(place) == "duration" and parse.word(last) not in words.hours


def _is_no_sum(parse: Parse, since: int) -> bool:
    """Whether "since" sums up nothing: "has since risen", "held hostage since May", "not seen since"."""
    before = [cue.entry for cue in parse.cues if cue.last == since]
    lasting = any(entry.frame == "state" or entry.words[0] == "not" for entry in before)
    done = any(entry.frame == "done_to" for entry in before)
    return (lasting and not done) or parse.tag(since - 1) == "aux"


def _is_ranked(parse: Parse, place: int, words: ScopeWords) -> bool:
    """Whether a time tells of which event one is the worst or the third: "the third raid since May"."""
    place -= 1
    while parse.tag(place) in _UNRANKED:
        if parse.word(place) in words.ranking:
            return True
        place -= 1
    return False


def _is_places(parse: Parse, place: int, words: ScopeWords) -> bool:
    """Whether several places are told: "in four villages", "across the province"."""
    if parse.word(place) not in _PLACED:
        return False
    phrase = parse.phrase(place + 1)
    if phrase is None or phrase.head is None or phrase.first != place + 1:
        return False
    if parse.word(place) == "across":
        before = parse.phrase(place - 1)  # "taken to hospitals across the city"
        return before is None or parse.word(before.first - 1) not in ("to", "into")
    return phrase.number is not None and parse.word(phrase.head) in words.places
