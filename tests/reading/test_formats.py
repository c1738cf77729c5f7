"""A new format is one new file in the package, and nothing else."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from pipelines import reading
from pipelines.reading import Contents, read_bytes
from pipelines.reading.formats import format_of, formats

REVERSED = """
from pipelines.reading.formats import Format, Parsed, Record

def parse(data):
    return Parsed("ascii", [Record(None, data.decode("ascii")[::-1])])

FORMAT = Format("reversed", (".rev",), parse)
"""


@pytest.fixture
def package(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    monkeypatch.setattr(reading, "__path__", [*reading.__path__, str(tmp_path)])
    formats.cache_clear()
    yield tmp_path
    formats.cache_clear()


def test_the_known_suffixes_have_one_reader_each() -> None:
    assert {suffix: found.name for suffix, found in formats().items()} == {
        ".txt": "text",
        ".md": "markdown",
        ".jsonl": "json_lines",
        ".ndjson": "json_lines",
        ".json": "json",
    }


def test_a_module_that_defines_format_is_found(package: Path) -> None:
    (package / "reversed_text.py").write_text(REVERSED)
    assert format_of("a.rev") is not None
    found = read_bytes(Contents("a.rev", "id", b".deid owT"))
    assert [article.text for article in found.articles] == ["Two died."]
