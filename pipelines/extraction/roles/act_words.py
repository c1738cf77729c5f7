"""The word lists of lexicon/acts.yaml: deeds, weapons, and the verbs of those who attack and of those who suffer it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from pipelines.extraction.lexicon import load
from pipelines.extraction.roles.parties import Parties, parties
from pipelines.extraction.text.grammar import verb_forms
from pipelines.extraction.text.people import plural

_Irregular = Mapping[str, tuple[str, ...]]
_VERBS = ("attacking", "doing", "suffering", "mishaps", "driving", "hitting")
_NOUNS = ("deeds", "weapons", "causes")
_AS_WRITTEN = (
    "between", "peaceful", "aiming", "sites", "clashes", "charges", "by_whom", "claiming", "blaming",
    "denying", "others", "turning", "events", "struck", "again", "carrying", "papers", "bearing", "held",
    "informers", "informing",
)  # fmt: skip
_OF_ACTS = ("claiming", "blaming", "denying", "events", "clashes")


@dataclass(frozen=True, slots=True)
class ActWords:
    """Words by which a text tells who did what it counts: verbs in all their forms, nouns in both numbers.

    ``needs`` gives for some verbs of attack the words one of which must follow; without one of the ``triggers``
    a sentence tells of no act.
    """

    who: Parties
    deeds: frozenset[str]
    weapons: frozenset[str]
    causes: frozenset[str]
    attacking: frozenset[str]
    doing: frozenset[str]
    suffering: frozenset[str]
    mishaps: frozenset[str]
    driving: frozenset[str]
    between: frozenset[str]
    peaceful: frozenset[str]
    aiming: frozenset[str]
    hitting: frozenset[str]
    sites: frozenset[str]
    clashes: frozenset[str]
    charges: frozenset[str]
    by_whom: frozenset[str]
    claiming: frozenset[str]
    blaming: frozenset[str]
    denying: frozenset[str]
    others: frozenset[str]
    turning: frozenset[str]
    events: frozenset[str]
    struck: frozenset[str]
    again: frozenset[str]
    carrying: frozenset[str]
    papers: frozenset[str]
    bearing: frozenset[str]
    held: frozenset[str]
    informers: frozenset[str]
    informing: frozenset[str]
    needs: Mapping[str, frozenset[str]]
    triggers: frozenset[str]


@cache
def act_words(extra: Path | None = None) -> ActWords:
    """The words of the shipped lexicon with a user's words."""
    lists = load("acts", extra, keys=(*_VERBS, *_NOUNS, *_AS_WRITTEN, "needs", "irregular"))
    irregular: _Irregular = {**load("grammar")["irregular"], **lists["irregular"]}
    return ActWords(
        who=parties(extra),
        **{name: _forms(lists[name], irregular) for name in _VERBS},
        **{name: _both_numbers(lists[name]) for name in _NOUNS},
        **{name: frozenset(lists[name]) for name in _AS_WRITTEN},
        needs=_needs(lists["needs"], irregular),
        triggers=_triggers(lists, irregular),
    )


def _needs(
    objects: Mapping[str, tuple[str, ...]], irregular: _Irregular
) -> dict[str, frozenset[str]]:
    return {
        form: frozenset(words)
        for verb, words in objects.items()
        for form in _forms((verb,), irregular)
    }


def _triggers(lists: Mapping[str, Any], irregular: _Irregular) -> frozenset[str]:
    nouns = _both_numbers((*lists["deeds"], *lists["weapons"]))
    others = (lists[name] for name in _OF_ACTS)
    return _forms(lists["attacking"], irregular).union(nouns, *others, ("sides", "parties"))


def _forms(verbs: Iterable[str], irregular: _Irregular) -> frozenset[str]:
    return frozenset(form for verb in verbs for form in verb_forms(verb, irregular.get(verb, ())))


def _both_numbers(nouns: tuple[str, ...]) -> frozenset[str]:
    return frozenset(nouns) | {plural(noun) for noun in nouns}
