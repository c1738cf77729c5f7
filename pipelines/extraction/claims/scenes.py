"""Where it was: the place in a claim's sentence that belongs to it."""

from collections.abc import Sequence
from dataclasses import dataclass

from pipelines.extraction.claims.drafts import Draft
from pipelines.extraction.roles.phrases import span
from pipelines.extraction.roles.place_reader import OWN, Reader
from pipelines.extraction.roles.places import place_of
from pipelines.extraction.roles.setting import Setting
from pipelines.extraction.roles.settings import settings
from pipelines.extraction.values import Phrase

COUNTED = ("person", "event")


@dataclass(frozen=True, slots=True)
class Scene:
    """A place; ``is_named`` where a name is in it, ``is_told`` where it stands for one told before: "the city".

    ``lends`` where further claims may be of it: "the region" or "his cell" belong to their own sentence.
    """

    place: Phrase | None
    is_named: bool = False
    is_told: bool = False
    lends: bool = True


NOWHERE = Scene(None)


def scenes(reader: Reader, drafts: Sequence[Draft]) -> list[Scene]:
    """The scene of each draft of a sentence."""
    found = settings(reader) if any(draft.unit in COUNTED for draft in drafts) else []
    starts = [draft.match.phrase.first for draft in drafts]
    return [_own(reader, draft, found, starts) for draft in drafts]


def _own(reader: Reader, draft: Draft, found: Sequence[Setting], starts: Sequence[int]) -> Scene:
    """The scene of one draft; money is nowhere."""
    if draft.unit not in COUNTED:
        return NOWHERE
    if draft.match.method == "table":
        return _of_row(reader, draft)
    is_sum = draft.scope == "cumulative"
    return scene(reader, place_of(reader.parse, draft.match, found, starts, is_sum=is_sum))


def scene(reader: Reader, setting: Setting | None) -> Scene:
    """A place of a sentence as a scene."""
    if setting is None:
        return NOWHERE
    parse = reader.parse
    told = setting.last - setting.first == 1 and parse.word(setting.first) in reader.words.told
    the = parse.word(setting.first - 1) == "the"
    vague = parse.word(setting.last - 1) in reader.words.regions or parse.word(setting.first) in OWN
    return Scene(
        span(parse, setting.first, setting.last),
        is_named=setting.named,
        is_told=told and the,
        lends=setting.named or not vague,
    )


def _of_row(reader: Reader, draft: Draft) -> Scene:
    """The place that names a line of a table: "Daloa  3  12  49"."""
    group = reader.place(0) if draft.scope == "subset" else None
    if group is None or not group.named or group.first != 0:
        return NOWHERE
    return Scene(span(reader.parse, group.first, group.last), is_named=True)
