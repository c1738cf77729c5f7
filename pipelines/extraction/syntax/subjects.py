"""From a verb back to the counted phrases that are its subject. Stops at the first thing it does not know."""

from pipelines.extraction.syntax.noun_phrases import NounPhrase
from pipelines.extraction.syntax.parse import Parse
from pipelines.extraction.syntax.verbs import verb_group

_VERBS = ("verb", "part", "ing", "state")
_RELATIVE = (*_VERBS, "aux")
_CLOSING = {")": "(", "—": "—", "–": "–"}
_FARTHEST = 25
_CLAUSE_STARTS = ("conj", "comma", "edge", "mark")
_GROUP = ("aux", "modal", "neg", "adv", *_VERBS)
# Words that open an aside about those counted ("most of them women", "aged 12 to 60").
_OPENING = (
    "most",
    "mostly",
    "many",
    "some",
    "all",
    "both",
    "aged",
    "mainly",
    "nearly",
    "almost",
    "none",
    "half",
)


def subjects(parse: Parse, verb: int, *, finite: bool = True) -> list[NounPhrase]:
    """The counted phrases that are the subject of the verb whose group begins at ``verb``, nearest first.

    A verb that is not ``finite`` ("12 people killed") has its subject beside it, across no other verb.
    """
    pronoun = parse.word(verb - 1) in _OPENING and parse.phrase(verb - 1) is None
    if pronoun and parse.tag(verb - 2) in _CLAUSE_STARTS:
        return []  # "60 are missing, and most are feared dead"
    place = _over_aside(parse, verb - 1)
    beside = in_apposition(parse, place, verb - 1)
    if parse.tag(place) == "rel":
        place = _over_aside(parse, place - 1)
    chain = _chain(parse, place, across=finite)
    if not chain:
        earlier = _shared_verb(parse, place) if finite else None
        return [] if earlier is None else subjects(parse, earlier)
    counted = [phrase for phrase in chain if _may_count(parse, phrase)]
    if beside and not counted:
        return beside
    subject = counted[-1] if counted else chain[-1]
    if counted and _counts_things(parse, subject):
        return []
    crossed = any(parse.tag(at) in _RELATIVE for at in range(subject.last, verb))
    if parse.is_of_them(subject) and (crossed or len(chain) > 1):
        whole = parse.phrase(subject.first - 2)
        return [whole if whole is not None and _may_count(parse, whole) else subject]
    return [*counted[-1:], *_coordinated(parse, subject, finite=finite)]


def in_apposition(parse: Parse, before: int, last: int) -> list[NounPhrase]:
    """Those counted in an aside that tells how many the subject is: "all on board, 61 people, died"."""
    if last - before < 3 or parse.tag(before + 1) not in ("comma", "mark"):
        return []
    inside = range(before + 2, last)
    if any(parse.phrase(place) is None and parse.tag(place) != "conj" for place in inside):
        return []
    found = {parse.phrase_at[place]: parse.phrase(place) for place in inside}
    phrases = [phrase for phrase in found.values() if phrase is not None]
    counted = all(_may_count(parse, phrase) and phrase.head is not None for phrase in phrases)
    return phrases if counted else []


def _shared_verb(parse: Parse, conjunction: int) -> int | None:
    """Where the verb before "and" begins, which has the same subject: "fell overboard and is missing"."""
    if parse.tag(conjunction) != "conj":
        return None
    for place in range(conjunction - 1, max(conjunction - _FARTHEST, 0), -1):
        if parse.tag(place) in ("sub", "edge", "mark") or parse.word(place) == ";":
            return None
        if parse.tag(place) not in ("part", "verb", "aux") or parse.phrase(place) is not None:
            continue
        first = verb_group(parse, place).first
        before = parse.phrase(first - 1)
        if parse.tag(first - 1) == "rel" or (before is not None and before.last == first):
            return first
    return None


def _may_count(parse: Parse, phrase: NounPhrase) -> bool:
    """Whether the phrase may be who is counted: not the "a total" before "of 12 people", nor "a bus"."""
    if phrase.number is not None or phrase.count in ("none", "both"):
        return True
    if phrase.count != "one":
        return False
    if phrase.head is None:
        return True
    collective = parse.word(phrase.head) in parse.grammar.collectives
    return not collective and parse.is_person(phrase.head) is True


def _counts_things(parse: Parse, phrase: NounPhrase) -> bool:
    """Whether a bare number is one of things: "a flock of 90"."""
    if phrase.head is not None or phrase.whole is not None or parse.word(phrase.first - 1) != "of":
        return False
    owner = parse.phrase(phrase.first - 2)
    return owner is not None and parse.is_person(owner.head) is False


def _over_aside(parse: Parse, place: int) -> int:
    """The place before adverbs, words of time and an aside between commas, which ends at ``place``."""
    place = _before_adverbs(parse, place)
    if parse.word(place) in _CLOSING:
        opening = _opening(parse, place, _CLOSING[parse.word(place)])
        return opening - 1 if opening >= 0 else place
    if parse.tag(place) != "comma":
        return place
    opening = nearest = _opening(parse, place, ",")
    while opening > 0 and not _opens_aside(parse, opening + 1):
        opening = _opening(parse, opening, ",")
    opening = opening if opening > 0 else nearest
    return _before_adverbs(parse, opening - 1) if opening > 0 else place


def _opens_aside(parse: Parse, place: int) -> bool:
    """Whether an aside about those counted begins at a place: "including", "most of them", "who"."""
    phrase, word = parse.phrase(place), parse.word(place)
    listed = word in _OPENING or word in parse.grammar.including
    return listed or parse.tag(place) == "rel" or (phrase is not None and parse.is_of_them(phrase))


def _before_adverbs(parse: Parse, place: int) -> int:
    while parse.tag(place) in ("adv", "time"):
        place -= 1
    return place


def _opening(parse: Parse, place: int, mark: str) -> int:
    place -= 1
    while place >= 0 and parse.word(place) != mark:
        place -= 1
    return place


def _chain(parse: Parse, place: int, *, across: bool = True) -> list[NounPhrase]:
    """The phrases that a subject is made of, the last one first: "people in a bus from Lyon" gives three."""
    chain: list[NounPhrase] = []
    while place >= 0:
        phrase = parse.phrase(place)
        if phrase is None:
            place = _past(parse, place, chain, across=across)
        elif parse.word(phrase.first) == "aged":
            place = phrase.first - 1  # "nine men aged between 19 and 54"
        elif chain and parse.phrase(phrase.last) is not None:
            break
        else:
            chain.append(phrase)
            place = phrase.first - 1
    return chain


def _past(parse: Parse, place: int, chain: list[NounPhrase], *, across: bool) -> int:
    """The place before a word that joins the phrases of a subject; -1 when it joins nothing."""
    tag = parse.tag(place)
    if parse.word(place) == "being":
        return place - 1  # "two men suspected of being smugglers"
    if tag == "prep":
        beside = parse.word(place) == "with" and bool(chain) and chain[-1].number is not None
        return -1 if beside else _before_adverbs(parse, place - 1)
    if tag == "time" or (tag == "comma" and _within_name(parse, place)):
        return place - 1
    if parse.word(place) in parse.grammar.reporting and parse.phrase(place + 1) is not None:
        return -1  # "the ministry, which said 14 officers were hurt"
    outer = _relative_head(parse, place) if across and tag in _RELATIVE else -1
    if outer >= 0 and parse.tag(outer + 1) in ("rel", "comma"):
        chain.clear()  # what a relative clause tells of is not the subject of the sentence
    return outer


def _within_name(parse: Parse, comma: int) -> bool:
    """Whether a comma parts a place from the larger one that it lies in: "Singidi, Balochistan"."""
    before, after = parse.phrase(comma - 1), parse.phrase(comma + 1)
    if before is None or after is None or before.number is not None or after.number is not None:
        return False
    return all(parse.is_capital(place) for place in (before.last - 1, after.first, after.last - 1))


def _relative_head(parse: Parse, verb: int) -> int:
    """The place of the noun to which a relative clause or participle at ``verb`` belongs; -1 when it is neither."""
    place = verb
    while parse.tag(place) in _GROUP:
        place -= 1
    if parse.tag(place) == "rel":
        return place - 2 if parse.tag(place - 1) == "comma" else place - 1
    night = parse.phrase(place - 1) if parse.tag(place) == "pron" else None
    if night is not None and parse.word(night.last - 1) in parse.grammar.time_nouns:
        return night.first - 1  # "on duty the night he vanished"
    beside = place == verb - 1 and parse.phrase(place) is not None
    reduced = parse.tag(verb) == "ing" or (
        parse.tag(verb) in ("part", "state") and parse.tag(verb + 1) == "prep"
    )
    return place if beside and reduced else -1


def _coordinated(parse: Parse, subject: NounPhrase, *, finite: bool) -> list[NounPhrase]:
    """The counted phrases joined before a subject: "two soldiers and four civilians were killed"."""
    found: list[NounPhrase] = []
    current = subject
    sure: int | None = None  # how many stand after a ", and", which may begin the clause
    while True:
        place = current.first - 1
        listed = parse.tag(place) == "conj" or (parse.tag(place) == "comma" and bool(found))
        if not listed or parse.word(place) == "but":
            return found
        if parse.tag(place) == "conj" and parse.tag(place - 1) == "comma":
            place -= 1
            sure = len(found) if sure is None else sure
        chain = _chain(parse, _before_adverbs(parse, place - 1))
        counted = [phrase for phrase in chain if _may_count(parse, phrase)]
        if not counted or (finite and _is_object(parse, chain[-1])):
            return found[:sure]  # what stands before the clause belongs to another
        if _has_own_cue(parse, chain[0]):
            return found
        current = counted[-1]
        found.append(current)


def _is_object(parse: Parse, phrase: NounPhrase) -> bool:
    """Whether the phrase is the object of a verb before it rather than the start of a clause."""
    before = phrase.first - 1
    if parse.tag(before) in ("prep", "ing"):
        return parse.word(before) != "with"
    acts = parse.tag(before) in ("verb", "part", "noun", "state")
    return acts and parse.word(before) not in parse.grammar.reporting


def _has_own_cue(parse: Parse, phrase: NounPhrase) -> bool:
    cue = parse.cue(phrase.last)
    return cue is not None and cue.entry.frame in ("done_to", "state", "happens_to")
