"""Names of people, organisations and places in an article."""

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from pathlib import Path

from pipelines.extraction.names.acronyms import explained
from pipelines.extraction.names.aliases import find_aliases
from pipelines.extraction.names.full_names import find_full_names
from pipelines.extraction.names.located import find_located
from pipelines.extraction.names.names import Name, longest
from pipelines.extraction.names.organisations import find_organisations
from pipelines.extraction.names.people import united
from pipelines.extraction.names.short_forms import bearers_of, find_short_forms
from pipelines.extraction.values import Mention, Sentence


def find_mentions(
    text: str, sentences: Sequence[Sentence], *, lexicon: Path | None = None
) -> tuple[Mention, ...]:
    """The names in ``text``, in its order, none overlapping another. ``extract()`` calls this.

    These rules find them: ``lexicon`` and ``territory`` (the words are known), ``full_name`` (a person with a
    given name, a title or an age), ``organisation`` (a word of it says so), ``acronym`` (the article explains it),
    ``short_form`` (a surname or the like whose bearer the article names in full), ``located`` (a town with its
    country behind it). Titles and "'s" stay outside. Of two overlapping names the longer one stands. What several
    bear and nothing tells apart is ambiguous and names nobody. ``lexicon`` is the user's folder of further entries.
    The text must be in Unicode's composed form (NFC).
    """
    found = (
        *find_aliases(text, lexicon),
        *find_full_names(text, sentences, lexicon),
        *find_organisations(text, sentences, lexicon),
    )
    names = longest(found, len(text))
    names = _joined(explained(text, names, lexicon), names, len(text))
    names = _with_short_forms(text, united(names, lexicon), lexicon)
    names = _joined(find_located(text, names, lexicon), names, len(text))
    return _mentions(text, names, sentences)


def _joined(more: Iterable[Name], names: list[Name], length: int) -> list[Name]:
    """Further names and those there are, the longest of them; of equals the further ones."""
    further = list(more)
    return longest([*further, *names], length) if further else names


def _with_short_forms(text: str, names: list[Name], lexicon: Path | None) -> list[Name]:
    """The names with all short ones. Where the article says whose a short form is, another reading of it gives way."""
    bearers = bearers_of(names)
    short = list(find_short_forms(text, bearers, names, lexicon))
    if not short:
        return names
    kept = [
        name
        for name in names
        if {bearer.name for bearer in bearers.get(text[name.start : name.end], ())} <= {name.name}
    ]
    return longest(short, len(text), beside=kept)


def _mentions(
    text: str, names: Sequence[Name], sentences: Sequence[Sentence]
) -> tuple[Mention, ...]:
    starts = [sentence.start for sentence in sentences]
    return tuple(
        Mention(
            sentence=bisect_right(starts, name.start) - 1,
            start=name.start,
            end=name.end,
            quote=text[name.start : name.end],
            kind=name.kind,
            name=None if name.could_be else name.name,
            link=name.link,
            could_be=name.could_be,
            rule=name.rule,
        )
        for name in names
    )
