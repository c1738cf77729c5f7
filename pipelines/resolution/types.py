"""What sort of organisation an entity is."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import get_args

from pipelines.extraction.lexicon import LexiconError, check_keys, load
from pipelines.extraction.names.gazetteer import gazetteer
from pipelines.resolution.values import OrganisationType

_LEXICON = "organisation_types"


@dataclass(frozen=True, slots=True)
class _Types:
    """The types of known organisations by id, and words of a name that tell the type, in the order of the lexicon."""

    of_known: Mapping[str, OrganisationType]
    words: tuple[tuple[OrganisationType, re.Pattern[str]], ...]


def type_of(entity_id: str, name: str, lexicon: Path | None = None) -> OrganisationType | None:
    """The type of an organisation: the lexicon's, else the first that a word of its name tells; None if none does."""
    types = _types(lexicon)
    told = (kind for kind, words in types.words if words.search(name))
    return types.of_known.get(entity_id) or next(told, None)


@cache
def _types(lexicon: Path | None) -> _Types:
    entries = load(_LEXICON, lexicon, keys=get_args(OrganisationType))
    of_known: dict[str, OrganisationType] = {}
    words = []
    for kind in get_args(OrganisationType):
        entry, where = entries[kind], f"{_LEXICON}.yaml: {kind}"
        check_keys(entry, where=where, allowed=("ids", "words"), required=("ids", "words"))
        for entity_id in entry["ids"]:
            if entity_id not in gazetteer(lexicon) or entity_id in of_known:
                raise LexiconError(f"{where}: {entity_id!r} is not known, or has a type already")
            of_known[entity_id] = kind
        either = "|".join(map(re.escape, entry["words"]))
        words.append((kind, re.compile(rf"\b(?:{either})\b")))
    return _Types(of_known, tuple(words))
