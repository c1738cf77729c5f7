"""Who stands after "by", where the verb or deed before it is the one that did it: "shot dead by police"."""

from pipelines.extraction.frames.frames import Match
from pipelines.extraction.roles.act_words import ActWords
from pipelines.extraction.roles.agents import agent_at, follows_verb, is_deed, with_joined
from pipelines.extraction.syntax.doing import doer_of
from pipelines.extraction.syntax.parse import Parse
from pipelines.extraction.values import Phrase

_VERBAL = ("part", "verb", "ing", "state")


def after_by(parse: Parse, match: Match, words: ActWords) -> Phrase | None:
    """Who did it, by the first "by" behind the cue that is of the deed and names somebody."""
    start = max(match.cue.last, 0)
    if "by" not in parse.words[start:]:
        return None
    for place in range(start, len(parse.tokens)):
        if parse.words[place] == ";" or _counts_anew(parse, place, match):
            return None
        if parse.words[place] != "by" or follows_verb(parse, place):
            continue
        found = _is_of_deed(parse, place, match, words) and agent_at(parse, place + 1, words)
        if found:
            phrase = parse.phrase(place + 1)
            return found if phrase is None else with_joined(parse, found, phrase.last)
    return None


def _counts_anew(parse: Parse, place: int, match: Match) -> bool:
    """Whether the same is told of others at a place: "12 are killed, including five killed in …"."""
    if parse.tags[place] not in ("part", "verb") or place <= match.phrase.last:
        return False
    cue = parse.cue(place)
    if cue is None or cue.first <= match.cue.first or cue.entry.frame != "done_to":
        return False
    return cue.entry.metric == match.cue.entry.metric


def _is_of_deed(parse: Parse, by: int, match: Match, words: ActWords) -> bool:
    """Whether "by" follows the cue, a verb of attack, or a deed, and no other verb."""
    for place in range(by - 1, match.cue.last - 1, -1):
        inside = parse.phrase(place) is not None
        led = parse.phrase(place - 1) is not None or parse.tag(place - 1) in ("prep", "det")
        if (inside or led) and is_deed(parse, place, words):
            return True
        if inside:
            continue
        if parse.tags[place] in _VERBAL:
            return _is_of_verb(parse, place, match, words)
        if parse.tags[place] in ("sub", "rel"):
            return False
    return True


def _is_of_verb(parse: Parse, verb: int, match: Match, words: ActWords) -> bool:
    """Whether the verb before "by" did it: not in "two were shot and a third was led away by men"."""
    word = parse.words[verb]
    attacks = word in words.attacking and word not in words.needs
    doer = doer_of(parse, verb) if verb > match.cue.last else None
    if doer is not None and doer.first >= match.cue.last and not is_deed(parse, doer.head, words):
        thing = parse.tags[doer.head] == "noun" and not parse.is_capital(doer.head)
        return attacks and thing and not parse.is_person(doer.head)  # "a boat was rammed by"
    return attacks or word in words.charges or word in words.by_whom
