"""Reading a place where it begins: a name or a noun for a place, and what narrows it, "a bar in Lumo, Ecuador"."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from pipelines.extraction.roles.place_names import Names
from pipelines.extraction.roles.place_words import place_words
from pipelines.extraction.syntax.parse import Parse
from pipelines.extraction.values import Mention

OWN = ("its", "his", "her", "their", "our", "my", "your")
_NEARBY = ("nearby", "neighbouring", "neighboring", "surrounding", "adjacent")
_COUNTING = ("det", "num", "adj", "measure", "adv")
_TELLING = {"det", "num", "measure", "poss"}
_NAMING = ("noun", "adj", "age", "hyphen", "part", "ing", "measure")
_MODIFYING = ("noun", "adj", "hyphen", "part")
_MODIFIERS = ("ern", "er", "al", "ing", "ed", "held", "run", "en")
_GOES_ON = ("part", "noun", "poss", "num", "det")
_VERBS = ("aux", "modal", "verb")
_LONGEST, _FEW = 5, 3
# What ties a place to the one that it lies in, or beside.
_JOINTS = (
    "in", "near", "of", "on", "at", "outside", "off", "along", "around", "inside", "between", "across",
    "below", "above", "behind", "within",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Group:
    """A place over the tokens ``first`` to ``last`` (exclusive), without its article.

    ``named`` where a name is in it, ``weak`` where its noun tells a place only with a name ("hospital").
    """

    first: int
    last: int
    named: bool
    weak: bool = False


class Reader:
    """Reads the places of one sentence. ``known`` are the names of the text, by the offset at which they begin."""

    def __init__(self, parse: Parse, known: Mapping[int, Mention], lexicon: Path | None) -> None:
        self.parse, self.words = parse, place_words(lexicon)
        self.names = Names(parse, known, lexicon)
        self._places: dict[int, Group | None] = {}

    def place(self, start: int) -> Group | None:
        """The place that begins at a token, with all that narrows it; None where none does."""
        if start not in self._places:
            self._places[start] = self._place(start)
        return self._places[start]

    def is_sure(self, group: Group) -> bool:
        """Whether a place is one by its noun, or by a known name."""
        inside = range(group.first, group.last)
        nouns = any(self.words.is_place(self.parse.word(at)) for at in inside)
        return nouns or any(self.names.kind(at) == "place" for at in inside)

    def _place(self, start: int) -> Group | None:
        group = self._group(start)
        if group is None:
            return None
        last = self._extended(group)
        named = group.named or last > group.last
        if not named and (group.weak or self._is_anywhere(start, group)):
            return None
        return Group(group.first, last, named)

    def _is_anywhere(self, start: int, group: Group) -> bool:
        """Whether a place without a name is none in particular: "in prison", "on villages", "in her region"."""
        parse = self.parse
        if parse.word(start) in OWN:
            return parse.word(group.last - 1) in self.words.regions
        told = {parse.tag(at) for at in range(start, group.last)} & _TELLING
        return not told and parse.word(start) not in _NEARBY

    def _group(self, start: int) -> Group | None:
        """A name or a noun for a place with its modifiers: "two villages", "northern Benin", "Rio's north side"."""
        first = self._past_counts(start)
        last, named, is_noun = self._end(first)
        while last > first and self.parse.tag(last - 1) == "poss":
            last -= 1  # "in Rafah's deadliest hour"
        if last == first or not (named or is_noun):
            return None
        if is_noun:
            if not named and self._goes_on(last):
                return None
        elif self.names.is_no_place(first, last):
            return None
        weak = not named and self.parse.word(last - 1) in self.words.weak
        return Group(self._begin(start, first), last, named, weak)

    def _past_counts(self, start: int) -> int:
        """The token behind articles, numbers and the like, but for one that begins a name: "An Giang"."""
        parse = self.parse
        while parse.tag(start) in _COUNTING or parse.word(start) in OWN:
            if self.names.is_mixed and start > 0 and self.names.is_name(start):
                break
            start += 1
        return start

    def _end(self, first: int) -> tuple[int, bool, bool]:
        """Where a place ends, whether a name is in it, and whether it ends with a noun."""
        parse, last = self.parse, first
        named = is_noun = False
        while last < len(parse.tokens):
            step = self.names.step(last, named=named)
            if step:
                named, is_noun, last = True, False, last + step
            elif self._owns(last, first, named=named):
                last += 1
            elif (end := self._noun(last, named=named)) is not None:
                is_noun, last = True, end
            else:
                break
        return last, named, is_noun

    def _owns(self, place: int, first: int, *, named: bool) -> bool:
        """Whether a token is the "'s" of an owner, or the noun before it: "the sect's compound"."""
        tag, after = self.parse.tag(place), self.parse.tag(place + 1)
        return (tag == "poss" and place > first) or (
            tag == "noun" and after == "poss" and not named
        )

    def _goes_on(self, last: int) -> bool:
        """Whether a noun for a place only begins a longer phrase: "a prison riot"."""
        phrase = self.parse.phrase(last)
        inside = phrase is not None and phrase.first < last < phrase.last
        return (
            phrase is not None
            and inside
            and self.parse.word(phrase.last - 1) in self.words.no_heads
        )

    def _begin(self, start: int, first: int) -> int:
        """Where the words of the place begin: with a number ("two villages"), without an article."""
        while (
            start < first and self.parse.tag(start) == "det" and self.parse.word(start) not in OWN
        ):
            start += 1
        return start

    def _noun(self, place: int, *, named: bool) -> int | None:
        """Where a run of small words ends at its noun for a place, or before a name."""
        parse, end = self.parse, None
        for at in range(place, min(place + _LONGEST, len(parse.tokens))):
            if self.names.is_name(at) or not self._may_modify(at):
                break
            if self.words.is_place(parse.word(at)):
                end = at + 1
        if named:
            return end
        if end is None:
            return self._before_name(place)
        longer = parse.tag(end) == "noun" and not self.names.is_name(end)
        return None if longer else end  # "a school minibus" is none

    def _may_modify(self, place: int) -> bool:
        """Whether a small word may stand in a phrase for a place: "burnt-out hotel", "grazing land"."""
        tag = self.parse.tag(place)
        if tag == "part":
            return self.parse.phrase(place) is not None
        return tag in _NAMING and (tag != "ing" or self.parse.tag(place + 1) in ("noun", "adj"))

    def _before_name(self, place: int) -> int | None:
        """Where small words end that stand before a name: "northern Benin", "upper Sindh"."""
        for at in range(place, min(place + _FEW, len(self.parse.tokens))):
            if self.names.is_name(at):
                return at if at > place else None
            tag = self.parse.tag(at)
            if tag not in _MODIFYING or (tag == "noun" and not self._is_modifier(at)):
                return None
        return None

    def _is_modifier(self, place: int) -> bool:
        """Whether a noun may stand before the name of a place: "northern", "neighbouring", "rebel-held"."""
        word = self.parse.word(place)
        return (
            word.endswith(_MODIFIERS)
            or word in self.words.directions
            or word in self.words.modifiers
        )

    def _extended(self, group: Group) -> int:
        """The end of a place with what narrows it."""
        last, named = group.last, group.named
        while (after := self._joined(last, named=named)) is not None:
            last, named = after.last, named or after.named
        return last

    def _joined(self, last: int, *, named: bool) -> Group | None:
        """The next place that a joint ties to the one before."""
        word = self.parse.word(last)
        if word == ",":
            return self._beside_comma(last)
        if word in ("and", "or"):
            return self._and(last, named=named)
        found = self._group(last + 1) if word in _JOINTS else None
        if found is None or found.weak:
            return None
        bare = word == "on" and not found.named and self.parse.tag(last + 1) != "det"
        return None if bare else found

    def _and(self, conj: int, *, named: bool) -> Group | None:
        """The place that "and" joins to one of its kind: "Kita and Nioro", "north and centre of Portugal"."""
        parse = self.parse
        if not named:
            of = parse.word(conj + 1) in self.words.directions and parse.word(conj + 2) == "of"
            return self._group(conj + 3) if of else None
        found = self._group(conj + 1)
        if found is None or not found.named:
            return None
        has = parse.tag(found.last) == "aux"
        return found if has or self._closes(found.last, strict=True) else None

    def _beside_comma(self, comma: int) -> Group | None:
        """The place behind a comma: ", Kyiv Oblast", ", in the occupied West Bank", ", and Sumy"."""
        parse = self.parse
        led = parse.word(comma + 1) in ("in", "near", "and")
        found = self._group(comma + 1 + led)
        if found is None or not found.named:
            return None
        if led:
            return found if self._closes(found.last, strict=True) else None
        if any(parse.tag(at) == "poss" for at in range(found.first, found.last)):
            return None  # "in Kyiv, Ukraine's army said"
        leased = self.names.kind(found.first) == "place" and parse.tag(found.last) == "part"
        return found if leased or self._closes(found.last, strict=False) else None

    def _closes(self, last: int, *, strict: bool) -> bool:
        """Whether a phrase ends at a token, so that it begins no clause: "in Gaza, Israel said" goes on."""
        tag = self.parse.tag(last)
        if tag in _GOES_ON or self.parse.word(last) in self.parse.grammar.reporting:
            return False
        return not (strict and tag in _VERBS)
