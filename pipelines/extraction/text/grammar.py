"""What each word of a sentence is, as far as closed lists and endings tell. No model, no guess at meaning."""

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache, partial
from pathlib import Path
from typing import Any

from pipelines.extraction.lexicon import load

# Ways a word may stand in a sentence. "noun" is the default: names and adjectives too.
LISTED = {
    "determiners": "det",
    "prepositions": "prep",
    "subordinators": "sub",
    "relatives": "rel",
    "conjunctions": "conj",
    "auxiliaries": "aux",
    "modals": "modal",
    "negations": "neg",
    "adverbs": "adv",
    "times": "time",
    "pronouns": "pron",
}
_MARKS = {
    ",": "comma",
    "-": "hyphen",
    "‐": "hyphen",
    "‑": "hyphen",
    "'s": "poss",
    "’s": "poss",
    "'": "poss",
    "’": "poss",
}
_VOWELS = "aeiou"
_SHIFTING = ("-", "–", "—", "/", "more", "that", "to")
_ENDINGS = {"ed": "part", "ing": "ing", "ly": "adv"}
_SHORT = 4
# The words whose class is kept at hand: more than a newspaper uses in a week.
_REMEMBERED = 2**16


@dataclass(frozen=True, slots=True)
class Grammar:
    """The closed word classes. ``tags`` gives a lower-cased word's class, the sets answer single questions.

    ``plain`` is the class of any word in lower case, by the lists or else by its ending; ``shifting`` are the
    words whose class their neighbours decide.

    ``implying`` are determiners that count without a number: "a soldier", "both pilots", "no soldier".
    """

    tags: dict[str, str]
    plain: Callable[[str], str]
    one: frozenset[str]
    none: frozenset[str]
    implying: frozenset[str]
    passive: frozenset[str]
    raising: frozenset[str]
    including: frozenset[str]
    them: frozenset[str]
    collectives: frozenset[str]
    reporting: frozenset[str]
    shifting: frozenset[str]
    also_nouns: frozenset[str]
    before_numbers: frozenset[str]
    time_nouns: frozenset[str]
    reaches: frozenset[str]
    levels: frozenset[str]
    figures: frozenset[str]
    bringing: frozenset[str]

    def tag(self, word: str, *, capital: bool, acronym: bool) -> str:
        """The class of a word that is no number, ``capital`` like a name or an ``acronym`` ("WHO", "US", "IS")."""
        if acronym or (capital and word[0].isalpha() and word not in self.tags):
            return "noun"
        return self.plain(word)


def _class_of(tags: Mapping[str, str], keeps_noun: Collection[str], word: str) -> str:
    known = tags.get(word)
    if known is not None:
        return known
    if not word[0].isalpha():
        return "mark"
    if word in keeps_noun or len(word) <= _SHORT:
        return "noun"
    return next((tag for ending, tag in _ENDINGS.items() if word.endswith(ending)), "noun")


@cache
def grammar(extra: Path | None = None) -> Grammar:
    """The grammar of the shipped lexicon with a user's words."""
    lists = load("grammar", extra)
    tags = _verb_tags(lists)
    for name, tag in reversed(LISTED.items()):
        tags.update(dict.fromkeys(lists[name], tag))
    tags.update(_MARKS)
    return Grammar(
        tags=tags,
        plain=lru_cache(_REMEMBERED)(partial(_class_of, tags, frozenset(lists["keeps_noun"]))),
        one=frozenset(lists["one"]),
        none=frozenset(lists["none"]),
        implying=frozenset((*lists["one"], *lists["none"], "both")),
        passive=frozenset(lists["passive"]),
        raising=frozenset(lists["raising"]),
        including=frozenset(lists["including"]),
        them=frozenset(lists["partitive_pronouns"]),
        collectives=frozenset(lists["collectives"]),
        reporting=frozenset(
            form
            for verb in lists["reporting"]
            for form in verb_forms(verb, lists["irregular"].get(verb, ()))
        ),
        shifting=frozenset(
            (*_SHIFTING, *lists["before_numbers"], *lists["levels"], *lists["also_nouns"])
        ),
        before_numbers=frozenset(lists["before_numbers"]),
        time_nouns=frozenset(lists["time_nouns"]),
        reaches=frozenset(lists["reaches"]),
        levels=frozenset(lists["levels"]),
        figures=frozenset(lists["figures"]),
        bringing=frozenset(lists["bringing"]),
        also_nouns=frozenset(
            form
            for verb in lists["also_nouns"]
            for form, kind in verb_forms(verb, lists["irregular"].get(verb, ())).items()
            if kind in ("base", "s")
        ),
    )


def verb_forms(verb: str, irregular: tuple[str, ...] = ()) -> dict[str, str]:
    """The forms of a verb and what each is: ``base``, ``s``, ``past`` (also the participle), ``ing``.

    The first word of a phrase is inflected ("gun down"); forms that no rule makes are given as ``irregular``.
    """
    first, _, rest = verb.partition(" ")
    tail = f" {rest}" if rest else ""
    stem = first[:-1] if first.endswith("e") and not first.endswith("ee") else first
    doubled = stem + stem[-1] if _doubles(first) else stem
    third = (
        first[:-1] + "ies"
        if _ends_in_y(first)
        else first + ("es" if first.endswith(("s", "x", "ch", "sh", "o")) else "s")
    )
    past = first[:-1] + "ied" if _ends_in_y(first) else doubled + "ed"
    forms = {first + tail: "base", third + tail: "s", doubled + "ing" + tail: "ing"}
    given = {form: "ing" if form.split(" ")[0].endswith("ing") else "past" for form in irregular}
    if not any(kind == "past" for kind in given.values()):
        forms[past + tail] = "past"
    return forms | given


def _ends_in_y(verb: str) -> bool:
    return verb.endswith("y") and verb[-2:-1] not in _VOWELS


def _doubles(verb: str) -> bool:
    """Whether a short verb doubles its last letter: "stab", "stabbed"."""
    return (
        len(verb) > 2
        and verb[-1] not in _VOWELS + "wxy"
        and verb[-2] in _VOWELS
        and verb[-3] not in _VOWELS
        and sum(letter in _VOWELS for letter in verb) == 1
    )


def _verb_tags(lists: Any) -> dict[str, str]:
    names = {"base": "verb", "s": "verb", "past": "part", "ing": "ing"}
    nouns = frozenset(lists["also_nouns"])
    tags: dict[str, str] = {}
    for verb in lists["verbs"]:
        for form, kind in verb_forms(verb, lists["irregular"].get(verb, ())).items():
            if not (verb in nouns and kind in ("base", "s")):
                tags[form] = names[kind]
    return tags
