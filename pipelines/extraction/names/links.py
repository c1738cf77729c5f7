"""How the words of an alias stand for whom they name: in full, as a surname, an acronym, a demonym, or otherwise."""

from functools import cache
from pathlib import Path

from pipelines.extraction.lexicon import load
from pipelines.extraction.names.gazetteer import Known, gazetteer, slug
from pipelines.extraction.names.surnames import surnames_of
from pipelines.extraction.values import NameLink

# What makes of a region's name its adjective and its people: Africa, African, Africans.
_ADJECTIVE_ENDS = ("n", "an", "ns", "ans")
# What an adjective of two countries ends in, which the list of neither holds: Georgian, Congolese, Dominican.
_SHARED_ENDS = ("an", "ese")


@cache
def link_of(alias: str, entity_id: str, extra: Path | None = None) -> NameLink:
    """How an alias, as the lexicon writes it, stands for a known entity. Metonyms name another thing than they say."""
    known = gazetteer(extra)[entity_id]
    if slug(alias) == slug(known.name):
        return "full_name"
    if _is_acronym(alias, known):
        return "acronym"
    if known.kind == "person":
        return _of_person(alias, known, extra)
    return "demonym" if _is_demonym(alias, known, extra) else "alias"


def _is_acronym(alias: str, known: Known) -> bool:
    """Whether it is capitals and dots alone, or written small what is an alias in capitals too ("Centcom")."""
    letters = alias.replace(".", "")
    in_capitals = alias.isupper() or alias.upper() in known.aliases
    return in_capitals and letters.isalpha() and len(letters) > 1


def _of_person(alias: str, known: Known, extra: Path | None) -> NameLink:
    if alias in (known.surname, *surnames_of(known.name, extra)):
        return "surname"
    words, full = slug(alias).split("-"), slug(known.name).split("-")
    is_full = len(words) > 1 and (words[0], words[-1]) == (full[0], full[-1])
    return "full_name" if is_full else "alias"


def _is_demonym(alias: str, known: Known, extra: Path | None) -> bool:
    if known.source != "territory":
        return alias in (known.name + end for end in _ADJECTIVE_ENDS)
    code = known.entity_id.removeprefix("territory-")
    demonyms = load("territories", extra)["demonyms"].get(code, ())
    is_shared = alias not in known.aliases and alias.endswith(_SHARED_ENDS)
    return is_shared or alias in demonyms or alias.removesuffix("s") in demonyms
