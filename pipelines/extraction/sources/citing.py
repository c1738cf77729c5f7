"""Sources that no verb of saying has for a subject: "according to X", "by X's count", "citing X"."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from pipelines.extraction.sources.saying import Saying
from pipelines.extraction.sources.source_words import SourceWords
from pipelines.extraction.sources.sources import Source, pronoun, source
from pipelines.extraction.sources.speakers import speaker_after, speaker_before
from pipelines.extraction.syntax.parse import Parse

_BE = ("is", "are", "was", "were", "been")
_NEAR = 12
_LONGEST_COUNT = 7
_IN_COUNT = ("det", "noun", "adj", "poss", "num", "adv")


def led_sayings(parse: Parse, words: SourceWords) -> Iterator[Saying]:
    """The sayings that a preposition leads: "according to X", "by the tally of X", "by his count"."""
    for place, word in enumerate(parse.words):
        if word not in words.leads:
            continue
        led = words.leading.after(parse.tokens, place)
        if led is not None:
            found = speaker_after(parse, led[0], words, named=True)
        else:
            found = _counter(parse, place + 1, words) if word in words.before_counts else None
        if found is not None:
            yield Saying(found, place, place, "around")


def quoted_sayings(parse: Parse, words: SourceWords) -> Iterator[Saying]:
    """The sayings of those who are quoted: "X quoted Y as saying that", "Y was quoted by X as saying"."""
    for place, word in enumerate(parse.words):
        saying = _saying(parse, place) if word in words.quoting else None
        if saying is None:
            continue
        subject = speaker_before(parse, place, words)
        other = speaker_after(parse, place + 1 + (parse.word(place + 1) == "by"), words)
        passive = parse.word(place - 1) in _BE
        said, outer = (subject, other) if passive else (other, subject)
        if said is None:
            continue
        found = Saying(said, saying, said.first, "after")
        if parse.tag(saying + 1) in ("edge", "mark", "comma"):
            found = replace(found, reach="around")
        yield found if outer is None else replace(found, outer=((outer, "reported_by"),))


def with_cited(parse: Parse, sayings: Sequence[Saying], words: SourceWords) -> list[Saying]:
    """The sayings, where one comes "citing" somebody with that source in front of its own."""
    found = list(sayings)
    for place, word in enumerate(parse.words):
        cited = speaker_after(parse, place + 1, words) if word in words.citing else None
        if cited is None:
            continue
        hosts = [saying for saying in found if not cited.first <= saying.first < cited.last]
        if not hosts:
            found.append(Saying(cited, place, place, "around"))
            continue
        host = min(hosts, key=lambda saying: abs(saying.place - place))
        outer = ((host.source, "citing"), *host.outer)
        found[found.index(host)] = replace(host, source=cited, outer=outer)
    return found


def _counter(parse: Parse, first: int, words: SourceWords) -> Source | None:
    """Whose count it is, of the phrase for a count that begins at ``first``."""
    noun = _count_noun(parse, first, words)
    if noun is None:
        return None
    if parse.word(noun + 1) == "of":
        return speaker_after(parse, noun + 2, words)
    if (owner := pronoun(parse, first, owns=True)) is not None:
        return owner
    last = next((at for at in range(first, noun) if parse.tag(at) == "poss"), noun + 1)
    return source(parse, first, last, words)


def _count_noun(parse: Parse, first: int, words: SourceWords) -> int | None:
    """The place of the word for a count in the phrase that begins at ``first``."""
    for place in range(first, min(first + _LONGEST_COUNT, len(parse.tokens))):
        if parse.word(place) in words.counts:
            return place
        if parse.tag(place) not in _IN_COUNT:
            return None
    return None


def _saying(parse: Parse, verb: int) -> int | None:
    """The place of the participle in "quoted hospital staff as saying"."""
    near = range(verb + 1, min(verb + _NEAR, len(parse.tokens) - 1))
    return next(
        (at + 1 for at in near if parse.word(at) == "as" and parse.tag(at + 1) == "ing"), None
    )
