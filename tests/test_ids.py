"""Ids are functions of what a thing is, and of nothing else."""

from hashlib import sha256

from hypothesis import given
from hypothesis import strategies as st

from pipelines import ids


def test_a_file_without_sidecar_is_named_by_the_sha256_of_its_bytes() -> None:
    assert ids.file_id(b"Two died.") == sha256(b"Two died.").hexdigest()


def test_another_sidecar_makes_another_file() -> None:
    names = {ids.file_id(b"text", sidecar) for sidecar in (None, b"", b"a", b"b")}
    assert len(names) == 4


def test_bytes_cannot_move_between_file_and_sidecar_unnoticed() -> None:
    assert ids.file_id(b"ab", b"c") != ids.file_id(b"a", b"bc")


def test_text_hash_is_full_and_other_ids_are_short_hex() -> None:
    assert len(ids.text_hash("Ünïcode")) == 64
    short = [
        ids.article_id("key", "hash"),
        ids.claim_id("a", "deaths", 1, 2),
        ids.quantity_id("a", 1, 2),
        ids.mention_id("a", 1, 2),
    ]
    assert len(set(short)) == len(short)
    assert all(len(each) == 32 and int(each, 16) >= 0 for each in short)


def test_ids_do_not_change_between_releases() -> None:
    assert ids.article_id("path\ta.txt\t", "0" * 64) == "97b6b977707d7bac0398abc292883e4b"


@given(st.text(st.characters(exclude_characters="\0", exclude_categories=["Cs"])), st.text("ab"))
def test_characters_cannot_move_between_the_parts_of_an_id(left: str, right: str) -> None:
    assert ids.article_id(left + "x", right) != ids.article_id(left, "x" + right)
    assert ids.quantity_id("a", 1, 11) != ids.quantity_id("a", 11, 1)
