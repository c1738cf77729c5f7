"""Whatever the encoding, the same words give the same text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipelines.ids import file_id
from pipelines.reading import Contents, Reading, read_bytes
from pipelines.reading.article import canonical_text
from pipelines.reading.encoding import decode

PROSE = (
    "“Thirty people died,” the café owner said — on Friday.\nHe paid £50 for the señora’s coffin.\n"
)
UNICODE = ["utf-8", "utf-8-sig", "utf-16", "utf-32"]
PRINTABLE = st.characters(exclude_categories=["Cc", "Cs", "Cn", "Co"], exclude_characters="\ufeff")


def read_text(data: bytes, name: str = "story.txt") -> Reading:
    return read_bytes(Contents(name, file_id(data), data))


@pytest.mark.parametrize(
    ("codec", "named"),
    [
        ("utf-8", "utf-8"),
        ("utf-8-sig", "utf-8"),
        ("utf-16", "utf-16-le"),
        ("utf-16-le", "utf-16-le"),
        ("utf-16-be", "utf-16-be"),
        ("utf-32", "utf-32-le"),
        ("cp1252", "windows-1252"),
    ],
)
def test_the_same_words_are_the_same_article_in_every_encoding(codec: str, named: str) -> None:
    reading = read_text(PROSE.encode(codec))
    assert reading.rejections == ()
    assert reading.encoding == named
    assert reading.articles == read_text(PROSE.encode()).articles
    assert reading.articles[0].text == PROSE


def test_every_newline_becomes_lf_and_every_letter_composed() -> None:
    data = "Cafe\u0301\r\nTwo\rThree\n".encode()
    assert read_text(data).articles[0].text == "Café\nTwo\nThree\n"


def test_nothing_else_of_the_text_changes() -> None:
    text = "\n  Two\u2028 died.\t\u00a0—\u200b \x0c\n\n"
    assert read_text(text.encode()).articles[0].text == text


@pytest.mark.parametrize("words", ["Short café", "It’s over", "München: 3 Tote", "– 12 dead –"])
def test_short_windows_1252_is_told_from_other_encodings(words: str) -> None:
    assert decode(words.encode("cp1252")).text == words


def test_windows_1252_that_looks_like_utf8_in_one_place_is_still_windows_1252() -> None:
    words = "“The CAFÉ” it said — “no one’s café”"  # É” are the bytes of a UTF-8 character
    assert decode(words.encode("cp1252")).text == words


def test_utf8_with_a_broken_character_is_not_read_as_something_else() -> None:
    sound = "Señor Muñoz, 30 años – “sí”".encode()
    (rejection,) = read_text(sound + b"\xff and more").rejections
    assert rejection.reason == "undecodable"
    assert f"byte {len(sound) + 1}:" in rejection.detail


@pytest.mark.parametrize(
    ("words", "codec"),
    [("Привет, мир. Погибли 30 человек.", "cp1251"), ("三十人が死亡した。", "shift_jis")],
)
def test_an_encoding_that_is_not_known_is_rejected_and_not_misread(words: str, codec: str) -> None:
    reading = read_text(words.encode(codec))
    assert [each.reason for each in reading.rejections] == ["undecodable"]
    assert reading.articles == ()


@pytest.mark.parametrize(
    "data",
    [
        b"%PDF-1.7\nTwo died.",
        b"PK\x03\x04word/document.xml",
        b"\x1f\x8b\x08\x00aaaa",
        b"\x89PNG\r\n\x1a\n",
        b"Two\x00 died.",
        b"\x00\x01\x02\x03" * 100,
        b"\x01\x02\x05ab\x06\x07",
    ],
)
def test_binary_is_rejected(data: bytes) -> None:
    reading = read_text(data)
    assert [each.reason for each in reading.rejections] == ["binary"]
    assert reading.encoding is None


@given(st.text(PRINTABLE, min_size=1), st.sampled_from(UNICODE))
def test_any_text_comes_back_as_its_canonical_form(text: str, codec: str) -> None:
    expected = canonical_text("x" + text)
    assert read_text(("x" + text).encode(codec)).articles[0].text == expected
    assert canonical_text(expected) == expected


@given(st.text(PRINTABLE), st.text(PRINTABLE, min_size=1), st.text(PRINTABLE))
def test_offsets_into_the_canonical_text_hold(before: str, quote: str, after: str) -> None:
    text = canonical_text(f"{before}\n{quote}\n{after}")
    words, start = canonical_text(quote), len(canonical_text(f"{before}\n"))
    stored = read_text(f"{before}\r\n{quote}\r\n{after}".encode()).articles
    if stored:  # else nothing but white space
        assert stored[0].text[start : start + len(words)] == words
        assert stored[0].text == text


@given(st.binary(max_size=200))
def test_any_bytes_give_an_article_or_a_rejection(data: bytes) -> None:
    reading = read_text(data)
    assert len(reading.articles) + len(reading.rejections) == 1
