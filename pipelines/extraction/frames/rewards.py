"""Money offered for somebody: "a $15 million reward", "raised its bounty to $50 million"."""

from collections.abc import Iterator

from pipelines.extraction.frames.frames import Match
from pipelines.extraction.metrics.cues import Cue
from pipelines.extraction.syntax.following import follow
from pipelines.extraction.syntax.noun_phrases import NounPhrase
from pipelines.extraction.syntax.parse import Parse
from pipelines.extraction.syntax.subjects import subjects
from pipelines.extraction.syntax.verbs import verb_group

_REACHES = (
    "of",
    "to",
    "at",
    "is",
    "was",
    "been",
    "from",
    "worth",
    "totalling",
    "totaling",
    "exceeding",
    "now",
    "becomes",
    "became",
    "were",
    "are",
    ":",
)
_APIECE = (
    "of",
    "its",
    "their",
    "own",
    "each",
    "apiece",
    "in",
    "cash",
    "reward",
    "rewards",
    "more",
    "per",
    "person",
    "a",
    "head",
)
_NEW_CLAUSE = (";", "—")
_WITHIN = 8


def reward(parse: Parse, cue: Cue) -> Iterator[Match]:
    """A noun for the money and its amount, before it ("a $5,000 reward") or after it ("a reward of $5,000")."""
    phrase = parse.phrase(cue.first)
    if phrase is None or phrase.head != cue.last - 1:
        return
    if phrase.number is not None:
        yield Match(phrase, cue, "reward")
        for found in follow(parse, phrase.last, direct=False):
            if found.relation == "compared":
                yield Match(found.phrase, cue, "compared")
        if cue.entry.form == "plural":  # "two rewards, of $1 million and $2 million"
            yield from (Match(amount, cue, "reward_of") for amount in _after(parse, cue.last))
        return
    before = list(_before(parse, phrase.first))
    yield from (Match(amount, cue, "reward") for amount in before)
    if not before:
        for amount in _after(parse, cue.last):
            old = parse.word(amount.first - 1) == "from"
            yield Match(amount, cue, "compared" if old else "reward_of")


def offer(parse: Parse, cue: Cue) -> Iterator[Match]:
    """A verb of offering, an amount and what it is for: "offered $1 million for information"."""
    group = verb_group(parse, cue.first)
    if cue.entry.form == "past" and group.passive:
        found = subjects(parse, group.first)
        yield from (
            Match(phrase, cue, "offer", group) for phrase in found if _purpose(parse, cue, cue.last)
        )
        return
    amount = parse.phrase(cue.first - 1)
    if cue.entry.form == "past" and amount is not None and amount.number is not None:
        if _purpose(parse, cue, cue.last):  # "with $2 million promised for his capture"
            yield Match(amount, cue, "offer", group)
        return
    amounts = [
        item.phrase
        for item in follow(parse, cue.last, direct=True)
        if item.relation in ("object", "and")
    ]
    amounts = [phrase for phrase in amounts if phrase.number is not None]
    converted = len(amounts) > 1 and parse.word(amounts[1].first - 1) == "or"
    of_all = converted and _purpose(
        parse, cue, amounts[-1].last
    )  # "5 million pesos, or $90,000, for"
    for phrase in amounts:
        if (
            of_all
            or _may_go_on(parse, cue, phrase)
            or cue.entry.near
            or _purpose(parse, cue, phrase.last)
            or _for_whom(parse, cue, group.first)
        ):
            yield Match(phrase, cue, "offer", group)


def _may_go_on(parse: Parse, cue: Cue, amount: NounPhrase) -> bool:
    """Whether an offer after a reward was told is of that reward: "it promised $15 million then"."""
    if cue.entry.metric not in parse.told:
        return False
    last = amount.last
    ends = parse.tag(last) in ("edge", "mark", "adv", "time")
    timed = parse.tag(last) == "prep" and parse.tag(last + 1) == "time"
    return ends or timed or cue.entry.words[0].startswith("offer")


def resumed(parse: Parse, cue: Cue) -> Iterator[Match]:
    """An amount that goes on about a reward told before: "the sum stood at $25 million", "another, of $5 million"."""
    phrase = parse.phrase(cue.first)
    earlier = any(
        other.entry.frame in ("reward", "offer") and other.last <= cue.first for other in parse.cues
    )
    if phrase is None or not (earlier or cue.entry.metric in parse.told):
        return
    if phrase.last == cue.last and phrase.number is None:
        yield from (Match(amount, cue, "resumed") for amount in _after(parse, cue.last))


def _before(parse: Parse, first: int) -> Iterator[NounPhrase]:
    """The amounts to the left: "raised to $115,000 the reward", "a HK$200,000 (US$25,500) bounty"."""
    place = first - 1
    while parse.word(place) in ("(", ")") and place > 0:
        place -= 1
    amount = parse.phrase(place)
    if amount is None or amount.number is None or amount.head is not None:
        return
    bracketed = parse.word(first - 1) == ")"
    if bracketed or parse.word(amount.first - 1) in ("to", "at"):
        yield amount
    outer = (
        parse.phrase(amount.first - 2)
        if bracketed and parse.word(amount.first - 1) == "("
        else None
    )
    if outer is not None and outer.number is not None:
        yield outer


def _after(parse: Parse, place: int) -> Iterator[NounPhrase]:
    """The amounts to the right that a word such as "of" or "to" ties to the noun, up to the end of the clause."""
    for at in range(place, len(parse.tokens)):
        if parse.word(at) in _NEW_CLAUSE:
            return
        phrase = parse.phrase(at)
        if phrase is None or phrase.first != at or phrase.number is None:
            continue
        before = at - 1
        while parse.tag(before) == "adv":
            before -= 1
        beside = (
            parse.tag(before) == "comma" and before == place and parse.tag(phrase.last) != "noun"
        )
        if parse.word(before) in _REACHES or parse.word(before) in parse.grammar.levels or beside:
            yield phrase


def _purpose(parse: Parse, cue: Cue, place: int) -> bool:
    """Whether what follows says that the money is for somebody: "for information", "on his head", "for NAME"."""
    while parse.word(place) in _APIECE:
        place += 1
    place += parse.tag(place) == "comma"
    if parse.word(place) not in ("for", "on", "to", "leading"):
        return False
    listed = any(
        other.entry.frame == "purpose"
        and other.entry.metric == cue.entry.metric
        and place <= other.first < place + _WITHIN
        for other in parse.cues
    )
    return listed or _names_somebody(parse, place)


def _names_somebody(parse: Parse, preposition: int) -> bool:
    place = preposition + 1
    if parse.word(place) == "each" and parse.word(place + 1) == "of":
        place += 2
    if parse.word(preposition) == "on" and (
        parse.tag(place) == "pron" or parse.word(place) == "each"
    ):
        return True
    phrase = parse.phrase(place)
    noun = (
        (phrase.head if phrase.head is not None else phrase.whole) if phrase is not None else None
    )
    if parse.word(preposition) == "to" or phrase is None or noun is None:
        return False
    name = [
        parse.tokens[at]
        for at in range(phrase.first, phrase.last)
        if parse.tokens[at].text[0].isupper()
    ]
    return parse.people.counts(parse.word(noun)) is True or (
        len(name) >= 2 and name[-1].lower == parse.word(noun)
    )


def _for_whom(parse: Parse, cue: Cue, verb: int) -> bool:
    """Whether a relative before the verb says whom the money is for: "for whom Washington offers"."""
    return any(
        parse.word(place) in ("whom", "whose") and parse.word(place - 1) in ("for", "on")
        for place in range(max(0, verb - _WITHIN), verb)
    )
