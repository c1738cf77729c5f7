"""Reading a place where it begins: a name, a noun for a place, and what narrows it, "a bar in El Empalme, Ecuador"."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from pipelines.extraction.names.territories import demonyms
from pipelines.extraction.roles.place_words import place_words
from pipelines.extraction.syntax.parse import Parse
from pipelines.extraction.values import Mention

_NAMING = ("noun", "adj", "age", "hyphen", "part", "ing", "measure")
_COUNTING = ("det", "num", "adj", "measure", "adv")
_OWN = ("its", "his", "her", "their", "our", "my", "your")
_NEARBY = ("nearby", "neighbouring", "neighboring", "surrounding", "adjacent")
_VERBS = ("aux", "modal", "verb")
_DASHES = ("-", "–", "‐", "‑")
_LONGEST = 5
_ARTICLE = 4
# Joints between a place and the one that it lies in, or beside.
_JOINTS = ("in", "near", "of", "on", "at", "outside", "off", "along", "around", "inside", "between", "across", "below", "above", "behind", "within")


@dataclass(frozen=True, slots=True)
class Group:
    """A place over the tokens ``first`` to ``last`` (exclusive), without its article.

    ``named`` where a name is in it, ``weak`` where its noun tells a place only by a name ("hospital").
    """

    first: int
    last: int
    named: bool
    weak: bool = False


def _is_capital(word: str) -> bool:
    """Whether a word is written like a name, be it behind an Arabic or French article: "al-Balah", "d'Ivoire"."""
    if word[0].isupper():
        return True
    _, mark, rest = word.replace("’", "-").replace("'", "-").partition("-")
    return bool(mark) and len(word) - len(rest) <= _ARTICLE and rest[:1].isupper()


class Reader:
    """Reads the places of one sentence. ``known`` are the names in it, by the offset at which they begin."""

    def __init__(self, parse: Parse, known: Mapping[int, Mention], lexicon: Path | None) -> None:
        self.parse, self.known, self.words = parse, known, place_words(lexicon)
        # In copy that is all capitals a capital tells no name.
        self.mixed = any(token.text.islower() for token in parse.tokens)
        self.adjectives = demonyms(lexicon)
        self._places: dict[int, Group | None] = {}

    def place(self, start: int) -> Group | None:
        """The place that begins at a token, with all that narrows it; None where none does."""
        if start not in self._places:
            self._places[start] = self._place(start)
        return self._places[start]

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
        if parse.word(start) in _NEARBY:
            return False
        leading = {parse.tag(at) for at in range(start, group.last)}
        if parse.word(start) in _OWN:
            return parse.word(group.last - 1) in self.words.regions
        return not leading & {"det", "num", "measure", "poss"}

    def kind(self, place: int) -> str | None:
        """What the name at a token is known to be."""
        mention = self._mention(place)
        if mention is None or mention.quote in self.adjectives:
            return None
        return mention.kind

    def _mention(self, place: int) -> Mention | None:
        if not 0 <= place < len(self.parse.tokens):
            return None
        return self.known.get(self.parse.tokens[place].start)

    def is_name(self, place: int) -> bool:
        """Whether the word at a place is written like a name, and is none of a time or a number."""
        parse = self.parse
        if not 0 <= place < len(parse.tokens):
            return False
        token, tag = parse.tokens[place], parse.tag(place)
        if not _is_capital(token.text) or tag in ("time", "num", "pron") or token.lower in parse.grammar.time_nouns:
            return False
        if token.lower in ("in", "on", "at", "and", "the", "of", "near", "off"):
            return False
        if self.mixed:
            return True
        return self.kind(place) == "place" or self._is_unknown(place)

    def _is_unknown(self, place: int) -> bool:
        """In capitals: a word that is none of ours, so that it may be a name."""
        word, parse = self.parse.word(place), self.parse
        if self.words.is_place(word) or parse.tag(place) != "noun" or word in self.words.no_heads:
            return False
        known = parse.people.counts(word) is not None or parse.tag(place - 1) == "det"
        return not known and parse.cue(place) is None and len(word) > 3

    def _group(self, start: int) -> Group | None:
        """A name or a noun for a place with its modifiers: "two villages", "northern Benin", "Rio's north side"."""
        parse, first = self.parse, start
        while (parse.tag(first) in _COUNTING or parse.word(first) in _OWN) and not self._leads_name(first):
            first += 1
        last, noun, named = first, -1, False
        while last < len(parse.tokens):
            step = self._name_step(last, named)
            if step:
                named, noun, last = True, -1, last + step
            elif parse.tag(last) == "poss" and last > first:
                last += 1
            elif parse.tag(last) == "noun" and parse.tag(last + 1) == "poss" and not named:
                last += 1
            elif (end := self._noun(last, named)) is not None:
                noun, last = end - 1, end
            else:
                break
        while last > first and parse.tag(last - 1) == "poss":
            last -= 1  # "in Rafah's deadliest hour"
        if last == first or self._is_no_place(first, last, named, noun):
            return None
        begin = self._begin(start, first)
        return Group(begin, last, named, weak=not named and parse.word(last - 1) in self.words.weak)

    def _begin(self, start: int, first: int) -> int:
        """Where the words of the place begin: with a number ("two villages"), without an article."""
        begin = start
        while begin < first and (self.parse.tag(begin) == "det" and self.parse.word(begin) not in _OWN):
            begin += 1
        return begin

    def _leads_name(self, place: int) -> bool:
        """Whether a word that is a small one elsewhere is part of a name here: "El Fasher", "An Giang"."""
        word = self.parse.tokens[place].text if place < len(self.parse.tokens) else ""
        return self.mixed and word[:1].isupper() and place > 0 and self.parse.tag(place) not in ("num", "time") and (
            self.is_name(place)
        )

    def _name_step(self, place: int, named: bool) -> int:
        """How many tokens go on with a name; 0 where none do."""
        parse = self.parse
        if self.is_name(place):
            return 1
        if not named:
            return 0
        word = parse.word(place)
        if word == "." and parse.word(place - 1) in self.words.short_forms and self.is_name(place + 1):
            return 2
        if parse.tag(place) in ("num", "age") and parse.word(place - 1) in self.words.numbered:
            return 1
        if parse.tokens[place].text in _DASHES and self.is_name(place + 1):
            return 2
        steps = 0
        while parse.word(place + steps) in self.words.particles and steps < 2:
            steps += 1
            if self.is_name(place + steps) and self.kind(place + steps) != "organisation":
                return steps + 1
        return 0

    def _noun(self, place: int, named: bool) -> int | None:
        """Where a run of small words ends at its noun for a place; behind a name it must do so soon."""
        parse, end = self.parse, None
        for at in range(place, min(place + _LONGEST, len(parse.tokens))):
            if self.is_name(at) or parse.tag(at) not in _NAMING:
                break
            if parse.tag(at) == "part" and parse.phrase(at) is None:
                break
            if parse.tag(at) == "ing" and parse.tag(at + 1) not in ("noun", "adj"):
                break
            if self.words.is_place(parse.word(at)):
                end = at + 1
        if end is None and not named:
            return self._before_name(place)
        if end is not None and not named and parse.tag(end) == "noun" and not self.is_name(end):
            return None  # "a school minibus"
        return end

    def _before_name(self, place: int) -> int | None:
        """Where small words end that stand before a name: "northern Benin", "upper Sindh"."""
        parse = self.parse
        for at in range(place, min(place + 3, len(parse.tokens))):
            if self.is_name(at):
                return at if at > place else None
            if parse.tag(at) not in ("noun", "adj", "hyphen", "part"):
                return None
            if parse.tag(at) == "noun" and not self._is_modifier(at):
                return None
        return None

    def _is_modifier(self, place: int) -> bool:
        """Whether a noun may stand before a name of a place: "northern", "neighbouring", "rebel-held"."""
        word = self.parse.word(place)
        return word.endswith(("ern", "er", "al", "ing", "ed", "held", "run", "en")) or word in (
            "far", "deep", "mid", "inner", "greater", *self.words.directions)  # fmt: skip

    def _is_no_place(self, first: int, last: int, named: bool, noun: int) -> bool:
        """Whether the words are a time, a person, an organisation or a deed, or a common noun of something else."""
        parse, head = self.parse, self.parse.word(last - 1)
        if noun == last - 1:
            following = parse.phrase(last)
            inside = following is not None and following.first < last < following.last and not named
            return inside and parse.word(following.last - 1) in self.words.no_heads if following else False
        if not named or head in self.words.no_heads:
            return True
        if parse.tag(last) == "noun" and parse.word(last) in self.words.no_heads:
            return True  # "in the Gaza war"
        if last - first == 1 and (head in self.words.no_names or parse.tokens[first].text in self.adjectives):
            return True
        if parse.people.counts(parse.word(last)) and parse.tag(last) == "noun":
            return True  # "in Lahore's suburbs" is one, "in Pakistani officials" none
        mention = next((self._mention(at) for at in range(first, last) if self._mention(at)), None)
        return mention is not None and mention.kind != "place" and self._covers(mention, last)

    def _covers(self, mention: Mention, last: int) -> bool:
        return mention.end >= self.parse.tokens[last - 1].end

    def _extended(self, group: Group) -> int:
        """The end of a place with what narrows it."""
        last, named = group.last, group.named
        while (after := self._joined(last, named)) is not None:
            last, named = after.last, named or after.named
        return last

    def _joined(self, last: int, named: bool) -> Group | None:
        """The end of the next place that a joint ties to the one before, or None."""
        parse, word = self.parse, self.parse.word(last)
        if word == ",":
            return self._beside_comma(last)
        if word in ("and", "or"):
            return self._and(last, named)
        if word in _JOINTS:
            found = self._group(last + 1)
            if found is None or (word == "on" and not found.named and parse.tag(last + 1) != "det"):
                return None
            return None if found.weak else found
        return None

    def _and(self, conj: int, named: bool) -> Group | None:
        """The end of a place that "and" joins to one of its kind: "Kita and Nioro", "north and centre of Portugal"."""
        parse = self.parse
        if not named:
            of = parse.word(conj + 1) in self.words.directions and parse.word(conj + 2) == "of"
            return self._group(conj + 3) if of else None
        found = self._group(conj + 1)
        if found is None or not found.named or not self._closes(found.last, strict=parse.tag(found.last) != "aux"):
            return None
        return found

    def _beside_comma(self, comma: int) -> Group | None:
        """The end of a place behind a comma: ", Kyiv Oblast", ", in the occupied West Bank", ", and Sumy"."""
        parse, start = self.parse, comma + 1
        led = parse.word(start) in ("in", "near", "and")
        found = self._group(start + led)
        if found is None or not found.named:
            return None
        owned = any(parse.tag(at) == "poss" for at in range(found.first, found.last))
        sure = not led and self.kind(found.first) == "place" and parse.tag(found.last) == "part"
        if (owned and not led) or not (sure or self._closes(found.last, strict=led)):
            return None
        return found

    def _closes(self, last: int, *, strict: bool) -> bool:
        """Whether a phrase ends at a token, so that it begins no clause: "in Gaza, Israel said" goes on."""
        parse, tag = self.parse, self.parse.tag(last)
        if tag in ("part", "noun", "poss", "num", "det") or parse.word(last) in parse.grammar.reporting:
            return False
        return not (strict and tag in _VERBS)
