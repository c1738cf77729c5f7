"""Whether a counted phrase is of the kind that a metric counts; where it is not, the reason for the ledger."""

from pipelines.extraction.frames import Match
from pipelines.extraction.metrics import Metric
from pipelines.extraction.parse import Parse
from pipelines.extraction.values import Quantity

_OTHERS = ("others", "other", "more", "another", "dead", "wounded", "injured", "missing")


def misfit(parse: Parse, match: Match, metric: Metric, quantity: Quantity | None) -> str | None:
    """Why the phrase cannot be a claim of the metric, or None when it can. ``quantity`` is None for "a soldier"."""
    entry = match.cue.entry
    if match.cue.refused:
        return match.cue.refused
    if match.phrase.count is None:
        return "no number"
    if entry.zero and not _is_zero(match, quantity):
        return "counts casualties without saying which"
    if match.group is not None and match.group.negated and not _is_zero(match, quantity):
        return "the verb is negated"
    if entry.near and not entry.near & {token.lower for token in parse.tokens}:
        return f"nothing says what became of them ({' '.join(entry.words)})"
    return _wrong_kind(parse, match, metric, quantity)


def _is_zero(match: Match, quantity: Quantity | None) -> bool:
    return match.phrase.count == "none" if quantity is None else quantity.high == 0


def _wrong_kind(parse: Parse, match: Match, metric: Metric, quantity: Quantity | None) -> str | None:
    if quantity is not None and quantity.outcome == "unsupported":
        return quantity.reason
    if metric.unit == "money":
        return None if quantity is not None and quantity.kind in ("money", "count") else "not an amount of money"
    if quantity is not None and quantity.kind != "count":
        return f"not a count but a {quantity.kind}"
    if quantity is not None and not _plausible(metric, quantity):
        return "outside what is plausible"
    if metric.unit == "event":
        return _wrong_event(parse, match, quantity)
    return _wrong_people(parse, match, quantity)


def _plausible(metric: Metric, quantity: Quantity) -> bool:
    ends = [end for end in (quantity.low, quantity.high) if end is not None]
    return all(metric.low <= end <= metric.high and end == int(end) for end in ends)


def _wrong_event(parse: Parse, match: Match, quantity: Quantity | None) -> str | None:
    if quantity is None:
        return "an article is no count of events"
    if match.cue.entry.form == "singular" and quantity.value != 1 and quantity.high != 0 and match.method == "counted":
        return "a singular noun after a number above one"
    if match.cue.entry.form == "plural" and quantity.value == 1 and match.method == "counted":
        return "a plural after one"
    return None


def _wrong_people(parse: Parse, match: Match, quantity: Quantity | None) -> str | None:
    entry, phrase = match.cue.entry, match.phrase
    noun = phrase.head if phrase.head is not None else phrase.whole
    word = parse.word(noun) if noun is not None else ""
    told = noun is None and entry.metric in parse.told
    if entry.people and noun is None and match.method == "reduced":
        return "nothing says that people are counted"
    if entry.nouns and not told and not _among(word, entry.nouns, parse, phrase.first):
        return f"not said of {word or 'a bare number'} in this sense"
    if noun is None or noun == match.cue.last - 1 or word in _OTHERS or match.method == "part_of_group":
        return None if not entry.people or noun is not None or quantity is not None else "no noun"
    if parse.tag(noun) == "age" or word in parse.grammar.them:
        return None
    return _wrong_noun(parse, match, word, noun, quantity)


def _wrong_noun(parse: Parse, match: Match, word: str, noun: int, quantity: Quantity | None) -> str | None:
    known = parse.people.counts(word)
    named = parse.tokens[noun].text[0].isupper() and word.endswith("s") and known is not False
    if known is True or (named and quantity is not None):
        return None
    if known is False:
        return f"counts {word}, not people"
    if match.cue.entry.people or quantity is None:
        return f"nothing says that {word} are people"
    return None


def _among(word: str, nouns: frozenset[str], parse: Parse, first: int) -> bool:
    return word in nouns or word.removesuffix("s") in nouns or parse.word(first) in nouns or word in ("servicemen", "soldiers")
