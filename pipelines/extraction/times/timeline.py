"""The times of a text, sentence after sentence: each may count from the date that was told last."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from pipelines.extraction.text.grammar import grammar
from pipelines.extraction.text.tokens import Token
from pipelines.extraction.times.anchor import Anchor
from pipelines.extraction.times.basis import basis_of, is_relative, offset_of
from pipelines.extraction.times.points import (
    Before,
    Current,
    Dated,
    Past,
    Point,
    Since,
    TimeExpression,
    Vague,
)
from pipelines.extraction.times.resolving import days_of
from pipelines.extraction.times.uses import Use, use_of
from pipelines.extraction.times.windows import Days, Window
from pipelines.extraction.times.words import time_words
from pipelines.extraction.values import Phrase


@dataclass(frozen=True, slots=True)
class Timed:
    """A window over ``tokens[first:last]`` of its sentence, and what it is the time of.

    ``start`` is the window of the time after "since": "since May 12, when a bomb killed nine".
    """

    first: int
    last: int
    window: Window
    use: Use
    point: Point
    ahead: bool
    start: Window | None = None

    @property
    def is_open(self) -> bool:
        """Whether it goes on to publication: "since June", "the past week", "this year"."""
        point = self.point
        return isinstance(point, Since | Past) or (isinstance(point, Current) and point.back == 0)


def read_times(
    text: str, read: Dated, anchor: Anchor, *, lexicon: Path | None = None
) -> tuple[tuple[Timed, ...], Anchor]:
    """The windows of a sentence, or a piece of one, and the anchor for what comes after it."""
    tokens, items = read.tokens, read.times
    if not items:
        return (), anchor
    words, known = time_words(lexicon), grammar(lexicon)
    is_first = text[tokens[0].start - 1 : tokens[0].start] in ("", "\n")
    timed = []
    for item in items:
        days = days_of(item.point, replace(anchor, ahead=item.ahead))
        window = _window(text, tokens, item, days, anchor)
        use = use_of(tokens, item, is_first=is_first, words=words, grammar=known)
        if days is not None or not is_relative(item.point) or anchor.published is None:
            timed.append(
                Timed(
                    item.first,
                    item.last,
                    window,
                    use,
                    item.point,
                    item.ahead,
                    _start(window, item, anchor),
                )
            )
        anchor = _after(anchor, item, days, use)
    return tuple(timed), anchor


def _window(
    text: str, tokens: Sequence[Token], item: TimeExpression, days: Days | None, anchor: Anchor
) -> Window:
    start, end = tokens[item.first].start, tokens[item.last - 1].end
    return Window(
        start=days.start if days else None,
        end=days.end if days else None,
        precision=days.precision if days else None,
        basis=basis_of(item.point, anchor) if days else None,
        words=Phrase(text[start:end], start, end),
        offset=offset_of(item.point),
        reason=_reason(item, days, anchor),
    )


def _start(window: Window, item: TimeExpression, anchor: Anchor) -> Window | None:
    days = days_of(item.point.start, anchor) if isinstance(item.point, Since) else None
    if days is None:
        return None
    return replace(window, start=days.start, end=days.end, precision=days.precision)


def _reason(item: TimeExpression, days: Days | None, anchor: Anchor) -> str | None:
    """The reasoning where a day was inferred, or could not be for want of a day of publication."""
    if anchor.published is not None or isinstance(item.point, Vague):
        return None
    waiting = days is None or basis_of(item.point, anchor) == "inferred"
    return anchor.reason if waiting else None


def _after(anchor: Anchor, item: TimeExpression, days: Days | None, use: Use) -> Anchor:
    """The anchor with what was told last; a dateline dates an article whose day of publication is unknown."""
    if days is None or isinstance(item.point, Before):
        return anchor
    if use == "dateline":
        unknown = anchor.published is None
        return replace(anchor, published=days.end, basis="dateline") if unknown else anchor
    return replace(anchor, told=days, happened=days if use == "event" else anchor.happened)
