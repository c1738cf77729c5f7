"""How a text says that a figure moved ("rose to 15", "revised down to nine"), and which number it moved from."""

from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Final, get_args

from pipelines.extraction.frames.frames import Match
from pipelines.extraction.lexicon import load
from pipelines.extraction.syntax.noun_phrases import NounPhrase
from pipelines.extraction.syntax.parse import Parse
from pipelines.extraction.text.phrases import Phrases, invert
from pipelines.extraction.values import Change

_CHANGES: Final[tuple[Change, ...]] = get_args(Change)
# What leads from the verb to the new number.
_LEADS = ("to", "past", "above", "beyond", "over")
_TURNS = ("up", "down")
_BREAKS = (";", "—", ".")
# Frames whose number stands at some distance from its noun, so that the verb between them is the figure's own.
_FIGURES = ("toll", "resumed", "told_again", "counted", "level")
_FARTHEST, _NEAR = 18, 5


@dataclass(frozen=True, slots=True)
class ChangeWords:
    """The word lists of lexicon/change.yaml."""

    to: Phrases[str]
    reached: Phrases[str]
    over: Phrases[str]
    earlier: frozenset[str]
    told: frozenset[str]


@cache
def change_words(extra: Path | None = None) -> ChangeWords:
    """The words of change of the shipped lexicon with a user's words."""
    lists = load("change", extra, keys=("to", "reached", "over", "earlier", "told"))
    return ChangeWords(
        to=Phrases(invert(lists["to"])),
        reached=Phrases(dict.fromkeys(lists["reached"], "reached")),
        over=Phrases(invert(lists["over"])),
        earlier=frozenset(lists["earlier"]),
        told=frozenset(lists["told"]),
    )


def change(parse: Parse, match: Match, *, lexicon: Path | None) -> Change | None:
    """How the number of a match came to be what it is, or ``previous`` where it is the old one; None if unsaid."""
    words, phrase = change_words(lexicon), match.phrase
    if phrase.number is None:
        return None
    if _is_old(parse, phrase, words):
        return "previous"
    said = (
        _moved(parse, phrase, words)
        or _reached(parse, match, words)
        or _set_over(parse, phrase, words)
    )
    return next((name for name in _CHANGES if name == said), None)


def _is_old(parse: Parse, phrase: NounPhrase, words: ChangeWords) -> bool:
    """Whether the number is the one that the figure moved from."""
    first = phrase.first
    if parse.word(first - 1) == "from" and _verb(parse, first - 1, words) is not None:
        return True
    if _ends_over(parse, phrase, words) is not None or _is_called_old(parse, phrase, words):
        return True
    near = parse.words[max(first - _NEAR, 0) : first]
    later = (words.to.after(parse.tokens, place) for place in range(phrase.last, len(parse.words)))
    return any(word in words.told for word in near) and any(later)


def _is_called_old(parse: Parse, phrase: NounPhrase, words: ChangeWords) -> bool:
    """As in "an earlier count of 40", "the previous toll of nine"."""
    called = parse.phrase(phrase.first - 2) if parse.word(phrase.first - 1) == "of" else None
    if called is None or called.head is None:
        return False
    figure = parse.word(called.head) in parse.grammar.figures
    named = parse.words[called.first : called.head]
    return figure and any(word in words.earlier for word in named)


def _moved(parse: Parse, phrase: NounPhrase, words: ChangeWords) -> str | None:
    """The verb that led to the number: "rose from 12 to 15", "doubled the reward to $10 million"."""
    lead = phrase.first if parse.word(phrase.first) in _LEADS else phrase.first - 1
    if parse.word(lead) == "of":  # "to a total of 15"
        total = parse.phrase(lead - 1)
        lead = total.first - 1 if total is not None else lead
    return _verb(parse, lead, words) if parse.word(lead) in _LEADS else None


def _verb(parse: Parse, place: int, words: ChangeWords) -> str | None:
    """The nearest verb of change before a place of the same clause; a revision tells more than its "up" or "down"."""
    turned = None
    for at in range(place - 1, max(place - _FARTHEST, 0) - 1, -1):
        if parse.word(at) in _BREAKS or parse.tag(at) == "sub":
            return turned
        found = words.to.before(parse.tokens, at + 1)
        if found is not None and (turned is None or found[1] == "revised_to"):
            if parse.word(at) not in _TURNS:
                return found[1]
            turned = found[1]
    return turned


def _reached(parse: Parse, match: Match, words: ChangeWords) -> str | None:
    """A verb right before the number of a toll: "has passed 500"."""
    if match.method not in _FIGURES:
        return None
    first = match.phrase.first
    place = first
    while parse.tag(place - 1) == "adv":
        place -= 1
    found = words.reached.before(parse.tokens, place) or words.reached.after(parse.tokens, first)
    return found[1] if found is not None else None


def _set_over(parse: Parse, phrase: NounPhrase, words: ChangeWords) -> str | None:
    """What the next number says of this one: "40, up from 12", "$10 million, double the $5 million of May"."""
    after = (other for other in parse.phrases if other.first >= phrase.last)
    old = next((other for other in after if other.number is not None), None)
    if old is None or any(word in _BREAKS for word in parse.words[phrase.last : old.first]):
        return None
    if _is_called_old(parse, old, words):
        between = range(phrase.last, old.first)
        found = [words.over.after(parse.tokens, place) for place in between]
        return next((over[1] for over in found if over is not None), None)
    return _ends_over(parse, old, words)


def _ends_over(parse: Parse, phrase: NounPhrase, words: ChangeWords) -> str | None:
    """What is said right before an old number: "up from 12", "double the 12"."""
    for last in (phrase.first, phrase.first + 1):
        found = words.over.before(parse.tokens, last)
        if found is not None:
            return found[1]
    return None
