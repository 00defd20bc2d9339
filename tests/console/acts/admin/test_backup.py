"""A back-up holds the work and the files, no keys and nothing that is made anew; what is not whole is seen."""

import json
import zipfile

import pytest

from schemas.errors import UsageError
from tests.builders.console import at_work


@pytest.fixture
def place(tmp_path):
    with at_work(tmp_path) as (one, batch, results):
        yield one, batch, results


def make(place, to=None):
    from console.acts.admin import backup
    from console.events import Actor

    root = place[0].folder
    return backup.made(Actor("王五"), root, to or root / "backups")


def test_keys_pictures_and_the_database_itself_stay_out(place):
    root = place[0].folder
    for name in ("secret.key", "tls/office.key", "pages/x.jpg", "incoming/t/x", "office.yaml", "batches/甲/r1/x.pdf"):
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text("x", encoding="utf-8")
    with zipfile.ZipFile(make(place).path) as archive:
        names = set(archive.namelist())
    assert names == {"manifest.json", "work.jsonl", "data/office.yaml", "data/batches/甲/r1/x.pdf"}


def test_the_search_lines_are_made_anew_and_not_kept(place):
    from console.models import SearchEntry

    assert SearchEntry.objects.exists()
    with zipfile.ZipFile(make(place).path) as archive:
        kinds = {json.loads(line)["model"] for line in archive.read("work.jsonl").splitlines()}
    assert "console.dossierwork" in kinds
    assert "console.searchentry" not in kinds


def test_results_that_lie_elsewhere_are_said(place):
    assert str(place[2]) in make(place).told()


def test_one_changed_byte_is_seen(place):
    from console.acts.admin import backup

    (place[0].folder / "office.yaml").write_text("name: 示例局\n" * 50, encoding="utf-8")
    path = make(place).path
    assert backup.problems(path) == []
    other = path.with_name("dossier-console-x.zip")
    with zipfile.ZipFile(path) as archive, zipfile.ZipFile(other, "w") as changed:
        for name in archive.namelist():
            data = archive.read(name)
            changed.writestr(name, data.replace("示例局".encode(), "示范局".encode()) if "office" in name else data)
    assert backup.problems(other) == ["“data/office.yaml”与备份时不同"]
    other.write_bytes(path.read_bytes()[:-200])
    assert backup.problems(other)


@pytest.mark.usefixtures("place")
def test_only_so_many_stay_and_only_ours_go(tmp_path):
    from console.acts.admin import backup

    folder = tmp_path / "to"
    folder.mkdir()
    for at in range(4):
        (folder / f"dossier-console-2026-01-0{at + 1}-000000.zip").write_bytes(b"")
    (folder / "other.zip").write_bytes(b"")
    backup.thinned(folder, 2)
    assert [path.name[16:26] for path in backup.there(folder)] == ["2026-01-04", "2026-01-03"]
    assert (folder / "other.zip").exists()


def test_without_room_nothing_is_begun(place, monkeypatch):
    from console.acts.admin import backup

    monkeypatch.setattr(backup, "_SPARE", 1 << 60)
    with pytest.raises(UsageError, match="空间不足"):
        make(place)
    assert backup.there(place[0].folder / "backups") == []


def test_a_file_that_goes_meanwhile_is_left_out(place, monkeypatch):
    from console.acts.admin import backup

    root = place[0].folder
    for name in ("a.yaml", "b.yaml"):
        (root / name).write_text("x", encoding="utf-8")
    rows_into = backup._rows_into  # noqa: SLF001  the files are listed before, and read after it

    def meanwhile(archive):
        (root / "a.yaml").unlink()
        return rows_into(archive)

    monkeypatch.setattr(backup, "_rows_into", meanwhile)
    made = make(place)
    assert made.files == 1
    assert backup.problems(made.path) == []
