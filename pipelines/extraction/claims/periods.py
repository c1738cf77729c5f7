"""When it was: a claim's window in its own sentence, and how far it may take one told in another."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from pipelines.extraction.claims.drafts import Draft
from pipelines.extraction.claims.scope_words import scope_words
from pipelines.extraction.claims.told import Told, told
from pipelines.extraction.claims.windows import (
    RESPONSES,
    is_closed_off,
    is_of_toll,
    is_prior,
    window_of,
)
from pipelines.extraction.syntax.parse import Parse
from pipelines.extraction.times.timeline import Timed
from pipelines.extraction.times.windows import Window
from pipelines.extraction.times.words import time_words

#: How far a claim without a time of its own may go for one: within its paragraph, or through the whole text.
Reach = Literal["none", "paragraph", "article"]

_HARM = ("deaths", "injuries", "missing", "abductions")
_OPEN = ("requested", "planned")
_HAD = ("had", "'d", "’d")


@dataclass(frozen=True, slots=True)
class Dating:
    """The window of a claim's own sentence, and how far it may go for one where it has none."""

    window: Window | None
    reach: Reach


def datings(
    parse: Parse, drafts: Sequence[Draft], timed: Sequence[Timed], *, lexicon: Path | None
) -> list[Dating]:
    """The dating of each draft of a sentence."""
    another = _is_of_another(parse, lexicon)
    own = [item for item in timed if not is_of_toll(parse, drafts, item)]
    words = time_words(lexicon)
    found = [told(parse, draft, drafts, own, words) for draft in drafts]
    return [Dating(window_of(each), "none" if another else _reach(each)) for each in found]


def _reach(told: Told) -> Reach:
    """How far the event may have been told: no offer, no plan, no arrest made since, nothing with a time of its own."""
    draft = told.draft
    if told.is_money or draft.modality in _OPEN or draft.scope == "each" or _has_own_time(told):
        return "none"
    if draft.metric == "arrests":
        return "article" if any(word in _HAD for word in told.verbs()) else "none"
    if draft.metric in RESPONSES and told.is_perfect():
        return "none"
    same_day = any(item.use == "hour" for item in told.timed)
    harm = draft.metric in _HARM or same_day
    return "article" if harm and not told.is_perfect() else "paragraph"


def _has_own_time(told: Told) -> bool:
    """Whether the sentence tells of another time, or of how it came: "nobody was hurt when a crowd threw stones"."""
    parse, entry = told.parse, told.draft.entry
    nobody = told.draft.match.phrase.count == "none" or (
        entry is not None and entry.hedge == "zero"
    )
    if nobody and any(parse.word(place) == "when" for place in range(told.end, len(parse.tokens))):
        return True
    return any(item.use == "event" and not _is_aside(told, item) for item in told.timed)


def _is_aside(told: Told, item: Timed) -> bool:
    """Whether a time is of something told in passing."""
    apart = ";" in _words(told, item)
    prior = item.last <= told.begin and is_prior(told, item)
    return apart or prior or bool(told.tagged(item, "rel")) or is_closed_off(told, item)


def _words(told: Told, item: Timed) -> list[str]:
    return [told.parse.word(place) for place in told.between(item)]


def _is_of_another(parse: Parse, lexicon: Path | None) -> bool:
    """Whether the sentence is of another event than the one told before: "a second exchange", "The third, outside"."""
    others = time_words(lexicon).lists["others"]
    if others.isdisjoint(parse.words):
        return False
    events = scope_words(lexicon).event
    return any(
        word in others
        and (parse.word(place + 1) in events or (place == 1 and parse.word(0) == "the"))
        for place, word in enumerate(parse.words)
    )
