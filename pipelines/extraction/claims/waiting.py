"""Claims that wait for the text to tell who did it: "Al-Shabaab claimed responsibility" comes after the dead."""

from collections.abc import Iterator
from dataclasses import dataclass

from pipelines.extraction.claims.ledger import Placed
from pipelines.extraction.claims.sides import is_own_side
from pipelines.extraction.roles.act_words import ActWords
from pipelines.extraction.roles.agents import is_deed
from pipelines.extraction.syntax.parse import Parse
from pipelines.extraction.values import Phrase

# How many paragraphs behind a claim the text may tell who did it.
_AHEAD = 2


@dataclass(frozen=True, slots=True)
class Waiting:
    """A claim without an actor, by its number, with its sentence and paragraph; ``armed`` if it is of an attack."""

    number: int
    item: Placed
    sentence: int
    paragraph: int
    armed: bool


class Queue:
    """The claims of the story that have no actor yet."""

    def __init__(self, words: ActWords) -> None:
        self._words = words
        self._waiting: list[Waiting] = []

    def add(self, number: int, item: Placed, parse: Parse, paragraph: int) -> None:
        """Let a claim wait. It is of an attack if its sentence names one, or the claim before it was."""
        last = self._waiting[-1] if self._waiting else None
        follows = last is not None and last.armed and parse.sentence - last.sentence <= 1
        armed = follows or any(is_deed(parse, at, self._words) for at in range(len(parse.tokens)))
        self._waiting.append(Waiting(number, item, parse.sentence, paragraph, armed))

    def add_part(self, number: int, item: Placed, whole: int) -> None:
        """Let a part of a claim wait if the whole does."""
        found = next((one for one in self._waiting if one.number == whole), None)
        if found is not None:
            self._waiting.append(
                Waiting(number, item, found.sentence, found.paragraph, found.armed)
            )

    def clear(self) -> None:
        """Let none wait any longer."""
        self._waiting = []

    def answered(self, agent: Phrase, paragraph: int, *, armed: bool) -> Iterator[int]:
        """The numbers of the claims that one did who is told of now; ``armed`` for attacks only."""
        for one in self._waiting:
            fits = (one.armed or not armed) and paragraph - one.paragraph <= _AHEAD
            if fits and not is_own_side(one.item.draft.roles.subject, agent, self._words):
                yield one.number
