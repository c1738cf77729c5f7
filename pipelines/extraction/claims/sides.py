"""On whose side somebody is: those whom an army counts as its own were not killed by it."""

from pipelines.extraction.roles.act_words import ActWords
from pipelines.extraction.roles.owning import is_name_in
from pipelines.extraction.values import Phrase

_SMALL = ("of", "the", "and", "people", "s", "a", "an")


def is_own_side(subject: Phrase | None, actor: Phrase, words: ActWords) -> bool:
    """Whether those counted belong to the one who acts: "American soldiers" to "U.S. forces"."""
    if subject is None:
        return False
    counted, acting = _words(subject), _words(actor)
    if _countries(subject, words) & _countries(actor, words):
        return True
    if (counted & acting) - set(_SMALL):
        return True
    mine = is_force(actor, words) and counted & words.who.forces
    theirs = acting & words.who.culprits and counted & words.who.culprits
    return bool(mine or theirs) and not _countries(subject, words)


def is_alike(subject: Phrase | None, actor: Phrase) -> bool:
    """Whether those counted go by the same word as the one who acts."""
    return (
        subject is not None and subject.quote.split()[-1].lower() == actor.quote.split()[-1].lower()
    )


def is_force(actor: Phrase | None, words: ActWords) -> bool:
    """Whether one who acts is of a state's forces."""
    said = set() if actor is None else _words(actor)
    regular = bool(said & words.who.forces) and not said & words.who.irregular
    return actor is not None and regular and not is_culprit(actor, words)


def is_culprit(actor: Phrase, words: ActWords) -> bool:
    """Whether one who acts is of an armed group: "fighters of the Allied Democratic Forces"."""
    return bool(_words(actor) & (words.who.culprits | words.who.bodies))


def is_named(actor: Phrase, text: str, words: ActWords) -> bool:
    """Whether an actor goes by a name, and is not just "gunmen"."""
    said = actor.quote.split()
    if actor.quote.lower() in words.who.known | words.who.unique or _countries(actor, words):
        return True
    before = text[max(actor.start - 2, 0) : actor.start]
    begins = not before.strip(" ") or before[0] in '.!?\n—–-:”"' or before.endswith("\n")
    if begins and said[0].lower() not in words.who.culprits and is_name_in(text, said[0]):
        return True
    common = words.who.owners | words.who.culprits
    return any(word[0].isupper() and word.lower() not in common for word in said[begins:])


def _words(phrase: Phrase) -> set[str]:
    return {
        word.strip("',.’").removesuffix("'s")
        for word in phrase.quote.lower().replace("-", " ").split()
    }


def _countries(phrase: Phrase, words: ActWords) -> set[str]:
    said = phrase.quote.lower()
    found = {words.who.countries[said]} if said in words.who.countries else set()
    return found | {
        words.who.countries[word]
        for word in said.replace("'s", "").split()
        if word in words.who.countries
    }


def is_party(actor: Phrase, words: ActWords) -> bool:
    """Whether one who acts wages war: a force, an armed group, a country, or a body that is known."""
    said = actor.quote.lower()
    known = said in words.who.known or bool(_countries(actor, words))
    return known or is_culprit(actor, words) or bool(_words(actor) & words.who.forces)


def is_state(actor: Phrase, words: ActWords) -> bool:
    """Whether one who acts is a country, or a body of one, and no armed group."""
    said = _words(actor)
    return bool(said & words.who.unique) or (
        bool(_countries(actor, words)) and not said & (words.who.culprits | words.who.bodies)
    )
