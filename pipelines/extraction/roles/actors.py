"""Who did it, as far as the sentence tells: the doer of its verb, after "by", or the owner of the deed it came by."""

from pipelines.extraction.frames.frames import Match
from pipelines.extraction.roles.act_words import ActWords
from pipelines.extraction.roles.agents import both_sides, deeds, is_deed, owner
from pipelines.extraction.roles.attacks import assailant
from pipelines.extraction.roles.blame import blamed, charged_with
from pipelines.extraction.roles.by_phrases import after_by
from pipelines.extraction.roles.verbs_of_doing import by_verb, governing_verb
from pipelines.extraction.syntax.parse import Parse
from pipelines.extraction.values import Phrase

_HARM = ("deaths", "injuries", "missing")
# These lead to the deed that did it: behind the count, and ahead of it ("In Israeli strikes, 12 were killed").
_AHEAD = ("in", "during", "after", "following", "amid", "amidst", "under")
_BEHIND = (*_AHEAD, "by", "from", "with", "of", "to", "when")


def actor(parse: Parse, match: Match, words: ActWords) -> Phrase | None:
    """Who did what a match counts, or None where its sentence names nobody."""
    verb = governing_verb(parse, match, words)
    if verb is not None:
        suffers = parse.words[verb] in words.suffering and match.cue.entry.metric in _HARM
        return None if suffers else by_verb(parse, verb, words) or blamed(parse, match, words)
    return (
        _own(parse, match, words)
        or charged_with(parse, match, words)
        or blamed(parse, match, words)
        or after_by(parse, match, words)
        or _deed(parse, match, words)
        or assailant(parse, match, words)
    )


def _own(parse: Parse, match: Match, words: ActWords) -> Phrase | None:
    """The owner in the counted noun itself: "14 Israeli strikes", "the army's three raids"."""
    noun = match.phrase.head
    if match.cue.entry.frame != "counted" or noun is None or not is_deed(parse, noun, words):
        return None
    return owner(parse, match.phrase.first, noun, words)


def _deed(parse: Parse, match: Match, words: ActWords) -> Phrase | None:
    """The owner of the deed that did it: "killed in an Israeli airstrike", "in Israeli strikes, 12 were killed"."""
    counted = range(match.phrase.first, match.phrase.last)
    cue = max(match.cue.last, counted.stop if match.total is not None else 0)
    found = [(first, noun) for first, noun in deeds(parse, words) if noun not in counted]
    behind = [one for one in found if one[0] >= cue and _lead(parse, one[0]) in _BEHIND]
    ahead = [one for one in found if one[1] < counted.start and _lead(parse, one[0]) in _AHEAD]
    for first, noun in (*behind, *ahead):
        if parse.words[noun] in words.clashes:
            return both_sides(parse, noun + 1)
        owned = owner(parse, first, noun, words)
        if owned is not None:
            return owned
    return None


def _lead(parse: Parse, first: int) -> str:
    """The word that leads to a phrase, past those that "and" joins before it."""
    place = first - 1
    while parse.tag(place) in ("time", "adv", "adj", "part"):
        place -= 1  # "in overnight strikes"
    while parse.word(place) in ("and", "or") and (other := parse.phrase(place - 1)) is not None:
        place = other.first - 1
    return parse.word(place)
