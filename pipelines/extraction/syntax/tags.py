"""A tag for every word of a sentence: by its number, by the closed lists, by its cue, and by its neighbours."""

from collections.abc import Collection, Sequence

from pipelines.extraction.metrics.cues import Cue
from pipelines.extraction.text.grammar import Grammar
from pipelines.extraction.text.tokens import Token
from pipelines.extraction.values import Quantity

NOUN_FRAMES = ("counted", "reward")
_VERB_FRAMES = ("done_to", "happens_to", "offer", "times")
_KINDS = {
    "count": "num",
    "money": "num",
    "date": "time",
    "time": "time",
    "age": "age",
    "ordinal": "adj",
    "duration": "duration",
}
NUMBERS = ("num", "measure", "duration")
_TO = ("at", "to", "above", "past")
_DASHES = ("–", "—", "/")
_SMALL = 3  # the small words are in lower case in headlines too


def tag_words(
    tokens: Sequence[Token],
    cues: Sequence[Cue],
    numbers: Sequence[int],
    ledger: Sequence[Quantity],
    words: Grammar,
    measures: Collection[str] = (),
) -> list[str]:
    """The tags of a sentence. ``numbers`` gives for each token the quantity that it belongs to, or -1.

    A quantity in one of the units ``measures`` is a number like a count: some metric is measured in it.
    """
    mixed = any(token.text.islower() for token in tokens)
    tags = [
        _number_tag(ledger[number], measures)
        if number >= 0
        else words.plain(token.lower)
        if token.text == token.lower
        else _word_tag(token, place, mixed, words)
        for place, (token, number) in enumerate(zip(tokens, numbers, strict=True))
    ]
    for cue in sorted(cues, key=lambda cue: cue.entry.frame in _VERB_FRAMES):
        place = cue.last - 1 if cue.entry.frame in NOUN_FRAMES else cue.first
        tag = _cue_tag(cue, tags)
        if tag is not None and (tags[place] != "num" or len(cue.entry.words) > 1):
            tags[place] = tag
    return [
        _in_context(place, tags, tokens, words)
        if tag == "part" or tokens[place].lower in words.shifting
        else tag
        for place, tag in enumerate(tags)
    ]


def _number_tag(quantity: Quantity, measures: Collection[str]) -> str:
    return "num" if quantity.unit in measures else _KINDS.get(quantity.kind, "measure")


def _word_tag(token: Token, place: int, mixed: bool, words: Grammar) -> str:
    """The class of a word; in copy of ``mixed`` case capitals tell names and acronyms."""
    acronym = mixed and len(token.text) > 1 and token.text.isupper()
    capital = mixed and place > 0 and token.text[0].isupper()
    return words.tag(token.lower, capital=capital, acronym=acronym)


def _cue_tag(cue: Cue, tags: Sequence[str]) -> str | None:
    """What a cue's word is: its frame knows better than its ending."""
    frame, form = cue.entry.frame, cue.entry.form
    before = tags[cue.first - 1] if cue.first else "edge"
    if frame == "state":
        # "took two nurses hostage", but "two hostages": such a word needs others beside it to be a state.
        return None if cue.entry.near and before in ("num", "det") else "state"
    if frame in NOUN_FRAMES:
        return None if tags[cue.last - 1] == "state" else "noun"
    if frame not in _VERB_FRAMES:
        return None
    if form == "past":
        return "state" if tags[cue.first] == "state" else "part"
    return _present_tag(cue, tags)


def _present_tag(cue: Cue, tags: Sequence[str]) -> str | None:
    """What "killing", "kills" or "die" is; words that are nouns as well need a verb's neighbours."""
    before = tags[cue.first - 1] if cue.first else "edge"
    after = tags[cue.last] if cue.last < len(tags) else "edge"
    if cue.entry.form == "ing":
        return None if before in ("det", "num", "poss") else "ing"
    if cue.entry.frame == "happens_to" or before == "modal" or after in ("num", "det"):
        return "verb"
    return None


def _in_context(place: int, tags: Sequence[str], tokens: Sequence[Token], words: Grammar) -> str:
    """The tag of a word that its neighbours decide: "that", "to", "more", and verbs that are nouns elsewhere."""
    word, tag = tokens[place].lower, tags[place]
    before = tags[place - 1] if place else "edge"
    after = tags[place + 1] if place + 1 < len(tags) else "edge"
    if tag in NUMBERS:
        return tag
    if tag == "part" and _is_in_name(place, tokens):
        return "noun"
    if word == "-" and tag == "hyphen" and not _touches(place, tokens):
        return "mark"
    if word == "more" and before == "num":
        return "noun"
    if word in _DASHES and _touches(place, tokens):
        return "hyphen"
    if word in words.before_numbers and after == "num":
        return "adj"
    if word == "that" and after in ("aux", "modal", "verb", "part"):
        return "rel"
    if word == "to" and after in ("aux", "verb"):
        return "modal"
    if tag == "noun" and word in words.levels and before in ("noun", "state", "adv", "part"):
        reaches = after == "num" or tokens[place + 1].lower in _TO if after != "edge" else False
        return "verb" if reaches else tag
    timed = place + 2 < len(tokens) and tokens[place + 2].lower in words.time_nouns
    turned = tag == "noun" and word in words.also_nouns and before == "noun" and not timed
    return "verb" if turned and after in ("det", "num", "pron") else tag


def _is_in_name(place: int, tokens: Sequence[Token]) -> bool:
    """Whether a word stands inside a name: "Ugandan Armed Forces", "Medecins Unlimited France"."""
    if not 0 < place < len(tokens) - 1 or not tokens[place].text.istitle():
        return False
    mixed = any(token.text.islower() and len(token.text) > _SMALL for token in tokens)
    return mixed and tokens[place - 1].text.istitle() and tokens[place + 1].text.istitle()


def _touches(place: int, tokens: Sequence[Token]) -> bool:
    """Whether no space parts a mark from the words beside it: "IS–Somalia"."""
    if not 0 < place < len(tokens) - 1:
        return False
    return (
        tokens[place - 1].end == tokens[place].start
        and tokens[place].end == tokens[place + 1].start
    )
