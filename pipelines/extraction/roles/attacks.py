"""The verbs of those who attack: whether one stands at a place, and who attacks in a clause that tells how it came."""

from pipelines.extraction.frames.frames import Match
from pipelines.extraction.roles.act_words import ActWords
from pipelines.extraction.roles.agents import agent
from pipelines.extraction.syntax.doing import doer_of
from pipelines.extraction.syntax.hidden_verbs import is_hidden_verb
from pipelines.extraction.syntax.parse import Parse
from pipelines.extraction.syntax.verbs import verb_group
from pipelines.extraction.values import Phrase

_SUBS = frozenset(("when", "after", "as", "while", "where", "because", "once"))
_PEOPLE = ("he", "she", "they")
_BY_CHANCE = ("accidentally", "mistakenly", "inadvertently", "unintentionally")
_AFTER_ACTIVE = ("det", "num", "noun", "adj", "pron", "prep", "poss", "part", "age", "adv")
_AHEAD = 7


def is_attack(parse: Parse, place: int, words: ActWords) -> bool:
    """Whether an active verb of attack stands at a place, with the object that it needs: "opened fire"."""
    word = parse.words[place]
    if word not in words.attacking or not _is_active(parse, place, words):
        return False
    ahead = parse.words[place + 1 : place + _AHEAD]
    if any(other in words.peaceful for other in ahead):
        return False  # "launched a rescue operation"
    needed = words.needs.get(word)
    return needed is None or any(other in needed for other in ahead)


def assailant(parse: Parse, match: Match, words: ActWords) -> Phrase | None:
    """Who attacks in the clause that tells how it came: "when gunmen opened fire", "while police searched"."""
    if _SUBS.isdisjoint(parse.words):
        return None
    arrests = match.cue.entry.metric == "arrests"
    if arrests and parse.words[match.phrase.first] in parse.grammar.none:
        return None
    for place, word in enumerate(parse.words):
        if arrests:
            acts = _is_active(parse, place, words)
        else:
            acts = word in words.attacking and is_attack(parse, place, words)
        found = _in_clause(parse, place, match, words) if acts else None
        if found is not None:
            return found
    return None


def _in_clause(parse: Parse, verb: int, match: Match, words: ActWords) -> Phrase | None:
    """The subject of a verb, if "when" or "after" leads to its clause; of arrests only a force."""
    doer = doer_of(parse, verb)
    if doer is None or doer.first == match.phrase.first:
        return None
    head = parse.words[doer.head]
    unnamed = parse.tags[doer.head] == "pron" and head not in _PEOPLE
    if unnamed or parse.word(doer.first - 1) not in _SUBS:
        return None
    if match.cue.entry.metric == "arrests" and head not in words.who.forces:
        return None
    return agent(parse, doer, words)


def _is_active(parse: Parse, place: int, words: ActWords) -> bool:
    """Whether a verb stands at a place whose subject does something, and not by chance."""
    if parse.word(place - 1) in _BY_CHANCE or parse.word(place + 1) in _BY_CHANCE:
        return False
    word, tag = parse.words[place], parse.tags[place]
    if tag == "noun":
        past = word not in parse.grammar.also_nouns and word not in words.deeds
        follows = parse.tag(place - 1) == "noun" and word in words.attacking
        return (past and follows) or is_hidden_verb(parse, place)  # "separatists blew up"
    if parse.phrase(place) is not None or tag not in ("verb", "part"):
        return False
    passive = tag == "part" and verb_group(parse, place).passive
    return tag == "verb" or (not passive and _object_stands(parse, place + 1))


def _object_stands(parse: Parse, place: int) -> bool:
    phrase = parse.phrase(place)
    timed = phrase is not None and parse.words[phrase.last - 1] in parse.grammar.time_nouns
    return parse.tag(place) in _AFTER_ACTIVE and not timed and parse.word(place) != "by"
