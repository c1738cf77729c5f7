"""Who did it, with a user's words for it, in long articles, and within the text that is read."""

import time
from pathlib import Path

import pytest

from pipelines.extraction import extract
from pipelines.extraction.lexicon import LexiconError
from pipelines.extraction.values import Claim


def actor(text: str, lexicon: Path | None = None) -> str | None:
    claim: Claim = extract(text, lexicon=lexicon).claims[0]
    return None if claim.actor is None else claim.actor.quote


def test_a_user_may_add_those_who_act_and_what_they_do(tmp_path: Path) -> None:
    text = "The levy scorched a hamlet. Nine farmers were killed."
    assert actor(text) is None
    (tmp_path / "parties.yaml").write_text("agents: [levy]", encoding="utf-8")
    (tmp_path / "acts.yaml").write_text("attacking: [scorch]", encoding="utf-8")
    assert actor(text, tmp_path) == "levy"


@pytest.mark.parametrize("name", ["acts", "parties"])
def test_a_list_that_the_lexicon_does_not_have_is_an_error(tmp_path: Path, name: str) -> None:
    (tmp_path / f"{name}.yaml").write_text("wizards: [merlin]", encoding="utf-8")
    with pytest.raises(LexiconError, match="wizards"):
        extract("Rebels killed nine farmers.", lexicon=tmp_path)


def test_roles_are_quoted_where_they_stand() -> None:
    text = "Rebels raided a camp at Dori.\nThey killed nine farmers.\nSix others were wounded."
    claims = extract(text).claims
    assert [claim.actor and claim.actor.quote for claim in claims] == ["Rebels", "Rebels"]
    for claim in claims:
        for role in (claim.subject, claim.actor):
            assert role is not None
            assert text[role.start : role.end] == role.quote


@pytest.mark.parametrize(("between", "ends"), [("The camp is old.", False), ("SPORT", True)])
def test_a_heading_ends_a_story(between: str, *, ends: bool) -> None:
    told = f"Rebels raided a camp, killing nine farmers.\n{between}\nSix people died in the attack."
    assert [claim.actor is None for claim in extract(told).claims] == [False, ends]


def test_a_story_does_not_go_on_for_ever() -> None:
    between = "\n".join("The weather was fair." for _ in range(9))
    text = (
        f"Rebels raided a camp at Dori, killing nine farmers.\n{between}\nFour people were killed."
    )
    assert [claim.actor is None for claim in extract(text).claims] == [False, True]


def test_an_article_twice_as_long_takes_about_twice_as_long() -> None:
    story = "Rebels raided a camp at Dori. They killed nine farmers. Police blamed them.\n"
    extract(story)

    def seconds(times: int) -> float:
        start = time.process_time()
        extract(story * times)
        return time.process_time() - start

    assert seconds(80) < 6 * max(seconds(40), 0.2)
