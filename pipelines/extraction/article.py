"""One article: text in, sentences, ledger, claims and mentions out. A pure function of its arguments."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import islice, takewhile
from pathlib import Path

from pipelines.extraction.claims.carried import Happened, carried, happened_in
from pipelines.extraction.claims.claims import claims_of
from pipelines.extraction.claims.done_by import with_actors
from pipelines.extraction.claims.drafts import Draft
from pipelines.extraction.claims.ledger import Placed, extraction, place
from pipelines.extraction.claims.periods import datings
from pipelines.extraction.claims.scenery import Scenery
from pipelines.extraction.claims.subjects import with_subjects
from pipelines.extraction.claims.whereabouts import Whereabouts
from pipelines.extraction.frames.tables import Columns, columns_below
from pipelines.extraction.metrics.cues import Cue
from pipelines.extraction.metrics.metrics import measures, metrics
from pipelines.extraction.names.mentions import find_mentions
from pipelines.extraction.numbers.profiles import load_profile
from pipelines.extraction.page import Page, Passage
from pipelines.extraction.sources.voices import Voices
from pipelines.extraction.text.grammar import grammar
from pipelines.extraction.text.sentences import sentences
from pipelines.extraction.times.anchor import Anchor
from pipelines.extraction.times.inferring import inferred
from pipelines.extraction.times.timeline import Timed, read_times
from pipelines.extraction.values import Extraction, Quantity

# How many sentences back, and how many claims, a count may have been told that this one goes on about.
_SENTENCES_BACK = 3
_CLAIMS_BACK = 12
# "A photographer was among them" needs no word of what befell her.
_AMONG = "among"
# The kinds of number that a metric can count.
_COUNTED = ("count", "money")


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
    page = Page(text, found, lexicon)
    voices = Voices(page, lexicon)
    mentions = find_mentions(text, found, lexicon=lexicon)
    scenery = Scenery(page, mentions, lexicon)
    ledger: list[Quantity] = []
    placed: list[Placed] = []
    topics: list[tuple[int, Cue]] = []
    columns: Columns | None = None
    happened: list[Happened] = []
    undated = published is None and infer_dates
    anchor = inferred(page.passages, lexicon=lexicon) if undated else Anchor(published)
    for passage in page.passages:
        number = passage.sentence
        timed, anchor = read_times(text, passage, anchor, lexicon=lexicon)
        columns = columns_below(text, passage.tokens, passage.cues, columns)
        before, late = _just_before(placed, number), _of_late(topics, number)
        said = _Said(passage, before, late, columns, timed)
        entries, drafts = _read(said, voices, scenery, lexicon)
        ledger += entries
        placed += drafts
        happened += happened_in(number, passage.tokens, timed, drafts, lexicon=lexicon)
        topics += [(number, cue) for cue in passage.cues if _is_topic(cue)]
    placed = carried(page, scenery.carried(placed), happened)
    placed = with_actors(with_subjects(placed, page), page, lexicon=lexicon)
    scenes = [item.scene.place for item in placed if item.scene.place is not None]
    mentions = Whereabouts(text, mentions, lexicon=lexicon).with_places(found, scenes)
    profile = load_profile(bounds, lexicon) if bounds is not None else None
    return extraction(text, found, ledger, placed, mentions, lexicon=lexicon, profile=profile)


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
    """A passage of a text with what was told before it."""

    passage: Passage
    before: Sequence[Draft]
    topics: Sequence[Cue]
    columns: Columns | None
    timed: Sequence[Timed]


def _may_imply(said: _Said, lexicon: Path | None) -> bool:
    """Whether a passage without numbers may count all the same: "a soldier was killed", "no soldier was"."""
    words, known = grammar(lexicon), metrics(lexicon)
    heard = [token.lower for token in said.passage.tokens]
    among = bool(said.before) and _AMONG in heard
    if not among and not any(known[cue.entry.metric].unit == "person" for cue in said.passage.cues):
        return False
    return not words.implying.isdisjoint(heard)


def _read(
    said: _Said, voices: Voices, scenery: Scenery, lexicon: Path | None
) -> tuple[Sequence[Quantity], list[Placed]]:
    """The ledger's entries of one passage with reasons, and its claims with their places."""
    entries, measured = said.passage.numbers, measures(lexicon)
    numbered = any(entry.kind in _COUNTED or entry.unit in measured for entry in entries)
    if not numbered and not _may_imply(said, lexicon):
        return entries, []
    if not (said.passage.cues or said.before or said.topics or said.columns):
        return entries, []
    told = {draft.metric for draft in said.before} | {cue.entry.metric for cue in said.topics}
    read = replace(said.passage.parse, told=told) if told else said.passage.parse
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
        place(read, draft, reasoned, links, when, where) for draft, links, when, where in told_of
    ]
