"""What the claims of a sentence owe to each other and to the claims just before them: scope, and roles left unsaid."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from pipelines.extraction.claims.drafts import Around, Draft
from pipelines.extraction.claims.parts import is_part
from pipelines.extraction.claims.scope_words import ScopeWords, scope_words
from pipelines.extraction.syntax.parse import Parse
from pipelines.extraction.values import Scope

# What attacks do to people; those arrested or abducted afterwards are of no attack.
_STRUCK = ("deaths", "injuries")
_RETOLD = ("told_again", "resumed")
_AGAINST = (";", "but", "while", "though", "although", "whereas", "more", "another", "further")


def in_context(
    parse: Parse, drafts: Sequence[Draft], before: Sequence[Draft], *, lexicon: Path | None
) -> list[Draft]:
    """The drafts of a sentence, in order, with what they take from each other and from those ``before`` it."""
    words = scope_words(lexicon)
    done: list[Draft] = []
    for draft in sorted(drafts, key=lambda draft: (draft.match.phrase.first, draft.metric)):
        around = Around(parse, drafts, done, before)
        done.append(replace(draft, scope=_scope(draft, around, words)))
    return done


def _scope(draft: Draft, around: Around, words: ScopeWords) -> Scope:
    """A part of a total told before, what a draft's own words say, what those before say, or else one incident."""
    if draft.unit != "person" or draft.scope in ("subset", "each"):
        return draft.scope or "incident"
    if is_part(draft, around, words):
        return "subset"
    if draft.scope is not None:
        return draft.scope
    told = (
        _set_against(draft, around)
        or _is_joined(draft, around)
        or _is_of_several(draft, around, words)
    )
    return "cumulative" if told else "incident"


def _set_against(draft: Draft, around: Around) -> bool:
    """Whether a sum is told again or added to: "60 arrests this week; the police admit to 40"."""
    same = next((other for other in around.earlier() if _is_total_of(other, draft)), None)
    if same is None or same.scope != "cumulative":
        return False
    if draft.match.method in _RETOLD:
        return True
    if same not in around.done:
        return False
    words = around.parse.words[same.match.phrase.last : draft.match.phrase.last]
    return any(word in _AGAINST for word in words)


def _is_joined(draft: Draft, around: Around) -> bool:
    """Whether a bare number, or somebody by himself, is told along with a sum: "nine dead and about 30 taken"."""
    phrase = draft.match.phrase
    bare = (phrase.head is None and phrase.whole is None) or phrase.count == "one"
    if not bare or not around.done or around.parse.tag(phrase.first - 1) != "conj":
        return False
    last = around.done[-1]
    near = phrase.first - max(last.match.cue.last, last.match.phrase.last) <= 1
    return last.scope == "cumulative" and near


def _is_total_of(other: Draft, draft: Draft) -> bool:
    return other.metric == draft.metric and other.scope != "subset"


def _is_of_several(draft: Draft, around: Around, words: ScopeWords) -> bool:
    """Whether the attacks just told of are several, so that what they did is summed over them."""
    if draft.metric not in _STRUCK or any(word in words.singling for word in around.parse.words):
        return False
    by_itself = draft.match.phrase.count == "one" or draft.match.method == "noun_of"
    for other in reversed(around.done) if by_itself else around.earlier():
        if other.unit == "event":
            none = other.entry is not None and other.entry.hedge == "zero"
            return other.scope == "cumulative" and not none
        if other.unit == "person" and other.scope == "incident":
            return False
    return False
