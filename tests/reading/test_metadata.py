"""Metadata under the names that sources use, and what is left out of it and named."""

import pytest

from pipelines.reading.metadata import Metadata, known_fields, understand
from pipelines.reading.source import normal_url, source_key


def metadata(record: dict[str, object]) -> Metadata:
    understood, rejections = understand(known_fields(record), None)
    assert rejections == ()
    return understood


@pytest.mark.parametrize(
    ("record", "field", "value"),
    [
        ({"id": 12}, "record_id", "12"),
        ({"id": "b", "doc_id": "a"}, "record_id", "a"),
        ({"headline": "Toll rises"}, "title", "Toll rises"),
        ({"headline": {"main": "Toll rises", "kicker": None}}, "title", "Toll rises"),
        ({"title": "", "headline": "Toll rises"}, "title", "Toll rises"),
        ({"title": " Toll\n rises "}, "title", "Toll rises"),
        ({"source": {"id": "bbc-news", "name": "BBC News"}}, "outlet", "BBC News"),
        ({"source": {"uri": "bbc.com", "title": "BBC"}}, "outlet", "BBC"),
        ({"publisher": {"@type": "Organization", "name": "The Post"}}, "outlet", "The Post"),
        ({"outlet": None, "source": "Wire"}, "outlet", "Wire"),
        ({"link": "https://a.example/1"}, "url", "https://a.example/1"),
        ({"author": "Ann Lee"}, "byline", "Ann Lee"),
        ({"authors": ["Ann Lee", None, "Bo Ray"]}, "byline", "Ann Lee, Bo Ray"),
        ({"authors": [{"name": "Ann Lee"}, {"name": "Bo Ray"}]}, "byline", "Ann Lee, Bo Ray"),
        ({"byline": {"original": "By Ann Lee"}}, "byline", "By Ann Lee"),
        ({"authors": []}, "byline", None),
        ({"lang": "en"}, "language", "en"),
        ({"inLanguage": "en-GB"}, "language", "en-GB"),
        ({"language": "no"}, "language", "no"),
        ({"title": "n/a", "url": "null", "date": "None"}, "published", None),
        ({"unheard_of": {"of": 1}}, "title", None),
    ],
)
def test_usual_names_are_understood(record: dict[str, object], field: str, value: object) -> None:
    assert getattr(metadata(record), field) == value


@pytest.mark.parametrize(
    "key",
    [
        "published", "published_at", "publishedAt", "PUBLISHED-AT", "date", "datePublished",
        "pub_date", "pubDate", "publish_date", "date_publish", "webPublicationDate",
    ],
)  # fmt: skip
@pytest.mark.parametrize(
    "value", ["2025-12-01T09:30:00Z", 1764581400, 1764581400000.0, "1764581400"]
)
def test_usual_names_of_the_date_are_understood(key: str, value: object) -> None:
    published = metadata({key: value}).published
    assert published is not None
    assert published.instant is not None
    assert published.instant.isoformat() == "2025-12-01T09:30:00+00:00"


@pytest.mark.parametrize(
    ("record", "detail"),
    [
        ({"title": 1984}, "The title is a number where words are expected"),
        ({"outlet": ["A", "B"]}, "The outlet is a list"),
        ({"language": True}, "The language is true or false"),
        ({"byline": [["Ann"]]}, "The byline is a list"),
        ({"id": {"a": 1}}, "The id is an object"),
        ({"id": False}, "The id is true or false"),
        ({"published": {"a": 1}}, "The date is an object"),
        ({"url": "/2025/story.html"}, "The url '/2025/story.html' is no web address"),
        ({"url": "ftp://a.example/1"}, "is no web address"),
        ({"url": "javascript:alert(1)"}, "is no web address"),
        ({"url": "https://[::1"}, "is no web address"),
        ({"url": "https://"}, "is no web address"),
        ({"url": "https://a.example/a b"}, "is no web address"),
        ({"title": "a\0b"}, "holds control characters"),
        ({"title": "a\ud800b"}, "holds control characters or broken ones"),
        ({"title": "a" * 2001}, "is longer than 2,000 characters"),
        ({"date": "soon"}, "The date 'soon' is not used"),
    ],
)
def test_a_field_that_cannot_be_used_is_left_out_and_named(
    record: dict[str, object], detail: str
) -> None:
    understood, (rejection,) = understand(known_fields(record), 3)
    assert (rejection.line, rejection.stage) == (3, "metadata")
    assert detail in rejection.detail
    assert understood == metadata({})


def test_the_url_is_the_source_of_an_article_whatever_its_id() -> None:
    key = source_key(
        metadata({"id": 1, "url": "https://A.example/Story?b=1#top"}), "a.json", 4, "h"
    )
    assert key == "url\t\thttps://a.example/Story?b=1"


def test_a_wire_story_in_two_outlets_has_two_sources() -> None:
    url = "https://a.example/1"
    keys = {source_key(metadata({"outlet": each, "url": url}), "a", 1, "h") for each in ("A", "B")}
    assert len(keys) == 2


def test_without_a_url_the_id_is_the_source_and_without_an_id_the_path() -> None:
    assert source_key(metadata({"id": 1, "outlet": "A"}), "a.json", 4, "h") == "id\tA\t1"
    assert source_key(metadata({"outlet": "A"}), "b/a.txt", None, "h") == "path\tb/a.txt\t"


def test_a_record_without_url_and_id_is_known_by_its_text_wherever_it_stands() -> None:
    keys = {source_key(metadata({}), "b/a.json", place, "h") for place in (1, 4)}
    assert keys == {"path\tb/a.json\th"}


def test_campaign_parameters_make_no_other_page() -> None:
    url = "HTTPS://News.Example:443/a?utm_source=x&id=7&UTM_medium=y&q=a%20b#c"
    assert normal_url(url) == "https://news.example:443/a?id=7&q=a%20b"
