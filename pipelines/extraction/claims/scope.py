"""What a count ranges over: one incident, a running total, a part of another count, or each of several."""

from pathlib import Path

from pipelines.extraction.claims.clauses import clause_of
from pipelines.extraction.claims.events import events, names_event
from pipelines.extraction.claims.scope_words import ScopeWords, scope_words
from pipelines.extraction.claims.spans import is_in_space, is_in_time
from pipelines.extraction.frames.frames import Match
from pipelines.extraction.syntax.parse import Parse
from pipelines.extraction.values import Quantity, Scope

_SUBSETS = ("including", "of_them", "told_part", "grade", "part_of_group", "among_group")
_LASTING = ("have", "has", "are", "remain")
# So many do not leave at once.
_MANY = 10_000
_NEAR = 4
_AHEAD = 12


def scope(
    parse: Parse, match: Match, quantity: Quantity | None, unit: str, *, lexicon: Path | None
) -> Scope | None:
    """What the sentence says of the scope of a matched count; None where it says nothing."""
    words = scope_words(lexicon)
    if match.total is not None or match.method in _SUBSETS or match.cue.entry.scope == "subset":
        return "subset"
    if _is_of_group(parse, match) or parse.word(match.phrase.first - 1) == "including":
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
    return _of_people(parse, match, quantity, words)


def _of_people(
    parse: Parse, match: Match, quantity: Quantity | None, words: ScopeWords
) -> Scope | None:
    """What a clause says of people counted: by the event that befell them, else by a span of time or space."""
    clause = clause_of(parse, match)
    told = events(parse, match, clause, words)
    if told in ("one", "several"):
        return "incident" if told == "one" else "cumulative"
    if is_in_time(parse, match, clause, words):
        return "cumulative"
    if told == "lasting":
        return "incident"
    least = quantity.written_low if quantity is not None else None
    many = least is not None and least >= _MANY
    summed = is_in_space(parse, match, clause, words) or _is_of_campaign(parse, match, words)
    if summed or _is_gradual(parse, match, clause, words, many=many):
        return "cumulative"
    return None


def _is_of_campaign(parse: Parse, match: Match, words: ScopeWords) -> bool:
    """Whether a toll is that of what lasts: "the ninth strike of the campaign raised the toll to 37"."""
    before = parse.words[: match.phrase.first]
    return match.method.startswith("toll") and any(word in words.lasting for word in before)


def _is_gradual(
    parse: Parse, match: Match, clause: range, words: ScopeWords, *, many: bool
) -> bool:
    """Whether people have left bit by bit: "have fled", "are displaced", on no day that is told."""
    if match.cue.entry.words[0] not in words.gradual:
        return False
    first = match.group.first if match.group is not None else match.cue.first
    lasts = any(parse.word(place) in _LASTING for place in range(first, match.cue.first))
    lasts = lasts or many or match.method == "modifier"  # "650,000 displaced people"
    if not lasts or names_event(parse, clause, words):
        return False
    return not any(
        parse.tag(place) == "time" or parse.word(place) in words.hours for place in clause
    )


def _says_each(parse: Parse, match: Match, words: ScopeWords) -> bool:
    last = match.phrase.last
    if any(words.each.after(parse.tokens, place) for place in range(last - 1, last + _NEAR + 1)):
        return True
    rates = (words.rates.after(parse.tokens, place) for place in (last, match.cue.last))
    return any(rate is not None and rate[1] for rate in rates)


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
