"""Who did it, carried through an article: the claims of one story have one actor until another is told of."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from pipelines.extraction.claims.acts import Act, acts_in
from pipelines.extraction.claims.agency import Agency, agency
from pipelines.extraction.claims.ledger import Placed
from pipelines.extraction.claims.one_name import with_actor, with_one_name
from pipelines.extraction.claims.rewards import Rewards
from pipelines.extraction.claims.sides import (
    is_alike,
    is_force,
    is_named,
    is_own_side,
    is_party,
)
from pipelines.extraction.claims.standins import StandIns
from pipelines.extraction.claims.stories import Story, is_heading
from pipelines.extraction.claims.waiting import Queue
from pipelines.extraction.page import Page, Passage
from pipelines.extraction.roles.act_words import ActWords, act_words
from pipelines.extraction.syntax.parse import Parse
from pipelines.extraction.values import Phrase

_STRUCK = ("deaths", "injuries", "missing", "abductions", "strikes")
_TAKEN = ("abductions", "missing")
_COUNTS = ("person", "event")
# These tell who did what was told of before.
_ANSWERING = ("launch", "blame", "claim", "denial")
# These tell a count again, or a part of it.
_AGAIN = ("told_again", "told_part", "part_of_group", "among_group", "resumed")


def with_actors(placed: Sequence[Placed], page: Page, *, lexicon: Path | None) -> list[Placed]:
    """The claims of an article with the actors that they take from other sentences."""
    words = act_words(lexicon)
    acts = [list(_acts(passage, words)) for passage in page.passages] if placed else []
    if not any(acts) and all(_is_settled(item) for item in placed):
        return list(placed)
    return _Walk(page, words).through(placed, acts)


def _acts(passage: Passage, words: ActWords) -> Iterator[Act]:
    if not words.triggers.isdisjoint([token.lower for token in passage.tokens]):
        yield from acts_in(passage.parse, words)


def _is_settled(item: Placed) -> bool:
    """Whether nothing that other sentences tell could change who did it."""
    return item.draft.roles.actor is None and item.draft.unit in _COUNTS


class _Walk:
    """One way through an article, in the order of its words."""

    def __init__(self, page: Page, words: ActWords) -> None:
        self._page, self._words = page, words
        self._names, self._waiting = StandIns(page, words), Queue(words)
        self._rewards = Rewards(self._names)
        self._paragraphs = page.paragraphs
        self._may_wait = False
        self._story: Story | None = None
        self._force: Story | None = None
        self._agents: list[Phrase] = []
        self._done: list[Placed] = []

    def through(self, placed: Sequence[Placed], acts: Sequence[Sequence[Act]]) -> list[Placed]:
        """All claims with their actors."""
        self._may_wait = any(act.kind in _ANSWERING for told in acts for act in told)
        counts: dict[int, list[Placed]] = {}
        for item in placed:
            counts.setdefault(item.quantity.sentence, []).append(item)
        for passage, told in zip(self._page.passages, acts, strict=True):
            if is_heading(self._page, passage.sentence):
                self._turn()
            first, last = passage.tokens[0].start, passage.tokens[-1].end
            found = counts.get(passage.sentence, ())
            here = (item for item in found if first <= item.start < last)
            steps: list[Act | Placed] = [*told, *here]
            for step in sorted(steps, key=lambda step: step.start):
                if isinstance(step, Act):
                    self._pass_act(step, passage.parse)
                else:
                    self._done.append(self._pass_claim(step, passage.parse))
        return list(with_one_name(self._done, self._agents, self._page.text, self._words))

    def _pass_act(self, act: Act, parse: Parse) -> None:
        if act.agent is None:
            self._turn()
            return
        agent = self._names.meant(act.agent, parse, self._story)
        if agent is None or (self._story is not None and self._names.is_owned(agent)):
            return
        party = is_party(agent, self._words) or (
            act.kind in ("blame", "claim") and self._is_named(agent)
        )
        answers = self._story is None and party
        if act.kind == "launch":
            self._fill(agent, parse, armed=True)
        elif act.kind in ("blame", "claim", "denial"):
            if not answers:
                return
            self._fill(agent, parse, armed=act.kind == "denial")
        self._tell(agent, parse, takes=act.kind == "taking")

    def _pass_claim(self, item: Placed, parse: Parse) -> Placed:
        if item.draft.unit in _COUNTS:
            return with_actor(item, self._actor(item, parse))
        roles = self._rewards.roles(item, parse)
        return replace(item, draft=replace(item.draft, roles=roles))

    def _actor(self, item: Placed, parse: Parse) -> Phrase | None:
        """Who did what a claim counts."""
        own = item.draft.roles.actor
        if own is None:
            return self._taken(item, parse)
        own = self._names.meant(own, parse, self._story)
        if own is not None and is_alike(item.draft.roles.subject, own):
            return None  # "two gunmen were killed in a shootout with gunmen"
        if own is not None and item.draft.metric in _STRUCK and item.draft.modality != "denied":
            self._tell(own, parse, takes=item.draft.metric in _TAKEN)
        return own

    def _taken(self, item: Placed, parse: Parse) -> Phrase | None:
        """Who did it, where the sentence does not name him: as with the whole, or as in the story."""
        whole, number = self._whole(item), len(self._done)
        if whole is not None:
            self._waiting.add_part(number, item, whole)
            return self._done[whole].draft.roles.actor
        if self._story is None and not self._may_wait:
            return None
        how = agency(parse, item.draft, self._words)
        actor = self._inherited(item, how, parse)
        paragraph = self._paragraphs[parse.sentence]
        if actor is not None and self._story is not None:
            self._story = self._story.told_in(parse, paragraph)
        elif actor is None and how.reach in ("after", "any"):
            self._waiting.add(number, item, parse, paragraph)
        return actor

    def _whole(self, item: Placed) -> int | None:
        """The claim that this one is a part of, or tells again."""
        again = item.draft.match.method in _AGAIN
        for number in range(len(self._done) - 1, -1, -1):
            other = self._done[number]
            if not (again or other.quantity.sentence == item.quantity.sentence):
                return None
            same = other.draft.metric == item.draft.metric
            if same and (again or other.quantity.start == item.total):
                return number
        return None

    def _inherited(self, item: Placed, how: Agency, parse: Parse) -> Phrase | None:
        """The actor of the story, if the claim is of it."""
        metric = item.draft.metric
        story = self._force if metric == "arrests" else self._story
        if story is None or how.reach == "none":
            return None
        here = story.sentence == parse.sentence
        total = how.lasting and metric != "arrests"
        apart = how.reach != "any" or (story.takes and metric not in _TAKEN)
        if not here and (apart or (total and not self._is_named(story.agent))):
            return None
        if not story.goes_on_in(parse, self._paragraphs[parse.sentence], self._words):
            return None
        own = is_own_side(item.draft.roles.subject, story.agent, self._words)
        return None if own else story.agent

    def _tell(self, agent: Phrase, parse: Parse, *, takes: bool) -> None:
        """Go on with a story that has this actor."""
        story = self._story
        if story is not None and story.sentence == parse.sentence:
            takes = takes and (story.takes or story.agent.quote != agent.quote)
        paragraph = self._paragraphs[parse.sentence]
        self._story = Story(agent, parse.sentence, paragraph, (parse,), takes)
        if is_force(agent, self._words):
            self._force = self._story
        self._agents.append(agent)
        self._waiting.clear()

    def _turn(self) -> None:
        """Turn to something else."""
        self._story = self._force = None
        self._rewards.clear()
        self._waiting.clear()

    def _fill(self, agent: Phrase, parse: Parse, *, armed: bool) -> None:
        """Give the claims that wait for it an actor."""
        paragraph = self._paragraphs[parse.sentence]
        for number in self._waiting.answered(agent, paragraph, armed=armed):
            self._done[number] = with_actor(self._done[number], agent)

    def _is_named(self, agent: Phrase) -> bool:
        return is_named(agent, self._page.text, self._words)
