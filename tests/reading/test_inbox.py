"""The folder that articles are dropped into: what is an article there, and what is wrong with the rest."""

import os
import tracemalloc
from pathlib import Path

import pytest

from pipelines.ids import file_id
from pipelines.reading import InboxFile, Reading, read, scan, snapshot


def put(root: Path, **files: str) -> None:
    for name, words in files.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(words, encoding="utf-8")


def fill(root: Path, files: dict[str, str]) -> tuple[InboxFile, ...]:
    put(root, **files)
    return scan(root)


def one(root: Path, files: dict[str, str]) -> Reading:
    (file,) = fill(root, files)
    return read(file)


def refusals(files: tuple[InboxFile, ...]) -> dict[str, str]:
    return {file.path: each.reason for file in files for each in read(file).rejections}


def test_files_are_found_in_subfolders_and_come_by_path(tmp_path: Path) -> None:
    files = fill(tmp_path, {"b.txt": "x", "a/z.md": "x", "a/b/c.jsonl": "x", "c.json": "x"})
    assert [file.path for file in files] == ["a/b/c.jsonl", "a/z.md", "b.txt", "c.json"]


def test_hidden_files_and_folders_and_overrides_are_no_articles(tmp_path: Path) -> None:
    names = [".a.txt", ".git/a.txt", "a/.b/c.txt", "_overrides/a.txt", "a/_overrides/a.txt"]
    assert fill(tmp_path, dict.fromkeys(names, "Two died.")) == ()


@pytest.mark.parametrize("article", ["story.txt", "story.md", "a/b/story.txt"])
@pytest.mark.parametrize("ending", [".json", ".yaml", ".yml"])
@pytest.mark.parametrize("keeps_suffix", [True, False])
def test_a_sidecar_belongs_to_its_article_and_is_none(
    tmp_path: Path, article: str, ending: str, keeps_suffix: bool
) -> None:
    sidecar = (article if keeps_suffix else str(Path(article).with_suffix(""))) + ending
    words = '{"title": "Toll rises"}'  # JSON is YAML too
    (file,) = fill(tmp_path, {article: "Two died.", sidecar: words})
    assert (file.path, file.sidecar) == (article, sidecar)
    assert [each.title for each in read(file).articles] == ["Toll rises"]
    assert read(file).file_id == file_id(b"Two died.", words.encode())


def test_a_json_file_without_a_text_beside_it_is_an_article(tmp_path: Path) -> None:
    assert one(tmp_path, {"story.json": '{"text": "Two died."}'}).articles[0].text == "Two died."


def test_two_articles_may_share_a_sidecar(tmp_path: Path) -> None:
    files = fill(tmp_path, {"a.txt": "x", "a.md": "x", "a.json": "{}"})
    assert [(file.path, file.sidecar) for file in files] == [
        ("a.md", "a.json"),
        ("a.txt", "a.json"),
    ]


def test_of_two_sidecars_the_more_specific_is_used_and_the_other_named(tmp_path: Path) -> None:
    files = fill(tmp_path, {"a.txt": "x", "a.json": '{"text": "y"}', "a.txt.yaml": "title: T"})
    assert [(file.path, file.sidecar) for file in files] == [
        ("a.json", None),
        ("a.txt", "a.txt.yaml"),
    ]
    assert refusals(files) == {"a.json": "orphan_sidecar"}


def test_a_sidecar_in_another_folder_is_an_orphan(tmp_path: Path) -> None:
    files = fill(tmp_path, {"a/story.txt": "Two died.", "story.yaml": "title: T"})
    assert refusals(files) == {"story.yaml": "orphan_sidecar"}


def test_an_edited_sidecar_makes_another_file_of_the_same_text(tmp_path: Path) -> None:
    before = one(tmp_path, {"a.txt": "Two died.", "a.yaml": "title: Old"})
    after = one(tmp_path, {"a.yaml": "title: New"})
    assert before.file_id != after.file_id
    assert before.articles[0].article_id == after.articles[0].article_id


def test_a_mistake_of_each_kind_is_rejected_with_its_reason(tmp_path: Path) -> None:
    (tmp_path / "picture.txt").write_bytes(b"\x89PNG\r\n\x1a\n\x00\x00")
    (tmp_path / "russian.txt").write_bytes("Привет, мир. Погибли 30 человек.".encode("cp1251"))
    (tmp_path / "outside.txt").symlink_to("/etc/hostname")
    (tmp_path / "nowhere.txt").symlink_to("gone.txt")
    (tmp_path / "loop.txt").symlink_to("loop.txt")
    (tmp_path / "folder").symlink_to(tmp_path.parent)
    os.mkfifo(tmp_path / "pipe.txt")
    files = fill(
        tmp_path,
        {
            "good.txt": "Two died.",
            "empty.txt": "",
            "blank.md": " \n",
            "report.docx": "Two died.",
            "nosuffix": "Two died.",
            "broken.json": "{",
            "lines.jsonl": '{"text": "One died."}\n{oops\n',
            "metadata.json": '{"title": "Toll rises"}',
            "list.json": "[7]",
            "lonely.yaml": "title: T",
            "a.txt": "x",
            "a.yaml": "title: [",
            "dated.jsonl": '{"text": "One died.", "date": "03/04/2025"}',
        },
    )
    assert refusals(files) == {
        "picture.txt": "binary",
        "russian.txt": "undecodable",
        "outside.txt": "link",
        "nowhere.txt": "unreadable",
        "loop.txt": "unreadable",
        "folder": "link",
        "pipe.txt": "unreadable",
        "empty.txt": "empty",
        "blank.md": "empty",
        "report.docx": "unknown_suffix",
        "nosuffix": "unknown_suffix",
        "broken.json": "bad_json",
        "lines.jsonl": "bad_json",
        "metadata.json": "no_text",
        "list.json": "not_a_record",
        "lonely.yaml": "orphan_sidecar",
        "a.txt": "bad_metadata",
        "dated.jsonl": "bad_date",
    }
    texts = [article.text for file in files for article in read(file).articles]
    assert texts == ["One died.", "Two died.", "One died."]


def test_every_rejection_says_what_is_wrong_in_a_sentence(tmp_path: Path) -> None:
    files = fill(tmp_path, {"a.txt": "", "b.x": "", "c.json": "{", "d.yaml": "", "e.json": "7"})
    details = [each.detail for file in files for each in read(file).rejections]
    assert len(details) == 5
    assert all(
        detail[0].isupper() and detail.endswith(".") and len(detail) < 200 for detail in details
    )


def test_a_line_of_50_megabytes_is_rejected_and_the_rest_read(tmp_path: Path) -> None:
    with (tmp_path / "big.jsonl").open("w") as handle:
        handle.write('{"text": "One died."}\n{"text": "')
        handle.write("a" * 50_000_000)
        handle.write('"}\n{"text": "Two died."}\n')
    found = read(scan(tmp_path)[0])
    assert [(each.line, each.reason) for each in found.rejections] == [(2, "too_large")]
    assert [each.record for each in found.articles] == [1, 3]


def test_a_text_of_50_megabytes_is_rejected_without_loading_it(tmp_path: Path) -> None:
    (tmp_path / "big.txt").write_bytes(b"a" * 50_000_000)
    (file,) = scan(tmp_path)
    tracemalloc.start()
    found = read(file)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert [each.reason for each in found.rejections] == ["too_large"]
    assert found.file_id == file_id(b"a" * 50_000_000)
    assert peak < 5_000_000


def test_a_sidecar_that_is_too_large_rejects_its_article(tmp_path: Path) -> None:
    files = fill(tmp_path, {"a.txt": "Two died.", "a.json": " " * 2_000_000})
    assert refusals(files) == {"a.txt": "bad_metadata"}


@pytest.mark.skipif(os.geteuid() == 0, reason="nothing is forbidden to root")
def test_files_and_folders_without_permission_are_rejected(tmp_path: Path) -> None:
    put(tmp_path, **{"a.txt": "x", "b.txt": "x", "b.yaml": "title: T", "c/d.txt": "x"})
    closed = [tmp_path / name for name in ("a.txt", "b.yaml", "c")]
    for path in closed:
        path.chmod(0)
    try:
        assert refusals(scan(tmp_path)) == dict.fromkeys(("a.txt", "b.txt", "c"), "unreadable")
    finally:
        for path in closed:
            path.chmod(0o700)


def test_a_file_that_is_gone_when_it_is_read_is_rejected_without_an_id(tmp_path: Path) -> None:
    (file,) = fill(tmp_path, {"a.txt": "Two died."})
    (tmp_path / "a.txt").unlink()
    found = read(file)
    assert [each.reason for each in found.rejections] == ["unreadable"]
    assert found.file_id is None


def test_a_name_that_is_not_utf8_is_rejected_with_a_path_that_can_be_stored(tmp_path: Path) -> None:
    (tmp_path / os.fsdecode(b"caf\xe9.txt")).write_text("Two died.")
    (tmp_path / os.fsdecode(b"caf\xe8.txt")).write_text("Two died.")
    assert refusals(scan(tmp_path)) == {"caf\\xe8.txt": "unreadable", "caf\\xe9.txt": "unreadable"}


def test_a_link_inside_the_inbox_is_read(tmp_path: Path) -> None:
    fill(tmp_path, {"a/story.txt": "Two died."})
    (tmp_path / "b.txt").symlink_to("a/story.txt")
    assert [len(read(file).articles) for file in scan(tmp_path)] == [1, 1]


def test_the_inbox_itself_may_be_a_link(tmp_path: Path) -> None:
    fill(tmp_path / "real", {"a.txt": "Two died."})
    (tmp_path / "inbox").symlink_to("real")
    assert [file.path for file in scan(tmp_path / "inbox")] == ["a.txt"]


def test_one_file_can_be_named_instead_of_a_folder(tmp_path: Path) -> None:
    fill(tmp_path, {"a.txt": "Two died.", "a.yaml": "title: T", "b.txt": "x"})
    (file,) = scan(tmp_path / "a.txt")
    assert (file.path, read(file).articles[0].title) == ("a.txt", "T")


def test_an_inbox_that_is_not_there_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        scan(tmp_path / "gone")


def test_the_snapshot_changes_with_every_change_and_only_then(tmp_path: Path) -> None:
    seen = [snapshot(tmp_path)]
    for files in ({"a.txt": "x"}, {"a.yaml": "title: T"}, {"a.yaml": "title: TT"}, {"b.bin": "x"}):
        put(tmp_path, **files)
        seen.append(snapshot(tmp_path))
    os.utime(tmp_path / "a.txt", ns=(1, 1))
    seen.append(snapshot(tmp_path))
    (tmp_path / "a.txt").rename(tmp_path / "c.txt")
    seen.append(snapshot(tmp_path))
    assert len(set(seen)) == len(seen)
    put(tmp_path, **{".hidden.txt": "x"})
    assert snapshot(tmp_path) == seen[-1]


def test_the_snapshot_notices_a_change_of_permissions(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("one")
    before = snapshot(tmp_path)
    (tmp_path / "a.txt").chmod(0o600)
    assert snapshot(tmp_path) != before
