"""What was read before is let go, and nothing else."""

from pathlib import Path

from extractors.kept.store import Store, default_folder
from tests.builders.commands import dossier


def test_everything_kept_goes(tmp_path: Path):
    kept = Store(tmp_path / "kept")
    kept.put("documents", "a", b"x")
    kept.put("pictures", "a", b"x")
    (tmp_path / "kept" / "own.txt").write_bytes(b"x")
    assert "2 项" in dossier("cache", "clear", "--cache", tmp_path / "kept").output
    assert [path.name for path in (tmp_path / "kept").iterdir()] == ["own.txt"]


def test_where_nothing_was_kept_nothing_is_made():
    assert "0 项" in dossier("cache", "clear").output
    assert not default_folder().exists()
