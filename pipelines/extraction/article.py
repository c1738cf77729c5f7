"""One article: text in, sentences, ledger, claims and mentions out. A pure function of its arguments."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from itertools import takewhile
from pathlib import Path

from pipelines.extraction.bounds import Profile, load_profile
from pipelines.extraction.claims import CONFIDENCE, Draft, claims_of, in_order
from pipelines.extraction.cues import cue_index
from pipelines.extraction.parse import Parse, parse
from pipelines.extraction.quantities import sentence_quantities, singular
from pipelines.extraction.sentences import sentences
from pipelines.extraction.tokens import tokenize
from pipelines.extraction.values import Claim, Extraction, Quantity, Sentence

# How many sentences back a count may have been told that this one goes on about.
_MEMORY = 3


@dataclass(frozen=True, slots=True)
class Placed:
    """A draft with its entry of the ledger and its place in the text."""

    draft: Draft
    quantity: Quantity
    start: int
    end: int
    total: tuple[int, int] | None


def extract(text: str, *, published: date | None = None, lexicon: Path | None = None) -> Extraction:
    """All that ``text`` yields: every number of it in the ledger, and the claims that the numbers make.

    ``published`` is the day that relative dates count from; ``lexicon`` a folder of the user's own words.
    """
    profile = load_profile("guide", lexicon)
    found = sentences(text)
    ledger: list[Quantity] = []
    placed: list[Placed] = []
    for number, sentence in enumerate(found):
        entries, drafts = _read(text, sentence, number, _just_before(placed, number), profile, lexicon)
        ledger += entries
        placed += drafts
    return _extraction(text, found, ledger, placed)


def _just_before(placed: Sequence[Placed], sentence: int) -> tuple[Draft, ...]:
    """The drafts of the few sentences before this one, which it may go on about."""
    recent = takewhile(lambda item: item.quantity.sentence >= sentence - _MEMORY, reversed(placed))
    return tuple(item.draft for item in recent)


def _read(
    text: str, sentence: Sentence, number: int, before: Sequence[Draft], profile: Profile, lexicon: Path | None
) -> tuple[list[Quantity], list[Placed]]:
    """The ledger's entries and the placed drafts of one sentence."""
    tokens = tokenize(text, sentence.start, sentence.end)
    entries = list(sentence_quantities(text, tokens, number, profile=profile))
    cues = cue_index(lexicon).in_sentence(tokens)
    if not cues and not (before and entries):
        return entries, []
    told = {draft.metric for draft in before}
    read = parse(text, tokens, cues, entries, told=told, lexicon=lexicon)
    found = claims_of(read, entries, before=before[0] if before else None, lexicon=lexicon)
    entries = [replace(entry, reason=found.refused.get(index, entry.reason)) for index, entry in enumerate(entries)]
    return entries, [_placed(read, draft, entries, number, profile) for draft in in_order(found.drafts)]


def _placed(read: Parse, draft: Draft, entries: list[Quantity], sentence: int, profile: Profile) -> Placed:
    phrase = draft.match.phrase
    start = read.tokens[phrase.first].start
    if draft.quantity is not None:
        quantity = entries[draft.quantity]
        start = quantity.start
    else:
        head = phrase.head if phrase.head is not None else phrase.last - 1
        quantity = singular(read.text, read.tokens, phrase.first, head, sentence=sentence, profile=profile)
        if phrase.count == "none":
            quantity = replace(quantity, value=Decimal(0), low=Decimal(0), high=Decimal(0), hedge="zero", hedge_rule="none")
    end = quantity.end if quantity.kind == "money" else read.tokens[phrase.last - 1].end
    total = draft.match.total
    return Placed(draft, quantity, start, max(end, quantity.end), (read.tokens[total.first].start, read.tokens[total.last - 1].end) if total else None)


def _extraction(text: str, found: tuple[Sentence, ...], ledger: list[Quantity], placed: list[Placed]) -> Extraction:
    known = {entry.start for entry in ledger}
    for item in placed:
        if item.quantity.start not in known:
            known.add(item.quantity.start)
            ledger.append(item.quantity)
    ledger.sort(key=lambda entry: entry.start)
    index = {entry.start: place for place, entry in enumerate(ledger)}
    claims = [_claim(text, item, index[item.quantity.start]) for item in placed]
    used = {claim.quantity: claim.metric for claim in claims}
    ledger = [replace(entry, outcome="claim", reason=f"a claim of {used[place]}") if place in used else entry for place, entry in enumerate(ledger)]
    return Extraction(sentences=found, quantities=tuple(ledger), claims=tuple(claims), mentions=())


def _claim(text: str, item: Placed, quantity: int) -> Claim:
    entry, draft = item.quantity, item.draft
    return Claim(
        quantity=quantity,
        sentence=entry.sentence,
        start=item.start,
        end=item.end,
        quote=text[item.start : item.end],
        metric=draft.metric,
        value=entry.value,
        low=entry.low,
        high=entry.high,
        hedge=entry.hedge,
        hedge_rule=entry.hedge_rule,
        unit=draft.unit,
        scope=draft.scope,
        modality=draft.modality,
        part_of=None,
        subject=draft.roles.subject,
        actor=draft.roles.actor,
        target=draft.roles.target,
        place=draft.roles.place,
        attribution=draft.roles.attribution,
        method=draft.match.method,
        confidence=CONFIDENCE[draft.match.method],
    )
