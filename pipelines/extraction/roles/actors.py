"""Who did it: a by-phrase, the subject of an active verb, or the name before a deed ("Israeli airstrikes")."""

from pipelines.extraction.frames.frames import Match
from pipelines.extraction.roles.role_words import RoleWords, noun_start, span, with_of
from pipelines.extraction.syntax.noun_phrases import NounPhrase
from pipelines.extraction.syntax.parse import Parse
from pipelines.extraction.values import Phrase

_ACTIVE = ("active", "participle", "counted", "including", "of_them", "grade", "gapping")
_TIME_SUBS = ("since", "before", "after", "until", "as")
_AFTER_TIME = ("comma", "prep", "mark", "edge", "time", "conj")


def actor(parse: Parse, match: Match, words: RoleWords) -> Phrase | None:
    """The grammatical agent of a matched count, or None where the sentence names none."""
    by = _by_phrase(parse, match, words)
    if by is not None:
        return by
    group = match.group
    if group is not None and parse.tag(group.first - 1) == "rel" and not group.passive:
        antecedent = parse.phrase(group.first - 2)
        return None if antecedent is None else doer(parse, antecedent, words)
    transitive = match.cue.entry.frame not in ("happens_to", "state")
    if transitive and match.method in _ACTIVE and not (group is not None and group.passive):
        found = main_doer(parse, group.first if group else match.phrase.first, words)
        if found is not None:
            return found
    if match.method == "counted" and match.cue.entry.form == "plural":
        return None
    return _attacker(parse, match, words) or _deed(parse, match, words)


def main_doer(parse: Parse, verb: int, words: RoleWords) -> Phrase | None:
    """Who can act among the subjects of the clauses before a verb, the nearest clause first."""
    ends = [place for place in range(verb - 1, -1, -1) if _begins_clause(parse, place)]
    stop = verb
    for start in (*ends, -1):
        subject = _subject(parse, start + 1, stop)
        if subject is not None:
            found = doer(parse, subject, words)
            if found is not None or _is_cause(parse, subject, words):
                return found
        stop = start
    return None


def doer(parse: Parse, phrase: NounPhrase, words: RoleWords) -> Phrase | None:
    """Who acts, out of a phrase: itself when it can act, the name before a deed, or None."""
    if phrase.head is None:
        return None
    head = parse.word(phrase.head)
    first = noun_start(parse, phrase, phrase.head)
    if head in words.deeds and head not in words.agents:
        return _before_deed(parse, first, phrase.head, words)
    if head in words.causes:
        return None
    # At the head of a sentence a capital says nothing; a plural there is a common noun ("Rockets killed").
    named = parse.is_capital(phrase.head) and (phrase.head > 0 or not head.endswith("s"))
    if named or head in words.agents or parse.is_person(phrase.head):
        return span(parse, first, with_of(parse, phrase.last))
    return None


def _is_cause(parse: Parse, phrase: NounPhrase, words: RoleWords) -> bool:
    return phrase.head is not None and parse.word(phrase.head) in words.causes | words.deeds


def _begins_clause(parse: Parse, place: int) -> bool:
    if parse.word(place) in (";", ":", "—"):
        return True
    if parse.word(place) in parse.grammar.reporting and parse.phrase(place) is None:
        return True
    if parse.tag(place) != "sub":
        return False
    phrase = parse.phrase(place + 1)
    return not (
        parse.word(place) in _TIME_SUBS
        and phrase is not None
        and parse.tag(phrase.last) in _AFTER_TIME
    )


def _subject(parse: Parse, start: int, stop: int) -> NounPhrase | None:
    """The first phrase of a clause that no preposition leads."""
    for phrase in parse.phrases:
        if not start <= phrase.first < stop or phrase.head is None:
            continue
        led = parse.tag(phrase.first - 1) == "prep" or parse.word(phrase.first - 1) in _TIME_SUBS
        timely = (
            parse.word(phrase.head) in parse.grammar.time_nouns or parse.tag(phrase.head) == "time"
        )
        if not led and not timely:
            return phrase
    return None


def _by_phrase(parse: Parse, match: Match, words: RoleWords) -> Phrase | None:
    for place in range(max(match.cue.last, 0), len(parse.tokens)):
        word = parse.words[place]
        if word == "by" and (phrase := parse.phrase(place + 1)) is not None:
            return doer(parse, phrase, words)
        if word == ";" or parse.tags[place] == "rel":
            return None
    return None


def _attacker(parse: Parse, match: Match, words: RoleWords) -> Phrase | None:
    """Who attacks in the clause that tells how it came: "when gunmen opened fire"."""
    for phrase in parse.phrases:
        led = parse.tag(phrase.first - 1) == "sub" and phrase.first > match.cue.last
        if led and parse.word(phrase.last) in words.assaults:
            return doer(parse, phrase, words)
    return None


def _deed(parse: Parse, match: Match, words: RoleWords) -> Phrase | None:
    """The name before the nearest deed after the cue: "killed in an Israeli airstrike", "after a gang attack"."""
    for phrase in parse.phrases:
        deed = phrase.head is not None and parse.word(phrase.head) in words.deeds
        if deed and phrase.head is not None and phrase.first >= match.cue.last:
            return _before_deed(parse, noun_start(parse, phrase, phrase.head), phrase.head, words)
    return None


def _before_deed(parse: Parse, first: int, head: int, words: RoleWords) -> Phrase | None:
    last = head
    while last > first and parse.word(last - 1) in words.deeds:
        last -= 1
    if last == first:
        return None
    acts = parse.word(last - 1) in words.agents
    # The first word of a sentence is capital anyway: there only a nationality or a longer name will do.
    named = parse.is_capital(first) and (
        first > 0 or last - first > 1 or parse.people.is_nationality(parse.word(first))
    )
    return span(parse, first, last) if named or acts else None
