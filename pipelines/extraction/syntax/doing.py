"""From a verb back to who does it: the subject of its clause, past what narrows it and what stands between."""

from dataclasses import dataclass

from pipelines.extraction.syntax.noun_phrases import NounPhrase
from pipelines.extraction.syntax.parse import Parse
from pipelines.extraction.syntax.verbs import verb_group

_FARTHEST = 60
_LONGEST = 30
_VERBAL = ("part", "verb", "ing", "state")
_FINITE = ("verb", "part", "aux", "modal")
_PASSED = (
    "adv", "time", "comma", "aux", "modal", "neg", "hyphen", "adj", "det", *_VERBAL,
    "prep", "rel", "conj", "num", "measure", "duration", "age", "poss", "pron",
)  # fmt: skip
_PARTING = (";", ":", "—", "–", "-", "…", "•")
_QUOTES = ('"', "“", "”", "‘", "’", "'", ")", "(")
_OBJECTS = ("det", "num", "pron")
_NOMINAL = (*_OBJECTS, "noun", "adj", "adv")
_SUBJECTS = ("he", "she", "it", "they", "we", "i", "who", "someone", "somebody")
# These lead to a time or a manner where no verb follows: "after a dispute", "known as Macario".
_LEADING = ("since", "before", "after", "until", "as", "once", "despite")
_AFTER_TIME = ("comma", "prep", "mark", "edge", "time", "conj", "poss")


@dataclass(frozen=True, slots=True)
class Doer:
    """Who does it, over the tokens ``first`` to ``last`` (exclusive), with its noun or pronoun at ``head``."""

    first: int
    last: int
    head: int


def doer_of(parse: Parse, verb: int) -> Doer | None:
    """The subject of the verb at ``verb``; None where its clause has none, as in "killed in a raid"."""
    start = verb_group(parse, verb).first
    place = start - 1
    while parse.tag(place) in ("adv", "time") or _leads_to_time(parse, place):
        place -= 1
    if parse.tag(place) == "conj":
        shared = _joined_verb(parse, verb, place)
        return None if shared is None else doer_of(parse, shared)
    if parse.tag(place) == "rel" and (antecedent := _antecedent(parse, place)) is not None:
        return antecedent
    told_to = parse.phrase(place) if parse.word(start) == "to" else None
    if told_to is not None:
        return _whole(parse, told_to, start)  # "urged the government to offer"
    if parse.tag(place) == "comma" and parse.tag(verb) != "ing":
        before = _before_aside(parse, _before_relative(parse, place))
        return _before(parse, before, past_aside=before != place)
    return _before(parse, place)


def _leads_to_time(parse: Parse, place: int) -> bool:
    return parse.tag(place) == "prep" and parse.tag(place + 1) == "time"


def _before_aside(parse: Parse, comma: int) -> int:
    """The place before an aside without a verb that a comma ends: "a quake at Pisco, up the coast, killed"."""
    if parse.tag(comma) != "comma":
        return comma
    for place in range(comma - 1, max(comma - _LONGEST, 0), -1):
        tag = parse.tag(place)
        if tag == "comma":
            return place - 1
        if tag in ("aux", "modal", "sub", "mark", "rel") or (
            tag == "verb" and parse.phrase(place) is None
        ):
            return comma
    return comma


def _before_relative(parse: Parse, comma: int) -> int:
    """The place before a relative clause that a comma ends: "two strikes, which the army denies, killed"."""
    for place in range(comma - 1, max(comma - _LONGEST, 0), -1):
        if parse.word(place) in (";", ":"):
            return comma
        opens = parse.tag(place) == "rel" and parse.word(place) != "that"
        if opens and parse.tag(place - 1) == "comma":
            return place - 2
        if opens and parse.tag(place - 1) == "prep" and parse.tag(place - 2) == "comma":
            return place - 3
    return comma


def previous_verb(parse: Parse, place: int) -> int | None:
    """The nearest verb at or before a place in its clause, whose subject a verb joined to it shares."""
    floor = max(place - _FARTHEST, -1)
    while place > floor:
        aside = _source_aside(parse, place)
        if aside is not None:
            place = aside
        elif _is_finite(parse, place):
            return place
        elif not (
            parse.phrase(place) is not None
            or _may_pass(parse, place)
            or parse.word(place) in _LEADING
        ):
            return None
        place -= 1
    return None


def _joined_verb(parse: Parse, verb: int, conjunction: int) -> int | None:
    """The verb that "and" joins a verb to: of the same form where there is one ("shooting 15 and taking 40")."""
    found = nearest = previous_verb(parse, conjunction - 1)
    while parse.tag(verb) == "ing" and found is not None and parse.tag(found) != "ing":
        found = previous_verb(parse, found - 1)
    if _has_aux(parse, verb) and found is not None:
        while found is not None and _is_in_relative(parse, found):
            found = previous_verb(parse, found - 1)
    return nearest if found is None else found


def _has_aux(parse: Parse, verb: int) -> bool:
    first = verb_group(parse, verb).first
    return any(parse.tag(place) == "aux" for place in range(first, verb))


def _is_in_relative(parse: Parse, verb: int) -> bool:
    """Whether a verb without auxiliaries follows "who": not what "and had recaptured" is joined to."""
    return parse.tag(verb - 1) == "rel"


def _antecedent(parse: Parse, relative: int) -> Doer | None:
    """The noun right before a relative: "the front which was responsible"."""
    place = relative - 1 - (parse.tag(relative - 1) == "comma")
    phrase = parse.phrase(place)
    return None if phrase is None or phrase.last != place + 1 else _whole(parse, phrase, place + 1)


def is_hidden_verb(parse: Parse, place: int) -> bool:
    """Whether a verb in the present was taken for a noun: "militants attack villages", "Israel strikes Gaza"."""
    word, noun = parse.word(place), parse.word(place - 1)
    phrase = parse.phrase(place)
    if phrase is None or parse.tag(place) != "noun":
        return False
    if word not in parse.grammar.also_nouns:
        return _is_unlisted_verb(parse, place)
    after = parse.tag(place + 1)
    if parse.tag(place - 1) == "mark" and parse.word(place - 1) == ")" and after in _NOMINAL:
        return True  # "the National Liberation Army (ELN) launches attacks"
    if parse.tag(place - 1) == "comma" and after == "det" and place == phrase.first:
        return not parse.is_capital(place)  # "forces, with help from the air, launch an offensive"
    if parse.tag(place - 1) != "noun":
        return False
    if parse.tag(phrase.last) in _FINITE and parse.word(phrase.last) != "to":
        return False
    if parse.is_capital(place) and not parse.tokens[place].text.isupper():
        return False
    ends = place == phrase.last - 1
    plural = parse.people.is_plural(noun) or noun in ("forces", "troops")
    if not word.endswith("s"):
        people = plural and not (ends and parse.tag(phrase.last) == "poss")
        return people or (
            noun.endswith("s") and (after in _OBJECTS or parse.word(place + 1) == "to")
        )
    named = parse.is_capital(place - 1) and not parse.people.is_nationality(noun)
    one = parse.people.is_listed(noun) and parse.word(phrase.first) in ("a", "an", "the", "one")
    capital = parse.phrase(place + 1) is not None and parse.is_capital(place + 1)
    if plural:
        return False
    objects = after in _OBJECTS
    return (named and (capital or objects)) or (
        one and (objects or parse.word(place + 1) == "fire")
    )


def _is_unlisted_verb(parse: Parse, place: int) -> bool:
    """Whether a word that no list has stands as a verb does: "the Nigerian Army repels an ambush"."""
    word, phrase = parse.word(place), parse.phrase(place)
    if not word.endswith("s") or parse.is_capital(place) or parse.people.counts(word):
        return False
    ends = phrase is not None and place == phrase.last - 1 and place > phrase.first
    return (
        ends and parse.is_capital(place - 1) and parse.word(place + 1) in ("a", "an", "the", "its")
    )


def _is_finite(parse: Parse, place: int) -> bool:
    if parse.tag(place) in ("part", "verb", "ing") and parse.phrase(place) is None:
        return parse.tag(place - 1) != "det"
    return is_hidden_verb(parse, place)


def _source_aside(parse: Parse, place: int) -> int | None:
    """The place before an aside that tells who says so, which ends at a comma: ", parents said,"."""
    if parse.tag(place) != "comma":
        return None
    verb = place - 1
    while parse.tag(verb) in ("time", "prep"):
        verb -= 1
    phrase = parse.phrase(verb - 1)
    if phrase is None or parse.word(verb) not in parse.grammar.reporting:
        return None
    while parse.tag(phrase.first - 1) == "prep" and (outer := parse.phrase(phrase.first - 2)):
        phrase = outer
    return phrase.first - 1 if parse.tag(phrase.first - 1) == "comma" else None


def _before(parse: Parse, place: int, *, past_aside: bool = False) -> Doer | None:
    """The first phrase or pronoun before a place that can be the subject of what follows.

    ``past_aside`` says that an aside was passed, so that what a comma follows may be the subject.
    """
    floor, last, beside = max(place - _FARTHEST, -1), place + 1, True
    while place > floor:
        phrase = parse.phrase(place)
        aside = _source_aside(parse, place)
        if phrase is not None:
            before = _before_other(parse, phrase, beside=beside, past_aside=past_aside)
            if before is None:
                return _whole(parse, phrase, last)
            place, last = before, phrase.first
        elif aside is not None:
            place = aside - 1
        elif parse.word(place) == ")":
            place = max((at for at in range(place) if parse.word(at) == "("), default=0) - 1
        elif parse.word(place) in _SUBJECTS:
            contact = parse.phrase(place - 1)
            if contact is None or _is_time(parse, contact):
                return Doer(place, place + 1, place)
            place -= 1  # "boats it accuses of carrying cocaine"
        elif not (_may_pass(parse, place) or (parse.word(place) in _LEADING and not beside)):
            return None
        else:
            beside = beside and parse.tag(place) != "comma"
            place -= 1
    return None


def _before_other(
    parse: Parse, phrase: NounPhrase, *, beside: bool, past_aside: bool = False
) -> int | None:
    """The place before a phrase that is no subject: an object, led by a preposition, or an aside; else None.

    ``beside`` says that no comma parts it from the verb.
    """
    before = phrase.first - 1
    tag, word = parse.tag(before), parse.word(before)
    goes_on = parse.phrase(before) is not None and parse.tag(phrase.first) not in ("det", "num")
    if _is_time(parse, phrase) or goes_on:
        return before  # "ambushed a police" "patrol"
    if tag == "prep":
        return before - 1
    if tag == "part" and parse.tag(before - 1) in ("edge", "det", "mark", "hyphen"):
        return None  # "Suspected militants"
    if tag in _VERBAL and parse.word(before - 1) == "whose":
        return None
    if tag in _VERBAL:
        told = beside and word in parse.grammar.reporting
        return None if told else before
    if word in _LEADING and not beside and parse.tag(phrase.last) in _AFTER_TIME:
        return before - 1
    if tag == "comma" and parse.tag(_narrowed(parse, phrase)) == "comma" and not past_aside:
        return before - 1
    if tag == "conj" and (first := _first_of_list(parse, phrase)) is not None:
        return _before_other(parse, first, beside=beside)
    return None


def _narrowed(parse: Parse, phrase: NounPhrase) -> int:
    """The end of a phrase with the "of" that belongs to it: "Democratic Republic of the Congo"."""
    other = parse.phrase(phrase.last + 1) if parse.word(phrase.last) == "of" else None
    return phrase.last if other is None else other.last


def _first_of_list(parse: Parse, phrase: NounPhrase) -> NounPhrase | None:
    """The phrase that begins a list which ends with this one: "women, children and two journalists"."""
    found = None
    if parse.word(phrase.first - 1) not in ("and", "or"):
        return None
    while parse.tag(phrase.first - 1) in ("conj", "comma"):
        place = phrase.first - 2
        if parse.tag(place) == "comma" and not _is_third(parse, place):
            return None  # ", and settlers attacked" begins a clause
        place -= parse.tag(place) == "comma"
        earlier = parse.phrase(place)
        if earlier is None or earlier.last != place + 1:
            return found
        found = phrase = earlier
    return found


def _is_third(parse: Parse, comma: int) -> bool:
    """Whether before ", and" a phrase stands that a comma parts from another: "women, children, and nurses"."""
    phrase = parse.phrase(comma - 1)
    return phrase is not None and parse.tag(phrase.first - 1) == "comma"


def _is_time(parse: Parse, phrase: NounPhrase) -> bool:
    if phrase.head is None:
        return parse.tag(phrase.last - 1) in ("time", "duration")
    return parse.tag(phrase.head) == "time" or parse.word(phrase.head) in parse.grammar.time_nouns


def _may_pass(parse: Parse, place: int) -> bool:
    """Whether the walk back goes on across a word outside of phrases."""
    word, tag = parse.word(place), parse.tag(place)
    if tag == "sub":
        return parse.tag(place - 1) in _VERBAL and word == "as"
    if tag == "mark":
        return word in _QUOTES or (word == "." and parse.tag(place + 1) == "comma")
    return tag in _PASSED and (word not in _PARTING or tag == "hyphen")


def _whole(parse: Parse, phrase: NounPhrase, stop: int) -> Doer:
    """A subject with those joined before it ("police and soldiers"), which ends before ``stop``."""
    first, last = phrase.first, min(phrase.last, stop)
    last = next((at for at in range(first + 1, last) if is_hidden_verb(parse, at)), last)
    if parse.tag(first - 1) == "conj" and (other := _first_of_list(parse, phrase)) is not None:
        first = other.first
    head = phrase.head if phrase.head is not None and phrase.head < last else last - 1
    return Doer(first, last, head)
