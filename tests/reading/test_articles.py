"""From the bytes of a file to its articles: text, Markdown, JSON and JSON lines, with their mistakes."""

import json
from datetime import UTC, date, datetime

import pytest

from pipelines.ids import file_id, text_hash
from pipelines.reading import Contents, Reading, read_bytes

RECORD = {"id": 7, "title": "Toll rises", "text": "Two died.", "published": "2025-12-01"}


def reading(name: str, words: str, sidecar: tuple[str, str] | None = None) -> Reading:
    data = words.encode()
    if sidecar is None:
        return read_bytes(Contents(name, file_id(data), data))
    aside = sidecar[1].encode()
    return read_bytes(Contents(name, file_id(data, aside), data, sidecar[0], aside))


def reasons(found: Reading) -> list[tuple[int | None, str]]:
    return [(each.line, each.reason) for each in found.rejections]


def test_plain_text_is_an_article_without_metadata() -> None:
    found = reading("a/flash.txt", "Two died.\n")
    (article,) = found.articles
    assert (article.text, article.text_hash) == ("Two died.\n", text_hash("Two died.\n"))
    assert (article.title, article.outlet, article.url, article.language) == (None,) * 4
    assert (article.published_date, article.published_at) == (None, None)
    assert (article.published_precision, article.published_basis) == (None, "missing")
    assert (article.record, article.source_key) == (None, "path\ta/flash.txt\t")
    assert (found.format, found.rejections) == ("text", ())


def test_a_sidecar_gives_the_metadata_of_a_text() -> None:
    sidecar = (
        "story.yaml",
        "title: Toll rises\noutlet: The Post\npublished_at: 2025-12-01T23:30:00-05:00\n",
    )
    (article,) = reading("story.txt", "Two died.", sidecar).articles
    assert (article.title, article.outlet) == ("Toll rises", "The Post")
    assert article.published_date == date(2025, 12, 1)
    assert article.published_at == datetime(2025, 12, 2, 4, 30, tzinfo=UTC)
    assert (article.published_precision, article.published_basis) == ("time", "metadata")


def test_front_matter_is_metadata_and_no_part_of_the_text() -> None:
    words = "---\ntitle: Toll rises\ndate: 2025-12-01\nlang: en\n---\n# Two *died*.\n"
    (article,) = reading("story.md", words).articles
    assert article.text == "# Two *died*.\n"
    assert (article.title, article.published_date, article.language) == (
        "Toll rises",
        date(2025, 12, 1),
        "en",
    )


def test_front_matter_is_the_same_with_windows_newlines() -> None:
    words = "---\ntitle: Toll rises\n---\n\nTwo died.\n"
    assert reading("a.md", words.replace("\n", "\r\n")).articles == reading("a.md", words).articles


def test_a_sidecar_corrects_front_matter_field_by_field() -> None:
    words = "---\ntitle: Tole rises\nlanguage: en\n---\nTwo died.\n"
    (article,) = reading("story.md", words, ("story.json", '{"headline": "Toll rises"}')).articles
    assert (article.title, article.language) == ("Toll rises", "en")


@pytest.mark.parametrize(
    "words",
    [
        "# Heading\n\nTwo died.\n",
        "---\nTwo died.\n",
        "---\n\nTwo died.\n\n---\n\nThree were hurt.\n",
        "---\n\nUpdate: two died.\n\n---\n\nThree were hurt.\n",
    ],
)
def test_a_rule_in_markdown_is_not_front_matter(words: str) -> None:
    found = reading("story.md", words)
    assert [article.text for article in found.articles] == [words]


def test_broken_front_matter_rejects_the_article_since_nothing_says_which_it_is() -> None:
    found = reading("story.md", '---\ntitle: "Toll\n---\nTwo died.\n')
    assert reasons(found) == [(None, "bad_metadata")]
    assert found.articles == ()


@pytest.mark.parametrize("sidecar", ['{"title": ', "[1, 2]", "7", '"words"'])
def test_a_broken_sidecar_rejects_the_article_and_is_named(sidecar: str) -> None:
    found = reading("story.txt", "Two died.", ("story.json", sidecar))
    assert reasons(found) == [(None, "bad_metadata")]
    assert "story.json" in found.rejections[0].detail


def test_an_empty_sidecar_says_nothing() -> None:
    assert reading("story.txt", "Two died.", ("story.yaml", "# none yet\n")).rejections == ()


def test_each_json_line_is_an_article_known_by_its_line() -> None:
    lines = [json.dumps(RECORD), "", json.dumps({"doc_id": "b", "body": "Three died."})]
    found = reading("news.jsonl", "\n".join(lines) + "\n")
    assert [(each.record, each.record_id, each.text) for each in found.articles] == [
        (1, "7", "Two died."),
        (3, "b", "Three died."),
    ]
    assert (found.format, found.encoding, found.rejections) == ("json_lines", "utf-8", ())


def test_a_broken_line_costs_no_other() -> None:
    lines = ['{"text": "One died."}', '{"text": ', '["Two died."]', "{}", '{"text": "Three died."}']
    found = reading("news.ndjson", "\n".join(lines))
    assert [each.record for each in found.articles] == [1, 5]
    assert reasons(found) == [(2, "bad_json"), (3, "not_a_record"), (4, "no_text")]
    assert "column 9" in found.rejections[0].detail


def test_lines_in_another_encoding_are_each_read_in_theirs() -> None:
    data = '{"text": "café"}\n'.encode() + '{"text": "señor"}\n'.encode("cp1252")
    found = read_bytes(Contents("a.jsonl", file_id(data), data))
    assert [each.text for each in found.articles] == ["café", "señor"]
    assert found.encoding == "mixed"


def test_json_lines_are_read_in_utf16_too() -> None:
    data = '{"text": "café"}\r\n{"text": "señor\u2028"}\r\n'.encode("utf-16")
    found = read_bytes(Contents("a.jsonl", file_id(data), data))
    assert [(each.record, each.text) for each in found.articles] == [
        (1, "café"),
        (2, "señor\u2028"),
    ]
    assert found.encoding == "utf-16-le"


def test_a_line_too_long_costs_no_other() -> None:
    long = json.dumps({"text": "a" * 9_000_000})
    found = reading("news.jsonl", f'{{"text": "One died."}}\n{long}\n{{"text": "Two died."}}\n')
    assert [each.record for each in found.articles] == [1, 3]
    assert reasons(found) == [(2, "too_large")]


@pytest.mark.parametrize(
    "wrapped",
    [
        [RECORD, RECORD],
        {"status": "ok", "articles": [RECORD, RECORD]},
        {"response": {"status": "ok", "results": [RECORD, RECORD]}},
        {"response": {"docs": [RECORD, RECORD]}},
    ],
)
def test_a_json_file_holds_an_array_or_the_answer_of_an_api(wrapped: object) -> None:
    found = reading("news.json", json.dumps(wrapped))
    assert [each.record for each in found.articles] == [1, 2]
    assert {each.record_id for each in found.articles} == {"7"}


def test_a_json_file_may_be_one_article() -> None:
    (article,) = reading("news.json", json.dumps({**RECORD, "data": []})).articles
    assert (article.record, article.text) == (None, "Two died.")


def test_a_record_that_is_none_costs_no_other_of_its_array() -> None:
    found = reading("news.json", json.dumps([RECORD, 7, {"text": 12}, {"title": "x"}, RECORD]))
    assert [each.record for each in found.articles] == [1, 5]
    assert reasons(found) == [(2, "not_a_record"), (3, "no_text"), (4, "no_text")]
    assert "a number" in found.rejections[1].detail


def test_json_lines_in_a_json_file_are_rejected_with_a_hint() -> None:
    found = reading("news.json", '{"text": "a"}\n{"text": "b"}\n')
    assert reasons(found) == [(None, "bad_json")]
    assert ".jsonl" in found.rejections[0].detail


@pytest.mark.parametrize("name", ["a.txt", "a.md", "a.json", "a.jsonl"])
@pytest.mark.parametrize("words", ["", " \n\t\r\n", "\ufeff", "\ufeff \n"])
def test_an_empty_file_is_rejected(name: str, words: str) -> None:
    found = reading(name, words)
    assert (found.articles, len(found.rejections)) == ((), 1)
    assert found.rejections[0].reason == (
        "bad_json" if name == "a.json" and words[:1] == "\ufeff" else "empty"
    )


def test_front_matter_without_a_text_is_rejected_as_empty() -> None:
    assert reasons(reading("a.md", "---\ntitle: Toll rises\n---\n\n")) == [(None, "empty")]


def test_an_array_without_articles_is_rejected_as_empty() -> None:
    assert reasons(reading("a.json", '{"articles": []}')) == [(None, "empty")]


def test_a_suffix_that_no_reader_knows_is_rejected_and_the_known_ones_are_named() -> None:
    found = reading("report.docx", "Two died.")
    assert [(each.stage, each.reason) for each in found.rejections] == [("scan", "unknown_suffix")]
    assert ".docx" in found.rejections[0].detail
    assert ".jsonl" in found.rejections[0].detail


def test_the_suffix_counts_in_any_case() -> None:
    assert reading("STORY.TXT", "Two died.").format == "text"


def test_a_date_that_is_not_understood_does_not_lose_the_article() -> None:
    record = {"text": "Two died.", "date": "03/04/2025"}
    found = reading("a.jsonl", json.dumps(record))
    assert [(each.line, each.stage, each.reason) for each in found.rejections] == [
        (1, "metadata", "bad_date")
    ]
    assert "'03/04/2025'" in found.rejections[0].detail
    (article,) = found.articles
    assert (article.published_date, article.published_words) == (None, None)
    assert article.published_basis == "missing"


def test_a_month_is_kept_as_written_and_no_day_is_made_of_it() -> None:
    (article,) = reading("a.jsonl", '{"text": "Two died.", "date": "December 2025"}').articles
    assert (article.published_words, article.published_precision) == ("December 2025", "month")
    assert (article.published_date, article.published_basis) == (None, "metadata")
