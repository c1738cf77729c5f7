"""The noun that a number counts, found without a parser: the first plural among the next words."""

from collections.abc import Sequence

from pipelines.extraction.lexicon import load
from pipelines.extraction.text.tokens import Token

_NOUNS = load("nouns", keys=("plurals", "singulars", "stops", "longest"))
_PLURALS = frozenset(_NOUNS["plurals"])
_SINGULARS = frozenset(_NOUNS["singulars"])
_STOPS = frozenset(_NOUNS["stops"])
_LONGEST: int = _NOUNS["longest"]


def head_after(tokens: Sequence[Token], last: int, *, plural: bool = True) -> int | None:
    """The index of the head of the noun phrase that begins at ``tokens[last]``, or None.

    ``plural`` looks for a plural ("three Israeli soldiers killed" -> soldiers); otherwise the last word
    before the phrase ends or a verb in -s follows ("one Israeli soldier was" -> soldier).
    """
    head = None
    for at in range(last, min(len(tokens), last + _LONGEST)):
        token = tokens[at]
        if not token.text[0].isalpha() or token.lower in _STOPS:
            break
        past = not plural and token.lower.endswith("ed")  # "one suspected thief", "one survived"
        if (is_plural(token) == plural or (at == last and not plural)) and not past:
            head = at
        elif head is not None:
            break
    return head


def is_plural(token: Token) -> bool:
    """Whether a word looks like a plural noun."""
    word = token.lower
    if word in _PLURALS:
        return True
    shape = word.endswith("s") and not word.endswith(("ss", "us", "'s", "’s", "."))
    return (
        shape
        and len(word) > 3
        and word not in _SINGULARS
        and not (token.text.isupper() and len(word) < 4)
    )
