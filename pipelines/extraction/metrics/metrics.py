"""The metrics: what is counted, and the words that say so. One YAML file a metric; see metrics/deaths.yaml."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Any, Literal

from pipelines.extraction.lexicon import LexiconError, check_keys, load, names
from pipelines.extraction.text.grammar import verb_forms
from pipelines.extraction.text.people import plural

Frame = Literal[
    "done_to", "happens_to", "state", "counted", "of_them", "toll", "group", "grade",
    "reward", "offer", "purpose", "resumed", "times",
]  # fmt: skip
#: The units of what is counted; "money" stands for any currency, all other units are measures ("tonne").
COUNTED = ("person", "event")
_VERBS = ("done_to", "happens_to", "offer", "times")
_NOUNS = ("counted", "reward")
_FRAMES = (*_VERBS, *_NOUNS, "state", "of_them", "toll", "group", "grade", "purpose", "resumed")
# Which forms of a verb are meant where the others are nouns ("attacks") or have another frame.
_ONLY = {"past": ("past", "ing"), "base": ("base",)}
_OPTIONS = (
    "verb", "noun", "phrase", "plural", "forms", "counts", "nouns", "near", "without", "again", "only", "scope",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Entry:
    """One word or phrase of a metric. ``form`` is a verb's form, a noun's number, or ``fixed``.

    ``people`` wants a known noun for people, ``nouns`` one of these, ``near`` one of these words in the
    sentence (``again``: or the metric told of before), ``without`` none of these in the clause, ``zero`` a
    count of none (``only: zero``); ``scope`` is what the word itself says of the scope, where ``told`` is a
    part of a count told before and ``incident`` sums up nothing, however long it lasts.
    """

    metric: str
    frame: Frame
    words: tuple[str, ...]
    form: str
    people: bool = False
    nouns: frozenset[str] = frozenset()
    near: frozenset[str] = frozenset()
    without: frozenset[str] = frozenset()
    again: bool = False
    zero: bool = False
    scope: str | None = None


@dataclass(frozen=True, slots=True)
class Refusal:
    """Words in which a metric's cue means something else. ``anywhere`` in the sentence, or the words themselves."""

    metric: str
    words: tuple[str, ...]
    reason: str
    anywhere: bool
    before: frozenset[str] = frozenset()
    cues: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Example:
    """A text and the quote of the claim that it makes."""

    text: str
    quote: str


@dataclass(frozen=True, slots=True)
class Metric:
    """A metric and all its words. ``low`` and ``high`` bound what is plausible, for a ``reason``.

    ``undone`` are the words that end it: of a group that they stand beside, the part told apart is not counted.
    """

    name: str
    unit: str
    means: str
    example: Example
    low: Decimal
    high: Decimal
    reason: str
    entries: tuple[Entry, ...]
    refusals: tuple[Refusal, ...]
    undone: frozenset[str]


@cache
def metrics(extra: Path | None = None) -> Mapping[str, Metric]:
    """All metrics of the lexicon and of the user's folder, by name. Raises LexiconError for a malformed one."""
    found = [_metric(load(name, extra), where=name) for name in names("metrics", extra)]
    return {metric.name: metric for metric in found}


@cache
def measures(extra: Path | None = None) -> frozenset[str]:
    """The units of those metrics that are measured and not counted."""
    units = frozenset(metric.unit for metric in metrics(extra).values())
    return units - {*COUNTED, "money"}


def _metric(file: Mapping[str, Any], *, where: str) -> Metric:
    optional = ("not", "elsewhere", "undone")
    known = ("metric", "unit", "means", "example", "plausible", "cues", *optional)
    check_keys(
        file,
        where=where,
        allowed=known,
        required=tuple(key for key in known if key not in optional),
    )
    check_keys(
        file["plausible"],
        where=f"{where}: plausible",
        allowed=("low", "high", "reason"),
        required=("low", "high", "reason"),
    )
    check_keys(file["cues"], where=f"{where}: cues", allowed=_FRAMES)
    name = file["metric"]
    return Metric(
        name=name,
        unit=file["unit"],
        means=file["means"],
        example=Example(**file["example"]),
        low=Decimal(file["plausible"]["low"]),
        high=Decimal(file["plausible"]["high"]),
        reason=file["plausible"]["reason"],
        entries=tuple(
            entry
            for frame, items in file["cues"].items()
            for item in _flat(items)
            for entry in _entries(name, frame, item, where=f"{where}: {frame}")
        ),
        refusals=(*_refusals(name, file.get("not", ()), anywhere=False, where=where),
                  *_refusals(name, file.get("elsewhere", ()), anywhere=True, where=where)),
        undone=frozenset(file.get("undone", ())),
    )  # fmt: skip


def _flat(items: tuple[Any, ...]) -> Iterator[Any]:
    for item in items:
        yield from item if isinstance(item, tuple) else (item,)


def _entries(metric: str, frame: Frame, item: Any, *, where: str) -> Iterator[Entry]:
    """Every form of one word of the lexicon, with its options."""
    options: Mapping[str, Any] = {} if isinstance(item, str) else item
    check_keys(options, where=where, allowed=_OPTIONS)
    word = (
        item
        if isinstance(item, str)
        else options.get("verb") or options.get("noun") or options.get("phrase")
    )
    if not isinstance(word, str):
        raise LexiconError(f"{where}: an entry names no verb, noun or phrase: {dict(options)}")
    for form, kind in _forms(frame, word, options).items():
        yield Entry(
            metric=metric,
            frame=frame,
            words=tuple(form.split(" ")),
            form=kind,
            people=options.get("counts") == "people",
            nouns=frozenset(options.get("nouns", ())),
            near=frozenset(options.get("near", ())),
            without=frozenset(options.get("without", ())),
            again=options.get("again", False),
            zero=options.get("only") == "zero",
            scope=options.get("scope"),
        )


def _forms(frame: Frame, word: str, options: Mapping[str, Any]) -> dict[str, str]:
    if frame in _VERBS:
        forms = verb_forms(word, options.get("forms", ()))
        kinds = _ONLY.get(options.get("only", ""))
        return {form: kind for form, kind in forms.items() if kinds is None or kind in kinds}
    if frame in _NOUNS:
        return {options.get("plural", plural(word)): "plural", word: "singular"}
    return {word: "fixed"}


def _refusals(
    metric: str, items: tuple[Any, ...], *, anywhere: bool, where: str
) -> Iterator[Refusal]:
    for item in items:
        check_keys(
            item,
            where=f"{where}: not",
            allowed=("words", "reason", "before", "of"),
            required=("words", "reason"),
        )
        phrases = (item["words"],) if isinstance(item["words"], str) else item["words"]
        for phrase in phrases:
            yield Refusal(
                metric=metric,
                words=tuple(phrase.split(" ")),
                reason=item["reason"],
                anywhere=anywhere,
                before=frozenset(item.get("before", ())),
                cues=frozenset(item.get("of", ())),
            )
