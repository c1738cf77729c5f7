"""One article: text in, sentences, ledger, claims and mentions out. A pure function of its arguments."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import islice, takewhile
from pathlib import Path

from pipelines.extraction.claims.claims import claims_of
from pipelines.extraction.claims.context import Draft
from pipelines.extraction.claims.ledger import Placed, extraction, place
from pipelines.extraction.metrics.cues import Cue, cue_index
from pipelines.extraction.metrics.metrics import metrics
from pipelines.extraction.names.mentions import find_mentions
from pipelines.extraction.numbers.bounds import Profile, load_profile
from pipelines.extraction.numbers.quantities import sentence_quantities
from pipelines.extraction.syntax.parse import parse
from pipelines.extraction.text.grammar import grammar
from pipelines.extraction.text.sentences import sentences
from pipelines.extraction.text.tokens import Token, tokenize
from pipelines.extraction.values import Extraction, Quantity

# How many sentences back, and how many claims, a count may have been told that this one goes on about.
_SENTENCES_BACK = 3
_CLAIMS_BACK = 12
# The kinds of number that a metric can count.
_COUNTED = ("count", "money")
# No sentence of prose has more tokens; what has is read in pieces, so that time grows with length alone.
_PIECE = 250


def extract(text: str, *, published: date | None = None, lexicon: Path | None = None) -> Extraction:
    """All that ``text`` yields: every number of it in the ledger, and the claims that the numbers make.

    ``published`` is the day that relative dates count from; ``lexicon`` a folder of the user's own words.
    """
    profile = load_profile("guide", lexicon)
    found = sentences(text)
    ledger: list[Quantity] = []
    placed: list[Placed] = []
    topics: list[tuple[int, Cue]] = []
    for number, sentence in enumerate(found):
        for tokens in _pieces(tokenize(text, sentence.start, sentence.end)):
            entries = list(sentence_quantities(text, tokens, number, profile=profile))
            before = _just_before(placed, number)
            cues = cue_index(lexicon).in_sentence(tokens)
            said = _Said(text, number, tokens, cues, before, _of_late(topics, number))
            entries, drafts = _read(said, entries, profile, lexicon)
            ledger += entries
            placed += drafts
            topics += [(number, cue) for cue in cues if _is_topic(cue)]
    mentions = find_mentions(text, found, lexicon=lexicon)
    return extraction(text, found, ledger, placed, mentions)


def _pieces(tokens: Sequence[Token]) -> Iterator[Sequence[Token]]:
    for first in range(0, len(tokens), _PIECE):
        yield tokens[first : first + _PIECE] if len(tokens) > _PIECE else tokens


def _just_before(placed: Sequence[Placed], sentence: int) -> tuple[Draft, ...]:
    """The drafts of the few sentences before this one, which it may go on about, the last one first."""
    recent = takewhile(
        lambda item: item.quantity.sentence >= sentence - _SENTENCES_BACK, reversed(placed)
    )
    return tuple(item.draft for item in islice(recent, _CLAIMS_BACK))


def _of_late(topics: Sequence[tuple[int, Cue]], sentence: int) -> tuple[Cue, ...]:
    """The words for a toll or a reward in the few sentences before this one, the last one first."""
    recent = takewhile(lambda topic: topic[0] >= sentence - _SENTENCES_BACK, reversed(topics))
    return tuple(cue for _, cue in islice(recent, _CLAIMS_BACK))


def _is_topic(cue: Cue) -> bool:
    """Whether a cue names a toll or a reward, so that "it" may stand for it; "number of" may be of anything."""
    named = cue.entry.frame in ("toll", "reward") and cue.entry.words[-1] != "of"
    return named and cue.refused is None


@dataclass(frozen=True, slots=True)
class _Said:
    """One sentence of a text, or a piece of one, with what was told before it."""

    text: str
    number: int
    tokens: Sequence[Token]
    cues: Sequence[Cue]
    before: Sequence[Draft]
    topics: Sequence[Cue]


def _may_imply(said: _Said, lexicon: Path | None) -> bool:
    """Whether a sentence without numbers may count all the same: "a soldier was killed", "no soldier was"."""
    words, known = grammar(lexicon), metrics(lexicon)
    if not any(known[cue.entry.metric].unit == "person" for cue in said.cues):
        return False
    return any(token.lower in words.implying for token in said.tokens)


def _read(
    said: _Said, entries: list[Quantity], profile: Profile, lexicon: Path | None
) -> tuple[list[Quantity], list[Placed]]:
    """The ledger's entries of one sentence with reasons, and its claims with their places."""
    counts = any(entry.kind in _COUNTED for entry in entries)
    if not counts and not _may_imply(said, lexicon):
        return entries, []
    if not (said.cues or said.before or said.topics):
        return entries, []
    told = {draft.metric for draft in said.before} | {cue.entry.metric for cue in said.topics}
    read = parse(
        said.text, said.tokens, said.cues, entries, told=told, sentence=said.number, lexicon=lexicon
    )
    found = claims_of(read, entries, before=said.before, topics=said.topics, lexicon=lexicon)
    reasoned = found.reasoned(entries)
    return reasoned, [place(read, draft, reasoned, profile) for draft in found.drafts]
