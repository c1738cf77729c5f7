"""One article: text in, sentences, ledger, claims and mentions out. A pure function of its arguments."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import islice, takewhile
from pathlib import Path

from pipelines.extraction.claims.carried import Happened, carried, happened_in
from pipelines.extraction.claims.claims import claims_of
from pipelines.extraction.claims.drafts import Draft
from pipelines.extraction.claims.ledger import Placed, extraction, place
from pipelines.extraction.claims.periods import datings
from pipelines.extraction.claims.scenery import Scenery
from pipelines.extraction.frames.tables import Columns, columns_below
from pipelines.extraction.metrics.cues import Cue, cue_index
from pipelines.extraction.metrics.metrics import measures, metrics
from pipelines.extraction.names.mentions import find_mentions
from pipelines.extraction.numbers.profiles import load_profile
from pipelines.extraction.numbers.quantities import sentence_quantities
from pipelines.extraction.sources.voices import Voices
from pipelines.extraction.syntax.parse import parse
from pipelines.extraction.text.grammar import grammar
from pipelines.extraction.text.sentences import sentences
from pipelines.extraction.text.tokens import Token, tokenize
from pipelines.extraction.times.inferring import inferred
from pipelines.extraction.times.named import Anchor
from pipelines.extraction.times.timeline import Timed, read_times
from pipelines.extraction.values import Extraction, Quantity

# How many sentences back, and how many claims, a count may have been told that this one goes on about.
_SENTENCES_BACK = 3
_CLAIMS_BACK = 12
# "A photographer was among them" needs no word of what befell her.
_AMONG = "among"
# The kinds of number that a metric can count.
_COUNTED = ("count", "money")
# No sentence of prose has more tokens; what has is read in pieces, so that time grows with length alone.
_PIECE = 250


def extract(
    text: str,
    *,
    published: date | None = None,
    lexicon: Path | None = None,
    bounds: str | None = "guide",
    infer_dates: bool = True,
) -> Extraction:
    """All that ``text`` yields: every number of it in the ledger, and the claims that the numbers make.

    ``published`` is the day that relative dates count from; ``lexicon`` a folder of the user's own words; ``bounds``
    the profile that makes bounds of the words (None leaves all bounds open). Raises LexiconError for either.
    ``infer_dates`` lets the text itself tell its year where ``published`` is None.
    """
    found = sentences(text)
    voices = Voices(text, found, lexicon)
    mentions = find_mentions(text, found, lexicon=lexicon)
    scenery = Scenery(text, found, mentions, lexicon)
    ledger: list[Quantity] = []
    placed: list[Placed] = []
    topics: list[tuple[int, Cue]] = []
    columns: Columns | None = None
    happened: list[Happened] = []
    undated = published is None and infer_dates
    anchor = inferred(text, lexicon=lexicon) if undated else Anchor(published)
    for number, sentence in enumerate(found):
        for tokens in _pieces(tokenize(text, sentence.start, sentence.end)):
            entries = list(sentence_quantities(text, tokens, number))
            before = _just_before(placed, number)
            cues = cue_index(lexicon).in_sentence(tokens)
            timed, anchor = read_times(text, tokens, anchor, lexicon=lexicon)
            columns = columns_below(text, tokens, cues, columns)
            said = _Said(text, number, tokens, cues, before, _of_late(topics, number), columns, timed)
            entries, drafts = _read(said, entries, voices, scenery, lexicon)
            ledger += entries
            placed += drafts
            happened += happened_in(number, tokens, timed, drafts, lexicon=lexicon)
            topics += [(number, cue) for cue in cues if _is_topic(cue)]
    placed = carried(text, found, scenery.carried(placed), happened)
    profile = load_profile(bounds, lexicon) if bounds is not None else None
    return extraction(text, found, ledger, placed, mentions, lexicon=lexicon, profile=profile)


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
    columns: Columns | None
    timed: Sequence[Timed]


def _may_imply(said: _Said, lexicon: Path | None) -> bool:
    """Whether a sentence without numbers may count all the same: "a soldier was killed", "no soldier was"."""
    words, known = grammar(lexicon), metrics(lexicon)
    among = bool(said.before) and _AMONG in (token.lower for token in said.tokens)
    if not among and not any(known[cue.entry.metric].unit == "person" for cue in said.cues):
        return False
    return any(token.lower in words.implying for token in said.tokens)


def _read(
    said: _Said, entries: list[Quantity], voices: Voices, scenery: Scenery, lexicon: Path | None
) -> tuple[list[Quantity], list[Placed]]:
    """The ledger's entries of one sentence with reasons, and its claims with their places."""
    measured = measures(lexicon)
    numbered = any(entry.kind in _COUNTED or entry.unit in measured for entry in entries)
    if not numbered and not _may_imply(said, lexicon):
        return entries, []
    if not (said.cues or said.before or said.topics or said.columns):
        return entries, []
    told = {draft.metric for draft in said.before} | {cue.entry.metric for cue in said.topics}
    read = parse(
        said.text, said.tokens, said.cues, entries, told=told, sentence=said.number, lexicon=lexicon
    )
    found = claims_of(
        read,
        entries,
        before=said.before,
        topics=said.topics,
        columns=said.columns,
        lexicon=lexicon,
    )
    reasoned = found.reasoned(entries)
    counts = [
        (draft.match.phrase.last - 1, draft.modality == "requested" or draft.unit != "person")
        for draft in found.drafts
    ]
    sources = voices.behind(read, counts)
    dated = datings(read, found.drafts, said.timed, lexicon=lexicon)
    scened = scenery.of(read, found.drafts)
    told_of = zip(found.drafts, sources, dated, scened, strict=True)
    return reasoned, [
        place(read, draft, reasoned, links, when, where)
        for draft, links, when, where in told_of
    ]
