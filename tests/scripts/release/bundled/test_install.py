"""The installer of the bundle: where it installs, what it refuses, what it holds against its hash."""

import hashlib
import sys
from pathlib import Path

import pytest

from scripts.release.bundled import install

HERE = f"{sys.version_info[0]}.{sys.version_info[1]}"


@pytest.mark.parametrize(
    ("platform", "pythons", "said"),
    [
        pytest.param(sys.platform, [HERE], "", id="fits"),
        pytest.param(sys.platform, ["2.7"], "需要 64 位的 Python 2.7", id="another-python"),
        pytest.param("beos", [HERE], "另一种系统", id="another-system"),
    ],
)
def test_what_keeps_this_python_from_it(platform: str, pythons: list[str], said: str):
    why = install.unfit(platform, pythons)
    assert said in why
    assert bool(why) == bool(said)


def test_the_place_that_is_named(monkeypatch: pytest.MonkeyPatch, tmp_path: Path):
    monkeypatch.setenv("DOSSIER_HOME", str(tmp_path / "程序 一"))
    assert install.home() == tmp_path / "程序 一"


@pytest.mark.skipif(sys.platform == "win32", reason="on Windows it is LOCALAPPDATA")
def test_the_users_own_place(monkeypatch: pytest.MonkeyPatch, tmp_path: Path):
    monkeypatch.delenv("DOSSIER_HOME", raising=False)
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    assert install.home() == tmp_path / "dossier-intake"


def test_files_that_are_not_as_they_were(monkeypatch: pytest.MonkeyPatch, tmp_path: Path):
    (tmp_path / "好.txt").write_bytes(b"x")
    (tmp_path / "坏.txt").write_bytes(b"y")
    digest = hashlib.sha256(b"x").hexdigest()
    lines = [f"{digest}  {name}\n" for name in ("好.txt", "坏.txt", "没有.txt")]
    (tmp_path / "SHA256SUMS").write_text("".join(lines), encoding="utf-8")
    monkeypatch.setattr(install, "HERE", tmp_path / "bundle")
    assert install.damaged() == ["坏.txt", "没有.txt"]
