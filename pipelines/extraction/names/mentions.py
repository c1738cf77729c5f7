"""Names of people, organisations and places in an article."""

from bisect import bisect_right
from collections.abc import Sequence
from pathlib import Path

from pipelines.extraction.names.aliases import find_aliases
from pipelines.extraction.names.full_names import find_full_names
from pipelines.extraction.names.located import find_located
from pipelines.extraction.names.names import Name, longest
from pipelines.extraction.names.surnames import find_surnames, shared_surnames
from pipelines.extraction.values import Mention, Sentence


def find_mentions(
    text: str, sentences: Sequence[Sentence], *, lexicon: Path | None = None
) -> tuple[Mention, ...]:
    """The names in ``text``, in its order, none overlapping another. ``extract()`` calls this.

    Five rules find them: ``lexicon`` and ``territory`` (the words are known), ``full_name`` (a person with a
    given name, a title or an age), ``surname`` (whose bearer the article names in full), ``located`` (a town with
    its country behind it). Titles and "'s" stay outside. Of two overlapping names the longer one stands.
    A surname that two people of the article bear names nobody by itself. ``lexicon`` is the user's folder of
    further entities. The text must be in Unicode's composed form (NFC).
    """
    names = longest(
        [*find_aliases(text, lexicon), *find_full_names(text, sentences, lexicon)], len(text)
    )
    names = longest(find_surnames(text, names, lexicon), len(text), beside=names)
    shared = shared_surnames(names)
    names = [name for name in names if text[name.start : name.end] not in shared]
    names = longest([*names, *find_located(text, names, lexicon)], len(text))
    return _mentions(text, names, sentences)


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
            name=name.name,
            rule=name.rule,
        )
        for name in names
    )
