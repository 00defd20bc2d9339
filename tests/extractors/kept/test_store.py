"""The folder of what is kept: whole things come back, everything else is as good as nothing, and nobody is harmed."""

from __future__ import annotations

import errno
import os
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from extractors.kept import store
from extractors.kept.store import LARGEST, Store, default_folder, key_of

POSIX = pytest.mark.skipif(sys.platform == "win32", reason="modes and links are those of POSIX")
KEY = key_of("甲", 1)


@pytest.fixture
def kept(tmp_path: Path) -> Store:
    made = Store(tmp_path / "kept")
    made.put("documents", KEY, b"what was read")
    return made


def its_file(kept: Store) -> Path:
    (file,) = kept.files()
    return file.path


def test_what_was_put_comes_back(kept: Store):
    assert kept.get("documents", KEY) == b"what was read"
    assert kept.holds("documents", KEY)
    assert Store(kept.folder).get("documents", KEY) == b"what was read"


def test_what_was_not_put_is_not_there(kept: Store):
    assert kept.get("documents", key_of("乙")) is None
    assert kept.get("pictures", KEY) is None
    assert not kept.holds("pictures", KEY)


def test_a_later_one_takes_the_place_of_an_earlier(kept: Store):
    kept.put("documents", KEY, b"anew")
    assert kept.get("documents", KEY) == b"anew"
    assert len(list(kept.files())) == 1


@POSIX
def test_it_is_its_owners_alone_whatever_the_umask(tmp_path: Path):
    before = os.umask(0)
    try:
        kept = Store(tmp_path / "kept")
        kept.put("documents", KEY, b"x")
    finally:
        os.umask(before)
    made = [kept.folder, *kept.folder.rglob("*")]
    assert {path.stat().st_mode & 0o077 for path in made} == {0}


@POSIX
def test_a_folder_that_is_open_to_others_is_closed(tmp_path: Path):
    (tmp_path / "kept").mkdir()
    (tmp_path / "kept").chmod(0o777)
    assert Store(tmp_path / "kept").usable()
    assert (tmp_path / "kept").stat().st_mode & 0o077 == 0


def test_a_folder_of_another_user_is_not_used(kept: Store, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(store, "_own", lambda _: False)
    assert Store(kept.folder).get("documents", KEY) is None
    assert Store(kept.folder).show() == []
    assert kept.get("documents", KEY) is None, "nor is a file of another user's"


@pytest.mark.parametrize(
    "change",
    [
        pytest.param(lambda data: data[:-1], id="cut short"),
        pytest.param(lambda data: data + b"x", id="longer"),
        pytest.param(lambda data: data[:-1] + bytes([data[-1] ^ 1]), id="one bit"),
        pytest.param(lambda data: data.replace(b"dossier-kept 1", b"dossier-kept 2"), id="of another form"),
        pytest.param(lambda _: b"", id="empty"),
        pytest.param(lambda _: os.urandom(300), id="noise"),
    ],
)
def test_a_file_that_was_changed_is_as_good_as_none(kept: Store, change):
    file = its_file(kept)
    file.write_bytes(change(file.read_bytes()))
    assert kept.get("documents", KEY) is None
    kept.put("documents", KEY, b"read again")
    assert kept.get("documents", KEY) == b"read again"


def test_a_whole_file_in_anothers_place_is_not_taken_for_it(kept: Store):
    file, whole = its_file(kept), its_file(kept).read_bytes()
    kept.put("documents", key_of("乙"), b"another")
    (other,) = (one.path for one in kept.files() if one.path != file)
    other.write_bytes(whole)
    assert kept.get("documents", key_of("乙")) is None


@POSIX
def test_links_pipes_and_folders_are_not_followed(kept: Store, tmp_path: Path):
    file = its_file(kept)
    whole = tmp_path / "elsewhere"
    file.rename(whole)
    file.symlink_to(whole)
    assert kept.get("documents", KEY) is None
    file.unlink()
    os.mkfifo(file)
    assert kept.get("documents", KEY) is None, "and nobody waits for a writer"
    file.unlink()
    file.mkdir()
    assert kept.get("documents", KEY) is None
    kept.put("documents", KEY, b"x")
    assert kept.get("documents", KEY) is None
    assert whole.is_file()


def test_a_file_that_is_far_too_large_is_not_read(kept: Store):
    with its_file(kept).open("r+b") as stream:
        stream.truncate(LARGEST + 1000)
    assert kept.get("documents", KEY) is None


def test_what_is_too_large_is_not_kept(kept: Store, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(store, "LARGEST", 10)
    kept.put("documents", key_of("ten"), b"0123456789")
    kept.put("documents", key_of("eleven"), b"0123456789x")
    assert kept.get("documents", key_of("ten")) == b"0123456789"
    assert kept.get("documents", key_of("eleven")) is None


def test_a_full_disk_costs_only_what_would_have_been_kept(kept: Store, monkeypatch: pytest.MonkeyPatch):
    def full(*_: object) -> None:
        raise OSError(errno.ENOSPC, "full")

    monkeypatch.setattr(Path, "replace", full)
    kept.put("documents", key_of("乙"), b"x")
    monkeypatch.undo()
    assert kept.get("documents", key_of("乙")) is None
    assert kept.get("documents", KEY) == b"what was read"
    assert [file.path.name for file in kept.files(parts=True) if file.path.name.startswith(".")] == []


def test_a_place_that_is_no_folder_holds_nothing(tmp_path: Path):
    (tmp_path / "file").write_bytes(b"")
    kept = Store(tmp_path / "file")
    kept.put("documents", KEY, b"x")
    assert kept.get("documents", KEY) is None
    assert kept.show() == []
    assert kept.clear() == 0
    kept.trim()


def test_it_may_be_deleted_at_any_moment(kept: Store):
    for path in sorted(kept.folder.rglob("*"), reverse=True):
        path.rmdir() if path.is_dir() else path.unlink()
    kept.folder.rmdir()
    assert kept.get("documents", KEY) is None
    kept.put("documents", KEY, b"again")
    assert kept.get("documents", KEY) == b"again"


def test_what_was_used_longest_ago_goes_first(tmp_path: Path):
    kept = Store(tmp_path / "kept", most=1000)
    for name in range(4):
        kept.put("documents", key_of(name), bytes(150))
    for age, file in enumerate(sorted(kept.files(), key=lambda file: file.path)):
        os.utime(file.path, (0, time.time() - 1000 * (age + 1)))
    order = [file.path for file in sorted(kept.files(), key=lambda file: file.used)]
    kept.trim()
    assert len(list(kept.files())) == 4, "no more than may be"
    Store(tmp_path / "kept", most=900).trim()
    left = {file.path for file in kept.files()}
    assert left == set(order[1:])


def test_what_is_used_again_counts_as_new(kept: Store):
    file = its_file(kept)
    os.utime(file, (0, 0))
    kept.get("documents", KEY)
    assert file.stat().st_mtime > 0


def test_half_written_files_go_when_nobody_can_be_writing_them_any_more(kept: Store):
    file = its_file(kept)
    fresh = file.with_name(f".{file.name}.{'0' * 16}")
    old = file.with_name(f".{file.name}.{'1' * 16}")
    for path in (fresh, old):
        path.write_bytes(b"half")
    os.utime(old, (0, 0))
    kept.trim()
    assert fresh.exists()
    assert not old.exists()


def test_clearing_takes_what_is_ours_and_nothing_else(kept: Store):
    (kept.folder / "documents" / "own.txt").write_bytes(b"somebody's")
    (kept.folder / "notes").mkdir()
    (kept.folder / "notes" / "x.txt").write_bytes(b"somebody's")
    kept.put("pictures", KEY, b"y")
    assert kept.clear() == 2
    assert kept.get("documents", KEY) is None
    assert (kept.folder / "documents" / "own.txt").exists()
    assert (kept.folder / "notes" / "x.txt").exists()
    assert not (kept.folder / "pictures").exists()


def test_what_there_is_by_kind(kept: Store):
    kept.put("documents", key_of("乙"), b"x")
    kept.put("pictures", KEY, b"y")
    assert [(one.kind, one.things) for one in kept.show()] == [("documents", 2), ("pictures", 1)]


def test_many_at_once_write_and_read_the_same(tmp_path: Path):
    def work(number: int) -> bool:
        kept = Store(tmp_path / "kept", most=4000)
        key = key_of(number % 5)
        kept.put("documents", key, bytes([number % 5]) * 500)
        kept.trim()
        return kept.get("documents", key) in (None, bytes([number % 5]) * 500)

    with ThreadPoolExecutor(8) as pool:
        assert all(pool.map(work, range(200)))


@pytest.mark.parametrize(
    ("platform", "environment", "folder"),
    [
        ("linux", {store.FOLDER: "/x/kept"}, "/x/kept"),
        ("linux", {"XDG_CACHE_HOME": "/x/cache"}, "/x/cache/dossier-intake"),
        ("linux", {"XDG_CACHE_HOME": "relative"}, "/home/甲/.cache/dossier-intake"),
        ("linux", {}, "/home/甲/.cache/dossier-intake"),
        ("win32", {"LOCALAPPDATA": "/x/Local"}, "/x/Local/dossier-intake/Cache"),
        ("win32", {}, "/home/甲/AppData/Local/dossier-intake/Cache"),
        ("darwin", {}, "/home/甲/Library/Caches/dossier-intake"),
    ],
)
def test_where_it_lies_unless_told_otherwise(
    platform: str, environment: dict[str, str], folder: str, monkeypatch: pytest.MonkeyPatch
):
    for name in (store.FOLDER, "XDG_CACHE_HOME", "LOCALAPPDATA"):
        monkeypatch.delenv(name, raising=False)
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    monkeypatch.setattr(store.sys, "platform", platform)
    monkeypatch.setattr(Path, "home", lambda: Path("/home/甲"))
    assert default_folder() == Path(folder)


def test_keys_do_not_run_into_one_another():
    assert len({key_of("a", "b"), key_of("ab"), key_of("a,b"), key_of(["a"], "b"), key_of("a", ["b"])}) == 5


def test_a_process_keeps_nothing_unless_told_where(tmp_path: Path):
    assert store.current() is None
    store.use(tmp_path)
    first = store.current()
    store.use(tmp_path)
    assert first is not None
    assert store.current() is first, "and goes on counting what it wrote"
