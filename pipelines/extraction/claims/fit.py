"""Whether a counted phrase is of the kind that a metric counts; where it is not, the reason for the ledger."""

from collections.abc import Sequence

from pipelines.extraction.frames.frames import Match
from pipelines.extraction.metrics.metrics import COUNTED, Metric
from pipelines.extraction.syntax.parse import Parse
from pipelines.extraction.values import Quantity

_OTHERS = ("others", "other", "more", "another", "dead", "wounded", "injured", "missing")

_APART = ("part_of_group", "among_group")
_TELLING = ("done_to", "happens_to", "state", "counted", "of_them")
_MARKS = ("comma", "mark")
_LARGE = 1000


def misfit(parse: Parse, match: Match, metric: Metric, quantity: Quantity | None) -> str | None:
    """Why the phrase cannot be a claim of the metric, or None when it can. ``quantity`` is None for "a soldier"."""
    entry = match.cue.entry
    if match.cue.refused:
        return match.cue.refused
    if match.phrase.count is None:
        return "no number"
    if match.method in ("grade", "including", "of_them") and _is_zero(match, quantity):
        return "none of a total says no count of its own"
    if entry.zero and not _is_zero(match, quantity):
        return "counts casualties without saying which"
    if match.method in _APART and metric.undone & set(parse.words):
        return "told of those whom it no longer befalls"
    if match.group is not None and match.group.negated and not _is_zero(match, quantity):
        return "the verb is negated"
    if _means_something_else(parse, match):
        return f"nothing says what became of them ({' '.join(entry.words)})"
    return _wrong_kind(parse, match, metric, quantity)


def _means_something_else(parse: Parse, match: Match) -> bool:
    """Whether a plain word lacks the company that it needs, or has one in which it means something else."""
    entry = match.cue.entry
    if not (entry.near or entry.without):
        return False
    said = set(parse.words)
    goes_on = entry.again and _is_told(parse, match)
    alone = bool(entry.near) and not entry.near & said and not goes_on
    return alone or not entry.without.isdisjoint(_clause(parse, match))


def _clause(parse: Parse, match: Match) -> Sequence[str]:
    """The words from the mark before the count and its word to the mark after them."""
    begin = min(match.phrase.first, max(match.cue.first, 0))
    end = max(match.phrase.last, match.cue.last)
    while begin > 0 and parse.tag(begin - 1) not in _MARKS:
        begin -= 1
    while end < len(parse.words) and parse.tag(end) not in _MARKS:
        end += 1
    return parse.words[begin:end]


def _is_told(parse: Parse, match: Match) -> bool:
    """Whether the metric is spoken of beside it or was before, so that a plain word will do ("190 are still held")."""
    metric = match.cue.entry.metric
    plain = (cue for cue in parse.cues if not cue.entry.near and cue.refused is None)
    return metric in parse.told or any(
        cue.entry.metric == metric and cue.entry.frame in _TELLING for cue in plain
    )


def _is_zero(match: Match, quantity: Quantity | None) -> bool:
    return match.phrase.count == "none" if quantity is None else quantity.value == 0


def _wrong_kind(
    parse: Parse, match: Match, metric: Metric, quantity: Quantity | None
) -> str | None:
    if quantity is not None and quantity.outcome == "unsupported":
        return quantity.reason
    if metric.unit == "money":
        return (
            None
            if quantity is not None and _is_amount(match, quantity)
            else "not an amount of money"
        )
    if metric.unit not in COUNTED:
        return _wrong_measure(parse, match, metric, quantity)
    if quantity is not None and quantity.kind != "count":
        return f"not a count but a {quantity.kind}"
    if quantity is not None and not _plausible(metric, quantity):
        return "outside what is plausible"
    if metric.unit == "event":
        return _wrong_event(parse, match, quantity)
    return _wrong_people(parse, match, quantity)


def _wrong_measure(
    parse: Parse, match: Match, metric: Metric, quantity: Quantity | None
) -> str | None:
    """Of what is weighed or measured: whether the unit is the metric's, and the noun the cue's."""
    if quantity is None or quantity.unit != metric.unit:
        return f"not measured in {metric.unit}s"
    nouns, phrase = match.cue.entry.nouns, match.phrase
    noun = phrase.head if phrase.head is not None else phrase.whole
    word = parse.word(noun) if noun is not None else ""
    return None if not nouns or word in nouns else f"not said of {word or 'that'} in this sense"


def _is_amount(match: Match, quantity: Quantity) -> bool:
    """Whether it is money, or a large bare number beside money ("up from one million")."""
    least = quantity.written_low
    large = least is not None and least >= _LARGE and match.phrase.head is None
    return quantity.kind == "money" or (quantity.kind == "count" and large)


def _plausible(metric: Metric, quantity: Quantity) -> bool:
    ends = [end for end in (quantity.written_low, quantity.written_high) if end is not None]
    return all(metric.low <= end <= metric.high and end == int(end) for end in ends)


def _wrong_event(parse: Parse, match: Match, quantity: Quantity | None) -> str | None:
    if quantity is None:
        return "an article is no count of events"
    noun = match.phrase.head
    if match.phrase.whole is not None and quantity.value == 1 and _has_superlative(parse, match):
        return "one of many, which says no count"
    if match.method == "times":
        return None
    if noun is not None and noun != match.cue.last - 1 and parse.word(noun) not in _OTHERS:
        return f"counts {parse.word(noun)}, not events"
    if (
        match.cue.entry.form == "singular"
        and quantity.value != 1
        and quantity.value != 0
        and match.method == "counted"
    ):
        return "a singular noun after a number above one"
    if match.cue.entry.form == "plural" and quantity.value == 1 and match.method == "counted":
        return "a plural after one"
    return None


def _has_superlative(parse: Parse, match: Match) -> bool:
    words = [parse.word(place) for place in range(match.phrase.first, match.phrase.last)]
    return any(
        word in ("most", "worst") or (len(word) > 5 and word.endswith("est")) for word in words
    )


def _wrong_people(parse: Parse, match: Match, quantity: Quantity | None) -> str | None:
    entry, phrase = match.cue.entry, match.phrase
    noun = phrase.head if phrase.head is not None else phrase.whole
    word = parse.word(noun) if noun is not None else ""
    told = noun is None and (entry.metric in parse.told or match.method == "gapping")
    bare = entry.people and not entry.near and noun is None
    if bare and match.method == "reduced" and not _in_list(parse, match):
        return "nothing says that people are counted"
    if noun is None and _animals_before(parse, phrase.first):
        return "counts animals, not people"
    if entry.nouns and not told and not _among(word, entry.nouns, parse, phrase.first):
        return f"not said of {word or 'a bare number'} in this sense"
    if (
        noun is None
        or noun == match.cue.last - 1
        or word in _OTHERS
        or match.method == "part_of_group"
    ):
        named = noun is not None or quantity is not None or _people_before(parse, phrase.first)
        return None if named or not entry.people else "no noun"
    if parse.tag(noun) == "age" or word in parse.grammar.them:
        return None
    return _wrong_noun(parse, match, word, noun, quantity)


def _in_list(parse: Parse, match: Match) -> bool:
    """Whether a bare count goes on with a list of people counted: "14 dead, 33 wounded, two captured"."""
    before = (cue for cue in parse.cues if cue.last <= match.phrase.first and not cue.entry.people)
    listed = parse.tag(match.phrase.first - 1) in ("comma", "conj")
    return listed and any(cue.entry.frame in ("state", "done_to") for cue in before)


def _people_before(parse: Parse, place: int) -> bool:
    """Whether "another" goes on from somebody counted: "one girl died and another is missing"."""
    before = [other for other in parse.phrases if other.last <= place and other.count is not None]
    return bool(before) and parse.is_person(before[-1].head) is True


def _animals_before(parse: Parse, place: int) -> bool:
    """Whether the last noun counted before a bare number is one for animals ("140 dolphins …, with 60 dead")."""
    counted = [
        other.head
        for other in parse.phrases
        if other.number is not None and other.head is not None and other.last <= place
    ]
    return bool(counted) and parse.people.is_animal(parse.word(counted[-1]))


def _wrong_noun(
    parse: Parse, match: Match, word: str, noun: int, quantity: Quantity | None
) -> str | None:
    known = parse.is_person(noun)
    named = parse.tokens[noun].text[0].isupper() and word.endswith("s") and known is not False
    if known is True or (named and quantity is not None):
        return None
    if known is False:
        return f"counts {word}, not people"
    if match.cue.entry.people or quantity is None:
        return f"nothing says that {word} are people"
    return None


def _among(word: str, nouns: frozenset[str], parse: Parse, first: int) -> bool:
    return (
        word in nouns
        or word.removesuffix("s") in nouns
        or parse.word(first) in nouns
        or word in ("servicemen", "soldiers")
    )
