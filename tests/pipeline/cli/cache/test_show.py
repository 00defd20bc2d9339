"""Where what was read is kept and how much of it there is, in the clerk's words."""

from pathlib import Path

from extractors.kept.store import Store, default_folder
from tests.builders.commands import dossier


def test_what_is_kept_where(tmp_path: Path):
    kept = Store(tmp_path / "kept")
    kept.put("documents", "a", bytes(3 << 20))
    kept.put("pictures", "a", b"x")
    shown = dossier("cache", "show", "--cache", tmp_path / "kept").output
    assert str(tmp_path / "kept") in shown
    assert "读取的文件：1 项，3.0 MB" in shown
    assert "原件图片：1 项" in shown


def test_where_nothing_was_kept_nothing_is_made():
    shown = dossier("cache", "show")
    assert shown.exit_code == 0
    assert str(default_folder()) in shown.output
    assert "共 0.0 MB" in shown.output
    assert not default_folder().exists()
