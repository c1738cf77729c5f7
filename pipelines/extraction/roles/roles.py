"""The roles of a claim that its own sentence fills: phrases of the text, or None where it names nobody."""

from dataclasses import dataclass
from pathlib import Path

from pipelines.extraction.frames.frames import Match
from pipelines.extraction.roles.act_words import act_words
from pipelines.extraction.roles.actors import actor
from pipelines.extraction.roles.counted import counted
from pipelines.extraction.roles.offers import offerer
from pipelines.extraction.roles.targets import target_of
from pipelines.extraction.roles.wanted import wanted
from pipelines.extraction.syntax.parse import Parse
from pipelines.extraction.values import Phrase


@dataclass(frozen=True, slots=True)
class Roles:
    """The phrases that fill a claim's roles."""

    subject: Phrase | None = None
    actor: Phrase | None = None
    target: Phrase | None = None


def roles(parse: Parse, match: Match, unit: str, *, lexicon: Path | None) -> Roles:
    """The roles that the sentence itself fills for a matched count."""
    words = act_words(lexicon)
    if unit == "money":
        offers = _no_date(parse, offerer(parse, match, words))
        return Roles(subject=_no_date(parse, wanted(parse, match, words)), actor=offers)
    who = None if unit == "event" else _no_date(parse, counted(parse, match))
    return Roles(
        subject=who,
        actor=_no_date(parse, actor(parse, match, words)),
        target=target_of(parse, match, words),
    )


def _no_date(parse: Parse, phrase: Phrase | None) -> Phrase | None:
    """The phrase, unless it is a time: "October" and "early September" fill no role."""
    last = phrase.quote.lower().split()[-1] if phrase is not None else ""
    return None if last in parse.grammar.time_nouns else phrase
