"""The lexicon loader: words stay words, a user's folder is merged over, and a mistake is named."""

from pathlib import Path

import pytest

from pipelines.extraction.lexicon import LexiconError, check_keys, fingerprint, load, names


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "metrics").mkdir()
    return tmp_path


def write(folder: Path, name: str, content: str) -> Path:
    (folder / name).write_text(content, encoding="utf-8")
    return folder


def test_words_that_yaml_takes_for_booleans_and_dates_stay_words(folder: Path) -> None:
    write(folder, "metrics/test.yaml", "words: [no, on, yes, 2020-01-01, 10:30]\nlongest: 6")
    assert load("metrics/test", folder) == {
        "words": ("no", "on", "yes", "2020-01-01", "10:30"),
        "longest": 6,
    }


def test_a_users_lists_extend_and_mappings_update(folder: Path) -> None:
    shipped = load("bounds/guide")
    (folder / "bounds").mkdir()
    write(folder, "bounds/guide.yaml", "vague: {legion: [1000, 6000]}\nversion: 2")
    merged = load("bounds/guide", folder)
    assert merged["vague"] == {**shipped["vague"], "legion": (1000, 6000)}
    assert (merged["version"], merged["rows"]) == (2, shipped["rows"])


def test_a_lexicon_cannot_be_altered() -> None:
    with pytest.raises(TypeError):
        load("hedges")["before"] = {}  # type: ignore[index]


def test_a_users_file_is_listed_with_the_shipped_ones(folder: Path) -> None:
    write(folder, "metrics/flights.yaml", "noun: flight")
    assert set(names("metrics", folder)) == {*names("metrics"), "metrics/flights"}


def test_the_fingerprint_changes_with_a_users_word(folder: Path) -> None:
    other = folder / "other"
    (other / "metrics").mkdir(parents=True)
    write(other, "metrics/test.yaml", "noun: flight")
    write(folder, "metrics/test.yaml", "noun: fight")
    (folder / "other" / "metrics" / "test.yaml").rename(folder.parent / "test.yaml")
    assert len({fingerprint(), fingerprint(folder)}) == 2
    assert len(fingerprint()) == 64


@pytest.mark.parametrize(
    ("name", "content", "message"),
    [
        ("metrics/test.yaml", "noun: a\nnoun: b", "'noun' stands twice"),
        ("metrics/test.yaml", "- flight", "must be a mapping"),
        ("metrics/test.yaml", "noun: [", "metrics/test.yaml"),
        ("bounds.yaml", "a: b", "no lexicon has this name"),
        ("hedges.yaml", "before: {about: [ish]}", "takes no additions"),
    ],
)
def test_a_mistake_in_a_users_file_is_named(
    folder: Path, name: str, content: str, message: str
) -> None:
    write(folder, name, content)
    with pytest.raises(LexiconError, match=message):
        load("metrics/test", folder)


def test_a_list_cannot_be_replaced_by_a_word(folder: Path) -> None:
    write(folder, "people_nouns.yaml", "singular: goat")
    with pytest.raises(LexiconError, match="singular: must be a list"):
        load("people_nouns", folder)


def test_a_missing_lexicon_or_folder_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(LexiconError, match=r"nothing\.yaml"):
        load("nothing")
    with pytest.raises(LexiconError, match="no such folder"):
        load("hedges", tmp_path / "nowhere")


def test_unknown_and_missing_keys_are_named() -> None:
    with pytest.raises(LexiconError, match=r"x\.yaml: unknown key 'nuon'"):
        check_keys({"nuon": 1}, where="x.yaml", allowed=("noun",))
    with pytest.raises(LexiconError, match=r"x\.yaml: key 'noun' is missing"):
        check_keys({}, where="x.yaml", allowed=("noun",), required=("noun",))
