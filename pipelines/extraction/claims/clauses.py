"""The stretch of a sentence that tells of one count: its clause, with the noun that a relative clause belongs to."""

from pipelines.extraction.frames.frames import Match
from pipelines.extraction.syntax.parse import Parse

_PARTING = (".", ";", ":", "—", "“", "”", '"')
_NEAR = 12
# These lead to a time, or only join a further clause to the first.
_GOES_ON = ("since", "while")


def clause_of(parse: Parse, match: Match) -> range:
    """The places of the clause that a match stands in."""
    end = _end(parse, max(match.phrase.last, match.cue.last))
    starts = [match.phrase.first]
    if match.cue.first >= 0:
        starts.append(match.group.first if match.group is not None else match.cue.first)
    if match.method.startswith("toll") and match.cue.first >= 0:
        # A raid may take to 200 the number slain since May: what is told of the toll stands beside it.
        named = parse.phrase(match.cue.first)
        return range(min(*starts, named.first if named is not None else starts[0]), end)
    return range(_begin(parse, min(starts)), end)


def _begin(parse: Parse, place: int) -> int:
    """Where the clause around a place begins, past words such as "it said" inside of it."""
    start = place
    while place > 0:
        before = place - 1
        if parse.word(before) in _PARTING:
            return place
        if parse.tag(before - 1) == "comma" and _begins_another(parse, before):
            return place
        if parse.tag(before) == "rel":
            return _antecedent(parse, before)
        if _says(parse, before):
            aside = _inside(parse, before, start)
            if aside is None:
                return place
            return _antecedent(parse, aside)
        if parse.tag(before) == "sub" and _opens(parse, before, start):
            return _time_of(parse, before)
        place = before
    return 0


def _antecedent(parse: Parse, relative: int) -> int:
    """Where the noun begins that a relative clause belongs to, which may be one of "in which"."""
    place = relative - 1
    while parse.tag(place) in ("comma", "prep"):
        place -= 1
    if place < 0 or parse.word(place) in _PARTING:
        return relative + 1
    return _begin(parse, place)


def _opens(parse: Parse, place: int, start: int) -> bool:
    """Whether a subordinator opens the clause of what stands at ``start``, and none that a comma has closed."""
    if parse.word(place) == "that":
        return True
    within = range(place + 1, start)
    return parse.word(place) not in _GOES_ON and all(parse.tag(at) != "comma" for at in within)


def _time_of(parse: Parse, sub: int) -> int:
    """Where a clause begins with the time that it is of, if there is one: "in 2020, when 130 were seized"."""
    timed = parse.word(sub) == "when" and parse.tag(sub - 1) == "comma"
    return sub - 3 if timed and parse.tag(sub - 2) == "time" and sub >= 3 else sub + 1


def _inside(parse: Parse, verb: int, start: int) -> int | None:
    """The "that" of a relative clause told by somebody ("raids that it said had killed 80"), or None."""
    if verb + 1 != start or parse.tag(start) not in ("aux", "modal"):
        return None
    place = verb - 1
    phrase = parse.phrase(place)
    place = phrase.first - 1 if phrase is not None else place - 1
    return place if parse.word(place) in ("that", "which") else None


def _says(parse: Parse, place: int) -> bool:
    """Whether a finite verb of saying stands at a place: what it reports is a clause of its own."""
    if parse.word(place) not in parse.grammar.reporting or parse.tag(place) not in ("part", "verb"):
        return False
    if "lives" in parse.words[place + 1 : place + _NEAR]:
        return False  # "clashes claimed the lives of 17"
    return parse.tag(place - 1) not in ("aux", "modal", "neg") or parse.tag(place + 1) == "sub"


def _end(parse: Parse, place: int) -> int:
    """Where the clause around a place ends: before a further clause, or before who said so."""
    start = place
    while place < len(parse.tokens):
        if parse.word(place) in _PARTING or parse.tag(place) == "rel":
            return place
        if parse.tag(place) == "sub" and parse.word(place) not in _GOES_ON:
            return place
        if _says(parse, place):
            return _before_source(parse, place, start)
        if parse.tag(place) == "comma" and _begins_another(parse, place + 1):
            return place
        place += 1
    return place


def _begins_another(parse: Parse, place: int) -> bool:
    """Whether a clause of something else follows: ", and in May a similar boat sank with 26 aboard"."""
    if parse.tag(place) != "conj":
        return False
    for at in range(place + 1, min(place + _NEAR, len(parse.tokens))):
        if parse.tag(at) in ("part", "verb", "aux", "state") and parse.phrase(at) is None:
            return parse.tag(at) in ("part", "verb") and parse.cue(at) is None
    return False


def _before_source(parse: Parse, verb: int, start: int) -> int:
    """Where the clause ends before "…, the ministry said on Monday"."""
    for place in range(verb - 1, start - 1, -1):
        if parse.tag(place) in ("comma", "conj"):
            return place
    return verb
