"""Of all that could be said of one number: what the text says. One match a phrase, or several that it joins."""

from collections.abc import Iterable
from functools import partial
from typing import Final

from pipelines.extraction.frames.frames import Match
from pipelines.extraction.metrics.cues import Cue
from pipelines.extraction.syntax.parse import Parse

# Frames of a finite verb: where two metrics want one count, these say what became of it in the end.
_FINITE: Final = ("passive", "active", "participle", "intransitive", "toll")
_TOLD: Final = ("passive", "state", "intransitive", "reduced")
_OWN_VERBS: Final = ("passive", "state")


def settled(parse: Parse, found: Iterable[Match]) -> list[Match]:
    """One match a phrase and metric; several metrics only where the text joins their words ("killed and injured")."""
    by_phrase: dict[int, list[Match]] = {}
    for match in found:
        by_phrase.setdefault(match.phrase.first, []).append(match)
    kept = []
    for _, matches in sorted(by_phrase.items()):
        ranked = sorted(matches, key=partial(_rank, parse))
        best = ranked[0]
        kept.append(best)
        metrics_seen = {best.cue.entry.metric}
        for match in ranked:
            if match.cue.entry.metric in metrics_seen:
                continue
            stated = match.cue.entry.frame == "state" and parse.is_person(match.phrase.head)
            sure = not match.cue.entry.people or stated
            joined = sure and _joined(parse, best.cue, match.cue)
            if joined or _both_told(parse, best, match):
                kept.append(match)
                metrics_seen.add(match.cue.entry.metric)
    return kept


def _rank(parse: Parse, match: Match) -> tuple[bool, bool, bool, bool, bool, int]:
    """Least is best: words of the sentence itself, strong cues, finite verbs, main clauses, then the nearest."""
    supplied = match.method in ("told_again", "told_part", "resumed")
    auxiliaries = match.group is not None and match.group.first < match.cue.first
    finite = auxiliaries or match.method in _FINITE
    distance = abs(match.cue.first - match.phrase.last)
    relative = _is_relative(parse, match)
    apart = match.method == "part_of_group"
    return (supplied, match.cue.entry.people, not finite, relative, not apart, distance)


def _is_relative(parse: Parse, match: Match) -> bool:
    return match.group is not None and parse.tag(match.group.first - 1) == "rel"


def _both_told(parse: Parse, one: Match, other: Match) -> bool:
    """Whether a relative clause tells one thing and the main clause another: "36 who are missing are presumed dead"."""
    clauses = {_clause(parse, match): match.method for match in (one, other)}
    outcome = {match.cue.entry.metric for match in (one, other)} == {"deaths", "injuries"}
    if len(clauses) < 2 or not all(method in _TOLD for method in clauses.values()):
        return False
    if clauses.keys() == {"main", "relative"}:
        return clauses["relative"] in _OWN_VERBS and (not outcome or clauses["main"] in _OWN_VERBS)
    return not outcome


def _clause(parse: Parse, match: Match) -> str:
    """Which clause a match tells: a participle beside its noun, a relative one, a joined one, the main."""
    if match.method == "reduced":
        return "participle"
    if _is_relative(parse, match):
        return "relative"
    joined = match.group is not None and parse.tag(match.group.first - 1) == "conj"
    return "joined" if joined else "main"


def _joined(parse: Parse, one: Cue, other: Cue) -> bool:
    first, second = sorted((one, other), key=lambda cue: cue.first)
    if first.first == second.first:
        return True
    between = [parse.tag(place) for place in range(first.last, second.first)]
    if first.entry.frame == second.entry.frame == "counted":  # "no deaths or serious injuries"
        between = [tag for tag in between if tag != "noun"]
    return bool(between) and all(
        tag in ("conj", "comma", "adv", "state", "part") for tag in between
    )
