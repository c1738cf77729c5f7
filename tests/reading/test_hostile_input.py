"""Input made to break the reader gives rejections: no exception, no hang, no gigabytes."""

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipelines.ids import file_id
from pipelines.reading import Contents, Reading, read_bytes

LAUGHS = "a: &a [x, x]\nb: &b [*a, *a]\nc: &c [*b, *b]\ntitle: *c\n"
KEYS = st.sampled_from(["text", "title", "url", "id", "date", "source", "articles"])
JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(KEYS, inner),
)


def reading(name: str, data: bytes, sidecar: tuple[str, bytes] | None = None) -> Reading:
    if sidecar is None:
        return read_bytes(Contents(name, file_id(data), data))
    return read_bytes(Contents(name, file_id(data, sidecar[1]), data, *sidecar))


@pytest.mark.parametrize(
    ("name", "data", "reason"),
    [
        ("deep.json", b"[" * 100_000, "bad_json"),
        ("deep.json", b'{"a":' * 100_000 + b"1" + b"}" * 100_000, "bad_json"),
        ("deep.jsonl", b'{"text": ' + b"[" * 100_000 + b"]" * 100_000 + b"}", "bad_json"),
        ("digits.jsonl", b'{"text": "a", "id": ' + b"9" * 5_000 + b"}", "bad_json"),
        ("nul.jsonl", b'{"text": "a\\u0000b"}', "binary"),
        ("half.jsonl", b'{"text": "a\\ud800b"}', "undecodable"),
        ("accents.jsonl", json.dumps({"text": "a" + "\u0301\u0327" * 500_000}).encode(), "binary"),
        ("accents.txt", ("a" + "\u0301\u0327" * 500_000).encode(), "binary"),
        ("number.json", b"7", "not_a_record"),
        ("null.json", b"null", "not_a_record"),
        ("text.jsonl", b'{"text": {"a": 1}}', "no_text"),
        ("laughs.md", b"---\n" + LAUGHS.encode() + b"---\ntext", "bad_metadata"),
        ("deep.md", b"---\na: " + b"[" * 10_000 + b"\n---\ntext", "bad_metadata"),
        ("object.md", b"---\n[1]: !!python/object/apply:os.system [id]\n---\ntext", "bad_metadata"),
        ("long.md", b"---\ntitle: a\n" + b"a: b\n" * 50_000 + b"---\ntext", "bad_metadata"),
        ("two.md", b"---\ntitle: a\n...\n%YAML 9.9\n---\ntext", "bad_metadata"),
        ("long.txt", b"a " * 5_000_000, "too_large"),
        ("huge.txt", b"a " * 20_000_000, "too_large"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_hostile_files_are_rejected(name: str, data: bytes, reason: str) -> None:
    found = reading(name, data)
    assert [each.reason for each in found.rejections] == [reason]
    assert found.articles == ()


@pytest.mark.parametrize(
    "sidecar",
    [
        ("a.yaml", LAUGHS.encode()),
        ("a.yml", b"title: !!python/object/apply:os.system ['id']\nx: *y"),
        ("a.yaml", b"title: a\x07b"),
        ("a.yaml", b"{" * 5_000),
        ("a.json", b"[" * 100_000),
        ("a.json", b"\xff\xfe\xff"),
        ("a.json", b'{"title": NaN, "url": Infinity}x'),
    ],
)
def test_hostile_sidecars_reject_their_article(sidecar: tuple[str, bytes]) -> None:
    found = reading("a.txt", b"Two died.", sidecar)
    assert [each.reason for each in found.rejections] == ["bad_metadata"]


def test_yaml_tags_are_not_obeyed() -> None:
    found = reading("a.txt", b"Two died.", ("a.yaml", b"title: !!python/name:os.system x"))
    assert found.articles[0].title == "x"


def test_numbers_that_python_writes_for_nothing_are_unknown() -> None:
    found = reading("a.jsonl", b'{"text": "Two died.", "title": NaN, "date": Infinity}')
    assert found.rejections == ()
    assert (found.articles[0].title, found.articles[0].published_basis) == (None, "missing")


def test_yaml_words_stay_the_words_they_are() -> None:
    sidecar = ("a.yaml", b"title: 1984\nlanguage: no\noutlet: 12:30\ndate: 2025-12-01\n")
    (article,) = reading("a.txt", b"Two died.", sidecar).articles
    assert (article.title, article.language, article.outlet) == ("1984", "no", "12:30")


@settings(max_examples=200)
@given(JSON)
def test_any_json_gives_articles_or_rejections_that_can_be_stored(value: object) -> None:
    found = reading("a.json", json.dumps(value).encode())
    assert found.articles or found.rejections
    for article in found.articles:
        words = (article.text, article.title, article.url, article.source_key, article.record_id)
        assert all("\0" not in each and each.encode() for each in words if each is not None)
    assert all(each.detail.encode() for each in found.rejections)


@given(st.text(), st.sampled_from(["a.yaml", "a.json"]))
def test_any_sidecar_gives_an_article_or_a_rejection(words: str, name: str) -> None:
    data = words.encode(errors="ignore")
    assert len(reading("a.txt", b"Two died.", (name, data)).articles) <= 1
