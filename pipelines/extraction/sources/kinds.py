"""What words for a source tell of it: its kind, whether it is a person, one or several, and how many."""

from pipelines.extraction.sources.source_words import SourceWords
from pipelines.extraction.syntax.parse import Parse
from pipelines.extraction.values import SourceKind

# Before them a name or a noun stands that a further phrase tells of.
_BEHIND = ("of", "for", "from", "with", ",")


def kind_of(
    parse: Parse, first: int, head: int, last: int, words: SourceWords
) -> SourceKind | None:
    """The kind by the name itself, else by whom it speaks for or what stands in apposition, else by its noun."""
    return (
        kind_named(parse, first, head + 1, words, voices=False)
        or _kind_behind(parse, head + 1, last, words)
        or kind_named(parse, first, head + 1, words)
    )


def kind_named(
    parse: Parse, first: int, last: int, words: SourceWords, *, voices: bool = True
) -> SourceKind | None:
    """The kind by the last of the words that tells one, read with the two before it ("world health organization").

    Without ``voices`` words for those who speak for others are passed over: "Hamas officials" are a party.
    """
    for place in range(last - 1, first - 1, -1):
        end = parse.words[place].rsplit("-", 1)[-1]  # the governor of a "vice-governor"
        if end not in words.kind_ends:
            continue
        starts = (max(place - 2, first), max(place - 1, first), place)
        names = (" ".join(parse.words[start : place + 1]) for start in starts)
        name = next((name for name in names if name in words.kinds), end)
        if name in words.kinds and (voices or name not in words.voices):
            return words.kinds[name]
    return None


def is_person(parse: Parse, first: int, head: int, last: int, words: SourceWords) -> bool:
    """Whether the words name people: by the noun, or for a name by a title or an apposition."""
    if not parse.is_capital(head):
        return parse.is_person(head) is True
    return any(
        parse.people.is_listed(parse.word(place))
        and parse.word(place) not in words.no_titles
        and not parse.people.is_plural(parse.word(place))
        and parse.tag(place + 1) != "poss"
        for place in range(first, last)
    )


def is_plural(parse: Parse, first: int, head: int, words: SourceWords) -> bool:
    """Whether the words name several; "the police" and "Reuters" are one."""
    word = parse.word(head)
    pair = f"{parse.word(head - 1)} {word}" if head > first else ""
    if word in words.single or pair in words.single:
        return False
    kind = kind_named(parse, head, head + 1, words)
    if parse.is_capital(head) and (kind == "outlet" or (kind is not None and head > 0)):
        return False
    if parse.people.is_plural(word):
        return True
    return word.endswith("s") and not word.endswith("ss") and not parse.is_capital(head)


def number(parse: Parse, first: int, words: SourceWords) -> int | None:
    """How many the words say they are: "four sources", "one of the drivers"."""
    word = parse.word(first)
    if word.isdecimal() and parse.tag(first) == "num":
        return int(word)
    return words.numbers.get(word)


def _kind_behind(parse: Parse, first: int, last: int, words: SourceWords) -> SourceKind | None:
    """The kind by the first phrase behind that tells one: "a spokesman for the rebels", "Ana Ruiz, a senator"."""
    for place in range(first, last):
        phrase = parse.phrase(place)
        if phrase is None or phrase.first != place or parse.word(place - 1) not in _BEHIND:
            continue
        kind = kind_named(parse, phrase.first, min(phrase.last, last), words)
        if kind is not None:
            return kind
    return None
