"""How far a saying reaches: to the end of its sentence, but not into a clause that has a source of its own."""

from collections.abc import Collection, Sequence

from pipelines.extraction.sources.saying import Saying
from pipelines.extraction.syntax.parse import Parse

_HARD = (";",)
_CONTRAST = ("while", "whereas", "though", "although", "but", "yet")
_SPANNING = ("after", "before", "since")
_JOINING = ("as", "and", "with", "even")
_QUOTES = ("“", "”", '"')


def reaches(parse: Parse, sayings: Sequence[Saying], ranks: Collection[str]) -> list[range]:
    """For each saying the tokens that it reaches. ``ranks`` are words that set one event among others ("worst")."""
    if not sayings:
        return []
    clauses = _clauses(parse, sayings)
    owned = [
        any(saying.first in clause or saying.place in clause for saying in sayings)
        for clause in clauses
    ]
    found = [_reach(parse, saying, clauses, owned) for saying in sayings]
    return [
        _before_tail(parse, saying, reach, ranks) if saying.reach == "around" else reach
        for saying, reach in zip(sayings, found, strict=True)
    ]


def _reach(parse: Parse, saying: Saying, clauses: Sequence[range], owned: Sequence[bool]) -> range:
    home = next(number for number, clause in enumerate(clauses) if saying.place in clause)
    last = home
    while not saying.is_narrow and _goes_on(parse, clauses, owned, last + 1):
        last += 1
    if saying.reach == "after":
        return range(saying.place + 1, clauses[last].stop)
    first = home
    while first > 0 and not owned[first - 1] and not _is_hard(parse, clauses[first]):
        first -= 1
    return range(clauses[first].start, clauses[last].stop)


def _before_tail(parse: Parse, saying: Saying, reach: range, ranks: Collection[str]) -> range:
    """What a saying reaches without a tail that sets the event among others: ", the worst fire since …"."""
    for place in range(max(saying.place, saying.source.last), reach.stop):
        if parse.tag(place) == "comma" and _is_tail(parse, place + 1, ranks):
            return range(reach.start, place)
    return reach


def _is_tail(parse: Parse, place: int, ranks: Collection[str]) -> bool:
    """Whether ", the worst …", ", in the deadliest …", or ", a day after …" begins at a place."""
    span = parse.phrase(place)
    if span is not None and parse.word(span.last) in _SPANNING:
        return parse.word(span.last - 1) in parse.grammar.time_nouns
    place += parse.word(place) == "in"
    ranked = any(parse.word(at) in ranks for at in range(place + 1, place + 3))
    return parse.tag(place) == "det" and ranked


def _goes_on(parse: Parse, clauses: Sequence[range], owned: Sequence[bool], number: int) -> bool:
    """Whether a clause has no source of its own, so that the one before it reaches it too."""
    return number < len(clauses) and not owned[number] and not _is_hard(parse, clauses[number])


def _is_hard(parse: Parse, clause: range) -> bool:
    return parse.word(clause.start) in _HARD


def _parts(parse: Parse, place: int, begins: Collection[int]) -> bool:
    """Whether a clause begins at a place; ``begins`` are the places where somebody's words are announced."""
    word = parse.words[place]
    if word in _CONTRAST:
        return True
    if word in _HARD:
        return not _is_quoted(parse, place)
    after = place + 1 + (parse.tag(place + 1) == "det")
    return word in _JOINING and (after in begins or _begins_clause(parse, place))


def _is_quoted(parse: Parse, place: int) -> bool:
    """Whether a place stands inside quotation marks: what is quoted is one person's word."""
    before = [word for word in parse.words[:place] if word in _QUOTES]
    if not before:
        return False
    return before[-1] == "“" or (before[-1] == '"' and before.count('"') % 2 == 1)


def _begins_clause(parse: Parse, place: int) -> bool:
    """Whether "and" after a comma begins a clause with a subject of its own: ", and the clinic has …"."""
    subject = parse.phrase(place + 1)
    if parse.word(place) != "and" or parse.tag(place - 1) != "comma" or subject is None:
        return False
    return parse.tag(subject.last) in ("aux", "modal", "verb")


def _clauses(parse: Parse, sayings: Sequence[Saying]) -> list[range]:
    """The sentence in pieces, parted by semicolons, by contrasts, and by "and" before who says the next thing."""
    begins = {saying.first for saying in sayings if saying.reach == "after"}
    joints = [place for place in range(1, len(parse.tokens)) if _parts(parse, place, begins)]
    joints.insert(0, 0)
    return [
        range(one, other)
        for one, other in zip(joints, [*joints[1:], len(parse.tokens)], strict=True)
    ]
