"""What a count ranges over: one incident, a running total, a part of another count, or each of several."""

from dataclasses import dataclass
from functools import cache
from itertools import chain
from pathlib import Path

from pipelines.extraction.frames.frames import Match
from pipelines.extraction.lexicon import load
from pipelines.extraction.syntax.parse import Parse
from pipelines.extraction.text.phrases import Phrases
from pipelines.extraction.values import Quantity, Scope

_SUBSETS = ("including", "of_them", "told_part", "grade", "part_of_group", "among_group")
_PARTING = (".", ";", ":", "—", "“", "”", '"')
# A stretch of time that a count is summed over: "in three weeks".
_SPANS = ("in", "over", "within", "during", "for")
_NEAR = 4
_AHEAD = 12


@dataclass(frozen=True, slots=True)
class ScopeWords:
    """The word lists of lexicon/scope.yaml."""

    each: Phrases[str]
    cumulative: Phrases[str]
    superlatives: frozenset[str]
    events: frozenset[str]
    single_events: frozenset[str]
    singling: frozenset[str]


@cache
def scope_words(extra: Path | None = None) -> ScopeWords:
    """The scope words of the shipped lexicon with a user's words."""
    lists = load("scope", extra)
    return ScopeWords(
        each=Phrases({phrase: phrase for phrase in lists["each"]}),
        cumulative=Phrases({phrase: phrase for phrase in chain.from_iterable(lists["cumulative"])}),
        superlatives=frozenset(lists["superlatives"]),
        events=frozenset(lists["events"]),
        single_events=frozenset(lists["single_events"]),
        singling=frozenset(lists["singling"]),
    )


def scope(
    parse: Parse, match: Match, quantity: Quantity | None, unit: str, *, lexicon: Path | None
) -> Scope:
    """The scope of a matched count, by the frame first and by the words of its clause second."""
    words = scope_words(lexicon)
    if match.total is not None or match.method in _SUBSETS or match.cue.entry.scope == "subset":
        return "subset"
    if _is_of_group(parse, match):
        return "subset"
    if match.cue.entry.scope == "incident":
        return "incident"
    if _says_each(parse, match, words):
        return "each"
    if unit == "money":
        several = (
            _is_plural(parse, match) or _is_on_several(parse, match) or _is_for_each(parse, match)
        )
        return "each" if several else "incident"
    if unit == "event":
        return "incident" if quantity is not None and quantity.value == 1 else "cumulative"
    clause = _clause(parse, match)
    if any(parse.word(place) in words.superlatives for place in clause):
        return "incident"
    return "cumulative" if any(_sums(parse, place, words) for place in clause) else "incident"


def singles_out(parse: Parse, *, lexicon: Path | None) -> bool:
    """Whether a sentence speaks of one event by itself, whatever was told before: "the latest killed a guard"."""
    words = scope_words(lexicon)
    if any(word in words.singling for word in parse.words):
        return True
    return any(
        phrase.count == "one"
        and phrase.head is not None
        and parse.word(phrase.head) in words.single_events
        for phrase in parse.phrases
    )


def _says_each(parse: Parse, match: Match, words: ScopeWords) -> bool:
    last = match.phrase.last
    return any(words.each.after(parse.tokens, place) for place in range(last - 1, last + _NEAR + 1))


def _is_of_group(parse: Parse, match: Match) -> bool:
    """Whether the count is of some out of a group told of: "one of the victims was beaten to death"."""
    whole = match.phrase.whole
    groups = (cue for cue in parse.cues if cue.entry.frame == "group")
    return whole is not None and any(cue.first <= whole < cue.last for cue in groups)


def _is_for_each(parse: Parse, match: Match) -> bool:
    """Whether the amount is said to be for each of several: "for the capture of each rebel"."""
    last = match.phrase.last
    ahead = range(last, min(last + _AHEAD, len(parse.tokens)))
    return any(parse.word(at) == "each" and parse.tag(at - 1) == "prep" for at in ahead)


def _is_plural(parse: Parse, match: Match) -> bool:
    """Whether one amount stands for several rewards: "$25 million rewards"."""
    return any(
        cue.entry.frame == "reward" and cue.entry.form == "plural"
        for cue in parse.cues
        if match.phrase.first <= cue.first < match.phrase.last
    )


def _is_on_several(parse: Parse, match: Match) -> bool:
    """Whether one amount is put on a number of people: "a bounty on 19 members"."""
    place = max(match.phrase.last, match.cue.last)
    wanted = parse.phrase(place + 1)
    return parse.word(place) == "on" and wanted is not None and wanted.number is not None


def _sums(parse: Parse, place: int, words: ScopeWords) -> bool:
    """Whether the word at a place says that the count is summed over a time, a campaign or several events."""
    word = parse.words[place]
    if word == "since" and _is_no_sum(parse, place):
        return False
    if word in words.events or (word in _SPANS and parse.tag(place + 1) == "duration"):
        return True
    return words.cumulative.after(parse.tokens, place) is not None


def _is_no_sum(parse: Parse, since: int) -> bool:
    """Whether "since" sums up nothing: "has since risen", "held hostage since May", "not seen since"."""
    before = [cue.entry for cue in parse.cues if cue.last == since]
    lasting = any(entry.frame == "state" or entry.words[0] == "not" for entry in before)
    done = any(entry.frame == "done_to" for entry in before)
    return (lasting and not done) or parse.tag(since - 1) == "aux"


def _is_event(parse: Parse, place: int, words: ScopeWords) -> bool:
    return parse.word(place) in words.events and parse.tag(place) == "noun"


def _clause(parse: Parse, match: Match) -> list[int]:
    """The places of the clause that a match stands in, with the noun that a relative clause belongs to."""
    begin = min(match.phrase.first, max(match.cue.first, 0))
    while begin > 0 and not _parts(parse, begin - 1):
        begin -= 1
    if parse.tag(begin - 1) == "rel":
        comma = parse.tag(begin - 2) == "comma"
        antecedent = parse.phrase(begin - 2 - comma)
        begin = antecedent.first if antecedent is not None else begin
    end = max(match.phrase.last, match.cue.last)
    while end < len(parse.tokens) and not _parts(parse, end):
        end += 1
    counted = range(match.phrase.first, match.phrase.last)
    return [place for place in range(begin, end) if place not in counted]


def _parts(parse: Parse, place: int) -> bool:
    return parse.word(place) in _PARTING or parse.tag(place) == "rel"
