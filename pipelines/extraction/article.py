"""One article: text in, sentences, ledger, claims and mentions out. A pure function of its arguments."""

from collections.abc import Iterator, Sequence
from datetime import date
from itertools import islice, takewhile
from pathlib import Path

from pipelines.extraction.bounds import Profile, load_profile
from pipelines.extraction.claims import claims_of
from pipelines.extraction.context import Draft
from pipelines.extraction.cues import Cue, cue_index
from pipelines.extraction.grammar import grammar
from pipelines.extraction.ledger import Placed, extraction, place
from pipelines.extraction.mentions import find_mentions
from pipelines.extraction.metrics import metrics
from pipelines.extraction.parse import parse
from pipelines.extraction.quantities import sentence_quantities
from pipelines.extraction.sentences import sentences
from pipelines.extraction.tokens import Token, tokenize
from pipelines.extraction.values import Extraction, Quantity

# How many sentences back, and how many claims, a count may have been told that this one goes on about.
_SENTENCES_BACK = 3
_CLAIMS_BACK = 12
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
    for number, sentence in enumerate(found):
        for tokens in _pieces(tokenize(text, sentence.start, sentence.end)):
            entries = list(sentence_quantities(text, tokens, number, profile=profile))
            before = _just_before(placed, number)
            entries, drafts = _read(text, number, tokens, entries, before, profile, lexicon)
            ledger += entries
            placed += drafts
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


def _may_imply(tokens: Sequence[Token], cues: Sequence[Cue], lexicon: Path | None) -> bool:
    """Whether a sentence without numbers may count all the same: "a soldier was killed", "no soldier was"."""
    words, known = grammar(lexicon), metrics(lexicon)
    people = any(known[cue.entry.metric].unit == "person" for cue in cues)
    return people and any(token.lower in words.one or token.lower in words.none for token in tokens)


def _read(
    text: str,
    number: int,
    tokens: Sequence[Token],
    entries: list[Quantity],
    before: Sequence[Draft],
    profile: Profile,
    lexicon: Path | None,
) -> tuple[list[Quantity], list[Placed]]:
    """The ledger's entries of one sentence with reasons, and its claims with their places."""
    cues = cue_index(lexicon).in_sentence(tokens)
    if not entries and not _may_imply(tokens, cues, lexicon):
        return entries, []
    if not cues and not before:
        return entries, []
    told = {draft.metric for draft in before}
    read = parse(text, tokens, cues, entries, told=told, sentence=number, lexicon=lexicon)
    found = claims_of(read, entries, before=before, lexicon=lexicon)
    reasoned = found.reasoned(entries)
    return reasoned, [place(read, draft, reasoned, profile) for draft in found.drafts]
