"""The word lists of lexicon/attribution.yaml: verbs of saying, and who can be a source."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, get_args

from pipelines.extraction.lexicon import check_keys, load
from pipelines.extraction.names.territories import territories
from pipelines.extraction.text.grammar import verb_forms
from pipelines.extraction.text.phrases import Phrases
from pipelines.extraction.values import SourceKind

_USES = ("saying", "counting", "setting", "asking", "showing", "keeping", "plain")
_SETS = (
    "by_whom",
    "figures",
    "counts",
    "before_counts",
    "citing",
    "quoting",
    "voices",
    "single",
    "no_titles",
    "kinds_of_report",
    "ranks",
)


@dataclass(frozen=True, slots=True)
class Verb:
    """One form of a verb of saying (base, s, past or ing), and the lists that the verb stands in (its ``uses``).

    ``needs`` is what must follow it, where anything must, and ``refuses`` what must not. It ``hears`` where
    whoever was told may stand behind it.
    """

    form: str
    uses: frozenset[str]
    needs: frozenset[str]
    refuses: frozenset[str]
    hears: bool


@dataclass(frozen=True, slots=True)
class SourceWords:
    """Words by which a text tells whose word a count is; see lexicon/attribution.yaml.

    ``says``, ``leads``, ``cites`` and ``hides`` are all the words without which no verb of saying, no phrase that
    leads to a source, nobody who cites another, and no nameless source can be found.
    """

    verbs: Mapping[str, Verb]
    by_whom: frozenset[str]
    figures: frozenset[str]
    leading: Phrases[bool]
    counts: frozenset[str]
    before_counts: frozenset[str]
    citing: frozenset[str]
    quoting: frozenset[str]
    kinds: Mapping[str, SourceKind]
    kind_ends: frozenset[str]
    voices: frozenset[str]
    single: frozenset[str]
    no_titles: frozenset[str]
    kinds_of_report: frozenset[str]
    unnamed: Phrases[bool]
    ranks: frozenset[str]
    countries: frozenset[str]
    numbers: Mapping[str, int]
    says: frozenset[str]
    leads: frozenset[str]
    cites: frozenset[str]
    hides: frozenset[str]


@cache
def source_words(extra: Path | None = None) -> SourceWords:
    """The words of the shipped lexicon with a user's words."""
    lists, numbers = load("attribution", extra), load("numbers")
    verbs, kinds = _verbs(lists), _kinds(lists["kinds"])
    leading = Phrases(dict.fromkeys(lists["leading"], True))
    unnamed = Phrases(dict.fromkeys(lists["unnamed"], True))
    return SourceWords(
        **{name: frozenset(lists[name]) for name in _SETS},
        verbs=verbs,
        leading=leading,
        kinds=kinds,
        kind_ends=frozenset(name.split()[-1] for name in kinds),
        unnamed=unnamed,
        countries=frozenset(word.lower() for place in territories(extra) for word in place.words),
        numbers=numbers["units"] | numbers["teens"],
        says=frozenset((*verbs, *lists["by_whom"])),
        leads=frozenset((*leading.first_words, *lists["before_counts"])),
        cites=frozenset((*lists["citing"], *lists["quoting"])),
        hides=unnamed.first_words,
    )


def _kinds(listed: Mapping[str, Any]) -> dict[str, SourceKind]:
    """The kind by the words that tell it."""
    kinds = get_args(SourceKind)
    check_keys(listed, where="attribution.yaml: kinds", allowed=kinds)
    return {name: kind for kind in kinds for name in listed.get(kind, ())}


def _verbs(lists: Any) -> dict[str, Verb]:
    verbs: dict[str, Verb] = {}
    for verb in sorted({verb for use in _USES for verb in lists[use]}):
        uses = frozenset(use for use in _USES if verb in lists[use])
        needs = frozenset(lists["needs"].get(verb, ()))
        refuses = frozenset(lists["refuses"].get(verb, ()))
        for form, kind in verb_forms(verb, lists["irregular"].get(verb, ())).items():
            verbs[form] = Verb(kind, uses, needs, refuses, hears=verb in lists["hearing"])
    return verbs
