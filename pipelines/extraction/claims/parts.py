"""Counts that are parts of a total told around them: "nineteen were still in hospital", "two more were found"."""

from pipelines.extraction.claims.drafts import Around, Draft
from pipelines.extraction.claims.scope_words import ScopeWords
from pipelines.extraction.values import Quantity

_GROUP_ENDS = 5
_FINDS = ("counted", "noun_of")
# What may become of people who were taken or lost: a bare number behind them is of these.
_TAKEN = ("abductions", "missing")
_FATES = ("deaths", "missing")
_TOLD_OF = ("passive", "intransitive", "state")
# Why a toll has risen: "rose to four after a firefighter died".
_RISEN = ("as", "after", "following", "when")
_OWNERS = ("my", "our", "his", "her", "their", "its")
_NEAR = 5
# Hedges under which there may be more than is written, or less.
_OR_MORE = ("at_least", "more_than")
_OR_LESS = ("less_than", "up_to")


def is_part(draft: Draft, around: Around, words: ScopeWords) -> bool:
    """Whether a count is a part of a total that its sentence or the ones before tell."""
    return (
        _is_of_them(draft, around)
        or _follows_group(draft, around)
        or _adds_to_toll(draft, around, words)
        or _is_left(draft, around, words)
        or _is_fate(draft, around)
        or _goes_on(draft, around)
    )


def _is_of_them(draft: Draft, around: Around) -> bool:
    """As in "three of them", or in words that only a part takes: "in critical condition"."""
    told = any(
        other.metric == draft.metric and may_hold(other, draft) for other in around.earlier()
    )
    counted = any(other.unit == "person" for other in around.done)
    if around.parse.is_of_them(draft.match.phrase) or _is_led_by_them(draft, around):
        return told or counted
    named = draft.match.cue.entry.frame != "state" and draft.match.phrase.head is not None
    return told and not named and draft.match.cue.entry.scope == "told"


def _is_led_by_them(draft: Draft, around: Around) -> bool:
    """As in "ten were hurt, of whom one has died"."""
    place, them = draft.match.phrase.first, around.parse.grammar.them
    return around.parse.word(place - 2) == "of" and around.parse.word(place - 1) in them


def _follows_group(draft: Draft, around: Around) -> bool:
    """Whether the sentence begins with a group that the count is a part of: "of those injured, 12 are children"."""
    named, first = range(1, _GROUP_ENDS), draft.match.phrase.first
    if around.parse.word(0) != "of" or draft.match.phrase.number is None:
        return False
    groups = (cue for cue in around.parse.cues if cue.entry.frame == "group")
    return any(cue.first in named and cue.last < first for cue in groups)


def _adds_to_toll(draft: Draft, around: Around, words: ScopeWords) -> bool:
    """Whether a toll has it in it: "recovered three bodies, taking the toll to 61", "rose to four after a boy died"."""
    match, parse = draft.match, around.parse
    phrase = range(match.phrase.first, match.cue.last + 1)
    more = any(parse.word(place) in words.adding | words.finding for place in phrase)
    adds = match.method in _FINDS or more
    for other in around.drafts:
        if other.metric == draft.metric and other.match.method == "toll":
            between = range(other.match.phrase.last, match.phrase.first)
            risen = any(parse.word(place) in _RISEN for place in between)
            if adds and other.match.phrase.first > match.phrase.last:
                return True
            if risen and (adds or draft.scope is None):
                return True
    return False


def _is_left(draft: Draft, around: Around, words: ScopeWords) -> bool:
    """Whether people are left of more told before: "nineteen were still in hospital", "six remain missing"."""
    first, verb = draft.match.phrase.last, draft.match.cue.last
    stays = any(around.parse.word(place) in words.staying for place in range(first, verb + 1))
    own = any(
        around.parse.word(place) in _OWNERS for place in range(draft.match.phrase.first, first)
    )
    if not stays or own or around.parse.word(first - 1) in words.adding:
        return False
    kinds = (draft.metric, "abductions") if draft.metric in _FATES else (draft.metric,)
    return any(other.metric in kinds and may_hold(other, draft) for other in around.earlier())


def _is_fate(draft: Draft, around: Around) -> bool:
    """Whether a bare number tells what became of people just said to be taken or lost."""
    phrase, earlier = draft.match.phrase, around.earlier()
    bare = phrase.number is not None and phrase.head is None and phrase.whole is None
    begins = around.parse.tag(phrase.first - 1) in ("edge", "conj")
    begins = begins or around.parse.word(phrase.first - 1) == ";"
    if not (bare and begins and draft.match.method in _TOLD_OF and draft.metric in _FATES):
        return False
    whole = next((other for other in earlier if other.scope != "subset"), None)
    taken = whole is not None and whole.metric in _TAKEN and whole.metric != draft.metric
    return taken and whole is not None and may_hold(whole, draft)


def may_hold(whole: Draft, part: Draft) -> bool:
    """Whether a count can be part of another: it is no greater, and not none."""
    if part.entry is None or whole.entry is None:
        return part.match.phrase.count != "none"
    return part.entry.hedge != "zero" and not _exceeds(part.entry, whole.entry)


def _exceeds(part: Quantity, whole: Quantity) -> bool:
    """Whether the part is greater, as both are written; what may be less, or more, than is written exceeds nothing."""
    least, most = part.written_low, whole.written_high
    may_be_more = whole.hedge in _OR_MORE or whole.vague_word is not None
    if least is None or most is None or part.hedge in _OR_LESS or may_be_more:
        return False
    return least > most


def _goes_on(draft: Draft, around: Around) -> bool:
    """Whether a bare number goes on after a part: "five of them were shot and two hurt in falls"."""
    if not around.done or draft.match.phrase.head is not None:
        return False
    last, place = around.done[-1], draft.match.phrase.first
    near = place - last.match.cue.last <= _NEAR and around.parse.tag(place - 1) == "conj"
    return near and last.metric == draft.metric and around.parse.is_of_them(last.match.phrase)
