"""The rewards of an article: who offers money and for whom, carried from one to the next."""

from collections.abc import Iterator
from dataclasses import replace

from pipelines.extraction.claims.ledger import Placed
from pipelines.extraction.claims.standins import StandIns, is_pronoun
from pipelines.extraction.roles.offers import is_posted
from pipelines.extraction.roles.roles import Roles
from pipelines.extraction.syntax.parse import Parse
from pipelines.extraction.values import Phrase

# How many sentences behind an offer it may be told of again.
_SENTENCES_BACK = 3


class Rewards:
    """Who offered money last, and for whom: "the sum stood at $25 million" is of the reward told before."""

    def __init__(self, names: StandIns) -> None:
        self._names = names
        self._offerer: Phrase | None = None
        self._sentence = 0
        self._wanted: Phrase | None = None

    def roles(self, item: Placed, parse: Parse) -> Roles:
        """The roles of a reward, as far as its sentence or those before it tell."""
        own = item.draft.roles
        return replace(own, subject=self._whom(item, parse), actor=self._by_whom(item, parse))

    def clear(self) -> None:
        """Begin anew, where the text turns to something else."""
        self._offerer = self._wanted = None

    def _by_whom(self, item: Placed, parse: Parse) -> Phrase | None:
        """Who offers it; nobody yet where it is only asked for."""
        own = item.draft.roles.actor
        if own is not None and is_pronoun(own):
            own = self._names.named(own, parse)
        if item.draft.modality == "requested":
            return own
        near = parse.sentence - self._sentence <= _SENTENCES_BACK
        if own is None and near and not is_posted(parse, item.draft.match):
            own = self._offerer
        self._offerer, self._sentence = own, parse.sentence
        return own

    def _whom(self, item: Placed, parse: Parse) -> Phrase | None:
        """Who is wanted: a pronoun stands for the nearest person before it, else for who was wanted before."""
        own = item.draft.roles.subject
        if own is not None and is_pronoun(own):
            own = next(self._fitting(own, item, parse), None)
        self._wanted = own or self._wanted
        return self._wanted

    def _fitting(self, pronoun: Phrase, item: Placed, parse: Parse) -> Iterator[Phrase]:
        offerer = item.draft.roles.actor
        for person in self._names.people_before(pronoun, parse):
            if offerer is None or person.start != offerer.start:
                yield person
        if self._wanted is not None:
            yield self._wanted
        found = self._names.named(pronoun, parse)
        if found is not None:
            yield found
