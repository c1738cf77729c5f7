"""Who is counted, where a claim leaves it unsaid: "nine others", "five of them", "and six wounded"."""

from collections.abc import Sequence
from dataclasses import replace

from pipelines.extraction.claims.ledger import Placed
from pipelines.extraction.page import Page
from pipelines.extraction.roles.phrases import noun_start, span
from pipelines.extraction.syntax.parse import Parse
from pipelines.extraction.values import Phrase

_PEOPLE = ("deaths", "injuries", "missing", "abductions", "displacements", "arrests")
# A count of these leaves open who died: "the toll rose to 61", "567 arrests".
_UNSAID = ("toll", "counted", "table")
_AGAIN = ("told_again", "resumed", "told_part", "part_of_group", "among_group")
_OTHERS = ("others", "other")
_ANYONE = ("person", "people")
_SENTENCES_BACK = 3


def with_subjects(placed: Sequence[Placed], page: Page) -> list[Placed]:
    """The claims of an article with who is counted by those that leave it to others to say."""
    done: list[Placed] = []
    for item in placed:
        if item.draft.roles.subject is None and item.draft.metric in _PEOPLE:
            item = _with(item, _subject(item, _parse(item, page), done))
        done.append(item)
    return done


def _parse(item: Placed, page: Page) -> Parse:
    return page.at(item.quantity.sentence, item.start).parse


def _subject(item: Placed, parse: Parse, done: Sequence[Placed]) -> Phrase | None:
    """Who is counted by a claim that does not say so."""
    phrase, method = item.draft.match.phrase, item.draft.match.method
    if item.quantity.hedge == "zero" or method in _UNSAID:
        return None
    total = next((one for one in done if _is_whole(one, item)), None)
    if total is not None:
        return total.draft.roles.subject
    others = phrase.head is not None and parse.word(phrase.head) in _OTHERS
    source = _source(item, parse, done, others=others)
    told = _counted_before(item, parse) if source is None else source.draft.roles.subject
    alone = told is None or source is None or _is_one(source)
    if phrase.head is not None and others and alone:
        return span(parse, phrase.head, phrase.head + 1)
    return told


def _counted_before(item: Placed, parse: Parse) -> Phrase | None:
    """Those whom the sentence counts before: "of the 52 people on the bus, 19 died"."""
    bare = item.draft.match.phrase
    if bare.head is not None or bare.number is None or bare.whole is not None:
        return None
    for phrase in reversed(parse.phrases):
        noun = phrase.head if phrase.head is not None else phrase.whole
        counts = phrase.number is not None and phrase.last <= bare.first
        if counts and noun is not None and parse.people.is_plural(parse.word(noun)):
            return span(parse, noun_start(parse, phrase, noun), noun + 1)
    return None


def _is_whole(one: Placed, item: Placed) -> bool:
    return one.quantity.start == item.total and one.draft.metric == item.draft.metric


def _source(item: Placed, parse: Parse, done: Sequence[Placed], *, others: bool) -> Placed | None:
    """The claim whose people a count goes on about."""
    here = [one for one in done if one.quantity.sentence == item.quantity.sentence]
    people = [one for one in reversed(here) if one.draft.metric in _PEOPLE]
    if people:
        return _in_sentence(item, parse, people, others=others)
    if not (others or _looks_back(item, parse)):
        return None
    first = item.quantity.sentence - _SENTENCES_BACK
    before = [one for one in reversed(done) if one.quantity.sentence >= first]
    again = item.draft.match.method in _AGAIN
    kind = [one for one in before if not again or one.draft.metric == item.draft.metric]
    return next((one for one in kind if one.draft.scope != "subset" and _says(one)), None)


def _in_sentence(
    item: Placed, parse: Parse, people: Sequence[Placed], *, others: bool
) -> Placed | None:
    """The claim just before in the sentence, unless it is of one man, or the count stands by itself."""
    wholes = (
        one for one in people if one.total is None and (one.draft.scope != "subset" or not others)
    )
    last, phrase = next(wholes, people[0]), item.draft.match.phrase
    if others:
        return last
    joined = (
        parse.tag(phrase.first - 1) in ("conj", "comma", "adv")
        or parse.word(phrase.first - 1) == ";"
    )
    beside = (
        item.draft.match.method in ("state", "reduced")
        and phrase.last == item.draft.match.cue.first
    )
    if beside and not joined and phrase.whole is None:
        return None  # "put its losses at eight dead"
    return None if _is_one(last) and not _is_anyone(last) else last


def _looks_back(item: Placed, parse: Parse) -> bool:
    """Whether a bare number is of those told before: "five of them", "nine are still missing", "another 60"."""
    draft, phrase = item.draft, item.draft.match.phrase
    another = parse.word(phrase.first) == "another"
    return (
        draft.scope == "subset"
        or draft.match.method in _AGAIN
        or another
        or parse.is_of_them(phrase)
    )


def _is_one(item: Placed) -> bool:
    return item.quantity.value == 1


def _is_anyone(item: Placed) -> bool:
    subject = item.draft.roles.subject
    return subject is not None and subject.quote.lower() in _ANYONE


def _says(item: Placed) -> bool:
    return item.draft.roles.subject is not None and item.draft.metric in _PEOPLE


def _with(item: Placed, subject: Phrase | None) -> Placed:
    if subject is None:
        return item
    roles = replace(item.draft.roles, subject=subject)
    return replace(item, draft=replace(item.draft, roles=roles))
