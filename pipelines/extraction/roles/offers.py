"""Who offers money for somebody: the doer of the verb of offering, or whose the reward is."""

from pipelines.extraction.frames.frames import Match
from pipelines.extraction.roles.act_words import ActWords
from pipelines.extraction.roles.agents import agent, phrase_agent
from pipelines.extraction.roles.owning import owner_before
from pipelines.extraction.roles.phrases import span
from pipelines.extraction.syntax.doers import Doer
from pipelines.extraction.syntax.doing import doer_of, previous_verb
from pipelines.extraction.syntax.parse import Parse
from pipelines.extraction.syntax.verbs import verb_group
from pipelines.extraction.values import Phrase

_NEAR = 6


def offerer(parse: Parse, match: Match, words: ActWords) -> Phrase | None:
    """Who offers the money: the subject of the verb of offering, who owns the reward, or who stands after "by"."""
    return (
        _by_phrase(parse, match, words)
        or _possessor(parse, match, words)
        or _of_verb(parse, match, words)
    )


def _of_verb(parse: Parse, match: Match, words: ActWords) -> Phrase | None:
    if match.cue.entry.frame == "offer" and match.cue.first >= 0:
        verb: int | None = match.cue.first
    else:
        first = (
            min(match.phrase.first, match.cue.first) if match.cue.first >= 0 else match.phrase.first
        )
        verb = _verb_before(parse, first)
    if verb is None or parse.word(verb) in words.carrying or _is_passive(parse, verb):
        return None
    doer = doer_of(parse, verb)
    if doer is None:
        return None
    return agent(parse, doer, words) or _somebody(parse, doer, words)


def _verb_before(parse: Parse, first: int) -> int | None:
    """The verb whose object the reward is: "announced a reward", "raised to $115,000 the reward"."""
    verb = previous_verb(parse, first - 1)
    if verb is None:
        return None
    between = range(verb + 1, first)
    parted = any(parse.tag(place) in ("comma", "conj", "aux", "sub") for place in between)
    return None if parted or len(between) > _NEAR else verb


def _somebody(parse: Parse, doer: Doer, words: ActWords) -> Phrase | None:
    """Whoever offers it, though no list has his trade: "a restaurateur"."""
    some = parse.word(doer.first) in ("a", "an", "the") and parse.is_person(doer.head) is None
    some = some and parse.tag(doer.head) == "noun" and parse.word(doer.head) not in words.papers
    return span(parse, doer.first, doer.last) if some else None


def _is_passive(parse: Parse, verb: int) -> bool:
    return parse.tag(verb) == "part" and verb_group(parse, verb).passive


def _by_phrase(parse: Parse, match: Match, words: ActWords) -> Phrase | None:
    """Who stands after "offered by", "posted by", "from"."""
    for place in range(max(min(match.cue.first, match.phrase.first), 0), len(parse.tokens)):
        offered = parse.tag(place - 1) in ("part", "verb") and parse.phrase(place - 1) is None
        if parse.word(place) == "by" and offered and (phrase := parse.phrase(place + 1)):
            return phrase_agent(parse, phrase, words)
        if parse.word(place) == ";":
            return None
    return None


def _possessor(parse: Parse, match: Match, words: ActWords) -> Phrase | None:
    """Whose the reward is: "Mexico's own bounty", "a U.S. reward"."""
    phrase = parse.phrase(match.cue.first) if match.cue.entry.frame == "reward" else None
    if phrase is None:
        return None
    return owner_before(parse, phrase.first, match.cue.first, words)


def is_posted(parse: Parse, match: Match) -> bool:
    """Whether an offer is told in the passive, by nobody: "six weeks after a reward was posted for him"."""
    start = max(match.phrase.last, match.cue.last)
    verb = start
    while parse.tag(verb) in ("adv", "aux", "time"):
        verb += 1
    offers = parse.word(verb) in ("posted", "offered", "announced", "promised", "placed", "put")
    return offers and verb > start and verb_group(parse, verb).passive
