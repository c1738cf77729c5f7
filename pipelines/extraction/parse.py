"""A shallow parse: the tags of a sentence's words and its noun phrases, counted ones included. Linear, no model."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Literal

from pipelines.extraction.cues import Cue
from pipelines.extraction.grammar import Grammar, grammar
from pipelines.extraction.people import PeopleNouns, people_nouns
from pipelines.extraction.tokens import Token
from pipelines.extraction.values import Quantity

Count = Literal["number", "one", "none"]
_MEASURES = {"date": "time", "time": "time", "age": "age", "ordinal": "adj"}
_VERB_FRAMES = ("done_to", "happens_to", "offer")
_NOUN_FRAMES = ("counted", "reward")


@dataclass(frozen=True, slots=True)
class NounPhrase:
    """A noun phrase over the tokens ``first`` to ``last`` (exclusive).

    ``head`` is the token of its noun, None for a bare number ("killing 12"). ``number`` indexes the ledger;
    ``count`` says how the phrase counts: by a number, as one ("a soldier"), as none ("no soldier"), or not.
    ``whole`` is the head of what it is a part of ("three of the soldiers"), ``them`` when that is a pronoun.
    """

    first: int
    last: int
    head: int | None
    number: int | None
    count: Count | None
    whole: int | None = None
    definite: bool = False


@dataclass(frozen=True, slots=True)
class Parse:
    """A sentence read: its tokens, a tag for each, and the phrase (by index) that each token belongs to, or -1."""

    text: str
    tokens: Sequence[Token]
    tags: Sequence[str]
    cues: Sequence[Cue]
    phrases: Sequence[NounPhrase]
    phrase_at: Sequence[int]
    people: PeopleNouns
    grammar: Grammar
    told: Collection[str]

    def tag(self, place: int) -> str:
        """The tag at a place; "edge" outside the sentence."""
        return self.tags[place] if 0 <= place < len(self.tags) else "edge"

    def word(self, place: int) -> str:
        """The lower-cased word at a place; empty outside the sentence."""
        return self.tokens[place].lower if 0 <= place < len(self.tokens) else ""

    def phrase(self, place: int) -> NounPhrase | None:
        """The noun phrase that covers a place."""
        if not 0 <= place < len(self.tokens) or self.phrase_at[place] < 0:
            return None
        return self.phrases[self.phrase_at[place]]

    def cue(self, place: int) -> Cue | None:
        """The first cue that covers a place."""
        return next((cue for cue in self.cues if cue.first <= place < cue.last), None)


def parse(
    text: str,
    tokens: Sequence[Token],
    cues: Sequence[Cue],
    quantities: Sequence[Quantity],
    *,
    told: Collection[str] = (),
    lexicon: Path | None = None,
) -> Parse:
    """Read one sentence. ``quantities`` are its entries of the ledger, ``told`` the metrics of the claims just before it."""
    words, people = grammar(lexicon), people_nouns(lexicon)
    numbers = _numbers(tokens, quantities)
    tags = _tags(tokens, cues, numbers, quantities, words)
    phrases = _joined(_phrases(tokens, tags, numbers, words, people), tokens, words)
    phrase_at = [-1] * len(tokens)
    for index, phrase in enumerate(phrases):
        for place in range(phrase.first, phrase.last):
            phrase_at[place] = index
    return Parse(text, tokens, tags, cues, phrases, phrase_at, people, words, told)


def _numbers(tokens: Sequence[Token], quantities: Sequence[Quantity]) -> list[int]:
    """For each token the quantity whose number it belongs to (not its noun), or -1."""
    found = [-1] * len(tokens)
    place = 0
    for index, quantity in enumerate(quantities):
        while place < len(tokens) and tokens[place].end <= quantity.start:
            place += 1
        while place < len(tokens) and tokens[place].start < quantity.end:
            found[place] = index
            place += 1
    return found


def _tags(
    tokens: Sequence[Token], cues: Sequence[Cue], numbers: Sequence[int], ledger: Sequence[Quantity], words: Grammar
) -> list[str]:
    capitals = any(token.text.islower() for token in tokens)
    tags = [
        _number_tag(ledger[number]) if number >= 0 else words.tag(token.lower, capital=capitals and token.text[0].isupper() and place > 0)
        for place, (token, number) in enumerate(zip(tokens, numbers, strict=True))
    ]
    for place, token in enumerate(tokens):
        if token.lower == "more" and place and tags[place - 1] == "num":
            tags[place] = "noun"
        elif token.lower == "that" and place + 1 < len(tags) and tags[place + 1] in ("aux", "modal", "verb", "part"):
            tags[place] = "rel"
    for cue in sorted(cues, key=lambda cue: cue.entry.frame in _VERB_FRAMES):
        place, tag = cue.first, _cue_tag(cue, tags)
        if cue.entry.frame in _NOUN_FRAMES:
            place = cue.last - 1
        if tag is not None and tags[place] != "num":
            tags[place] = tag
    return tags


def _cue_tag(cue: Cue, tags: Sequence[str]) -> str | None:
    """What a cue's word is: its frame knows better than its ending."""
    if cue.entry.frame == "state":
        return "state"
    if cue.entry.frame in _NOUN_FRAMES and cue.entry.form != "fixed":
        return "noun"
    if cue.entry.frame not in _VERB_FRAMES:
        return None
    before = tags[cue.first - 1] if cue.first else "edge"
    after = tags[cue.last] if cue.last < len(tags) else "edge"
    if cue.entry.form == "past":
        return "state" if tags[cue.first] == "state" else "part"
    if cue.entry.form == "ing":
        return None if before in ("det", "num", "poss") else "ing"
    return "verb" if before == "modal" or after in ("num", "det") else None


def _number_tag(quantity: Quantity) -> str:
    if quantity.kind in ("count", "money"):
        return "num"
    return _MEASURES.get(quantity.kind, "measure")


def _phrases(
    tokens: Sequence[Token], tags: Sequence[str], numbers: Sequence[int], words: Grammar, people: PeopleNouns
) -> list[NounPhrase]:
    phrases: list[NounPhrase] = []
    place = 0
    while place < len(tokens):
        last = _phrase_end(place, tokens, tags, numbers, people)
        if last == place:
            place += 1
            continue
        phrases.append(_noun_phrase(place, last, tokens, tags, numbers, words))
        place = last
    return phrases


def _phrase_end(first: int, tokens: Sequence[Token], tags: Sequence[str], numbers: Sequence[int], people: PeopleNouns) -> int:
    """Where the noun phrase that begins at ``first`` ends; ``first`` itself when none begins there."""
    place, noun, number = first, -1, -1
    while place < len(tokens):
        tag = tags[place]
        if tag == "det":
            if noun >= 0 or number >= 0:
                break
        elif tag in ("num", "measure"):
            if noun >= 0 or (number >= 0 and numbers[place] != number):
                break
            number = numbers[place]
        elif tag == "adj":
            if noun >= 0:
                break
        elif tag in ("noun", "age"):
            if noun >= 0 and tags[place - 1] == "noun" and _ends_before(place, tokens, people):
                break
            noun = place
        elif not _stays(place, first, noun, tags, tokens):
            break
        place += 1
    return place if noun >= 0 or number >= 0 or _alone(first, place, tags, tokens) else first


def _ends_before(place: int, tokens: Sequence[Token], people: PeopleNouns) -> bool:
    """Whether a plural for people before this word ends the phrase: "soldiers" ends, "security forces members" does not."""
    before = tokens[place - 1]
    return people.is_plural(before.lower) and before.text[0].islower() and people.counts(tokens[place].lower) is not True


def _stays(place: int, first: int, noun: int, tags: Sequence[str], tokens: Sequence[Token]) -> bool:
    """Whether a word that is neither number nor noun may stand inside a noun phrase at this place."""
    tag, after = tags[place], tags[place + 1] if place + 1 < len(tags) else "edge"
    if tag == "poss":
        return noun == place - 1 and noun >= 0
    if tag == "hyphen":
        return place > first and after in ("noun", "num", "age")
    if tag in ("part", "ing", "state", "adv"):
        modifies = after in ("noun", "part", "adj") or (tag == "adv" and after == "age")
        return noun < 0 and place > first and (modifies or (tag == "state" and tags[place - 1] == "det"))
    return False


def _alone(first: int, last: int, tags: Sequence[str], tokens: Sequence[Token]) -> bool:
    return last - first == 1 and tags[first] == "det" and tokens[first].lower in ("another", "this", "those") or (
        last - first > 1 and tags[last - 1] == "state"
    )


def _noun_phrase(
    first: int, last: int, tokens: Sequence[Token], tags: Sequence[str], numbers: Sequence[int], words: Grammar
) -> NounPhrase:
    heads = [place for place in range(first, last) if tags[place] in ("noun", "age", "state")]
    number = next((numbers[place] for place in range(first, last) if tags[place] == "num"), None)
    determiner = tokens[first].lower if tags[first] == "det" else ""
    count: Count | None = "number" if number is not None else None
    if count is None and not any(tags[place] == "poss" for place in range(first, last)):
        count = "one" if determiner in words.one else "none" if determiner in words.none else None
    if any(tags[place] == "measure" for place in range(first, last)):
        count = None
    definite = determiner not in words.one and determiner not in words.none and bool(determiner)
    return NounPhrase(first, last, heads[-1] if heads else None, number, count, definite=definite)


def _joined(phrases: Sequence[NounPhrase], tokens: Sequence[Token], words: Grammar) -> list[NounPhrase]:
    """Join a bare number with what it is a number of: "dozens of people", "three of them", "two of his sons"."""
    joined: list[NounPhrase] = []
    for phrase in phrases:
        before = joined[-1] if joined else None
        if before and before.number is not None and before.head is None and before.last == phrase.first - 1 and tokens[before.last].lower == "of":
            joined[-1] = _part(before, phrase)
        else:
            joined.append(phrase)
    return [_of_them(phrase, tokens, words) for phrase in joined]


def _part(number: NounPhrase, whole: NounPhrase) -> NounPhrase:
    if whole.definite or whole.number is not None:
        return replace(number, last=whole.last, whole=whole.head)
    return replace(number, last=whole.last, head=whole.head)


def _of_them(phrase: NounPhrase, tokens: Sequence[Token], words: Grammar) -> NounPhrase:
    last = phrase.last
    if phrase.number is None or last + 1 >= len(tokens):
        return phrase
    if tokens[last].lower == "of" and tokens[last + 1].lower in words.them:
        return replace(phrase, last=last + 2, whole=last + 1)
    return phrase
