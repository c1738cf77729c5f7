"""The inbox: the folder that articles are dropped into. Only this module touches the disk."""

import os
import stat
from collections.abc import Iterator
from dataclasses import dataclass, replace
from hashlib import file_digest, sha256
from pathlib import Path, PurePosixPath

from pipelines.ids import file_id
from pipelines.reading.article import Reading, Rejection
from pipelines.reading.articles import Contents, too_large, unknown_suffix
from pipelines.reading.formats import format_of
from pipelines.reading.sidecar import MAX_BYTES as MAX_SIDECAR_BYTES
from pipelines.reading.sidecar import SUFFIXES, names_for

IGNORED_FOLDERS = frozenset({"_overrides"})  # corrections, which are no articles
NO_BYTES = frozenset({"link", "unreadable"})  # reasons for which a file is not even hashed


@dataclass(frozen=True, slots=True)
class InboxFile:
    """A file as it stood when it was scanned; ``path`` and ``sidecar`` are relative to ``root``.

    ``stamp`` changes when the file or its sidecar does, as far as sizes and times tell. ``refused``
    is why the file cannot be an article, where its name or kind already shows it.
    """

    root: Path
    path: str
    size: int
    mtime_ns: int
    stamp: str
    sidecar: str | None = None
    refused: Rejection | None = None

    def load(self) -> Contents | Reading:
        """The bytes, or the reading that says why they are not used. A large file stays unread."""
        try:
            return self._rejected(self.refused) if self.refused else self._contents()
        except OSError as error:
            return Reading(None, (), (_unreadable(error),), None, None)

    def _contents(self) -> Contents | Reading:
        reader = format_of(self.path)
        most = reader.max_bytes if reader else 0
        with (self.root / self.path).open("rb") as handle:
            size = os.fstat(handle.fileno()).st_size
            if size > most:
                return self._rejected(too_large(size, most).at(None))
            data = handle.read(most)
        sidecar = self._sidecar()
        if sidecar is not None and len(sidecar) > MAX_SIDECAR_BYTES:
            detail = f"The sidecar has more than {MAX_SIDECAR_BYTES:,} bytes. Cut it down."
            return self._rejected(Rejection(None, "read", "bad_metadata", detail))
        return Contents(self.path, file_id(data, sidecar), data, self.sidecar, sidecar)

    def _sidecar(self) -> bytes | None:
        if self.sidecar is None:
            return None
        with (self.root / self.sidecar).open("rb") as handle:
            return handle.read(MAX_SIDECAR_BYTES + 1)

    def _rejected(self, rejection: Rejection) -> Reading:
        if rejection.reason in NO_BYTES:
            return Reading(None, (), (rejection,), None, None)
        reader = format_of(self.path)
        with (self.root / self.path).open("rb") as handle:
            digest = file_digest(handle, "sha256").hexdigest()
        return Reading(digest, (), (rejection,), None, reader.name if reader else None)


def scan(root: Path) -> tuple[InboxFile, ...]:
    """Every file in a folder and its subfolders, by path; or the one file that is named.

    Sidecars stand with their articles; hidden files and folders and ``_overrides`` are left out.
    Raises OSError where there is nothing at ``root`` or it cannot be opened.
    """
    if not root.is_file():
        return _with_sidecars({file.path: file for file in _walk(root)})
    beside = (root.with_name(name) for name in names_for(root.name))
    paths = [root, *(path for path in beside if path.is_file())]
    return _with_sidecars({path.name: _found(path, root.parent) for path in paths})


def snapshot(root: Path) -> str:
    """A digest of what the folder holds, from names, sizes and times alone: no content is read."""
    stamps = "\n".join(f"{file.path}\0{file.stamp}" for file in scan(root))
    return sha256(stamps.encode()).hexdigest()


def _walk(root: Path) -> Iterator[InboxFile]:
    folders = [root]
    while folders:
        folder = folders.pop()
        try:
            entries = [entry for entry in os.scandir(folder) if not entry.name.startswith(".")]
        except OSError as error:
            if folder == root:
                raise
            yield _refused(folder, root, _unreadable(error))
            continue
        for entry in entries:
            if not entry.is_dir(follow_symlinks=False):
                yield _found(Path(entry.path), root)
            elif entry.name not in IGNORED_FOLDERS:
                folders.append(Path(entry.path))


def _found(path: Path, root: Path) -> InboxFile:
    """The file at a path, refused where it is none or leads out of the inbox."""
    try:
        info = path.stat()
    except OSError as error:
        return _refused(path, root, _unreadable(error))
    name = _name(path, root)
    if path.is_symlink() and (path.is_dir() or not path.resolve().is_relative_to(root.resolve())):
        detail = "The link leads to a folder or out of the inbox. Put the file itself here."
        return _refused(path, root, Rejection(None, "scan", "link", detail))
    if not stat.S_ISREG(info.st_mode):
        detail = "This is a device or a pipe, not a file. Remove it."
        return _refused(path, root, Rejection(None, "scan", "unreadable", detail))
    if name != path.relative_to(root).as_posix():
        detail = "The file's name is not valid UTF-8. Rename it."
        return _refused(path, root, Rejection(None, "scan", "unreadable", detail))
    stamp = f"{info.st_size} {info.st_mtime_ns} {info.st_ctime_ns}"  # permissions count too
    return InboxFile(root, name, info.st_size, info.st_mtime_ns, stamp)


def _refused(path: Path, root: Path, rejection: Rejection) -> InboxFile:
    return InboxFile(root, _name(path, root), 0, 0, rejection.reason, refused=rejection)


def _unreadable(error: OSError) -> Rejection:
    detail = f"This cannot be opened: {error.strerror}. Allow reading it, or remove it."
    return Rejection(None, "scan", "unreadable", detail)


def _name(path: Path, root: Path) -> str:
    """The path below the inbox, with escapes where the name is not valid UTF-8."""
    return os.fsencode(path.relative_to(root).as_posix()).decode(errors="backslashreplace")


def _with_sidecars(files: dict[str, InboxFile]) -> tuple[InboxFile, ...]:
    """Give every article its sidecar, and refuse what is left over and no format reads."""
    usable = {path for path, file in files.items() if not file.refused}
    beside = {path: [name for name in _sidecar_paths(path) if name in usable] for path in usable}
    used = {names[0] for names in beside.values() if names}
    spare = {name for names in beside.values() for name in names[1:]} - used
    sidecars = {path: files[names[0]] for path, names in beside.items() if names}
    return tuple(
        _judged(files[path], sidecars.get(path), is_spare=path in spare)
        for path in sorted(files.keys() - used)
    )


def _sidecar_paths(path: str) -> list[str]:
    reader, article = format_of(path), PurePosixPath(path)
    if not reader or not reader.takes_sidecar:
        return []
    return [str(article.with_name(name)) for name in names_for(article.name)]


def _judged(file: InboxFile, sidecar: InboxFile | None, *, is_spare: bool) -> InboxFile:
    if file.refused:
        return file
    if sidecar:
        stamp = f"{file.stamp} {sidecar.path} {sidecar.stamp}"
        return replace(file, sidecar=sidecar.path, stamp=stamp)
    if is_spare:
        return _orphan(file, "The article's other sidecar is used. Put all metadata into one.")
    if format_of(file.path):
        return file
    if PurePosixPath(file.path).suffix in SUFFIXES:
        return _orphan(file, "This sidecar has no article: there is no .txt or .md of its name.")
    return replace(file, refused=unknown_suffix(file.path).at(None))


def _orphan(file: InboxFile, detail: str) -> InboxFile:
    return replace(file, refused=Rejection(None, "scan", "orphan_sidecar", detail))
