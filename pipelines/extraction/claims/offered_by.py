"""Who offers money, carried from reward to reward: "the sum stood at $25 million" is the offer told of before."""

from pipelines.extraction.claims.ledger import Placed
from pipelines.extraction.claims.standins import StandIns, is_pronoun
from pipelines.extraction.roles.offers import is_posted
from pipelines.extraction.syntax.parse import Parse
from pipelines.extraction.values import Phrase


class Offers:
    """Whoever offered money last in an article."""

    def __init__(self, names: StandIns) -> None:
        self._names = names
        self._last: Phrase | None = None

    def by_whom(self, item: Placed, parse: Parse) -> Phrase | None:
        """Who offers it: who is told in the sentence, or offered the money before; nobody who is only asked to."""
        own = item.draft.roles.actor
        if own is not None and is_pronoun(own):
            own = self._names.named(own, parse)
        if item.draft.modality == "requested":
            return own
        if own is None and not is_posted(parse, item.draft.match):
            own = self._last
        self._last = own
        return own

    def clear(self) -> None:
        """Begin anew, where the text turns to something else."""
        self._last = None
