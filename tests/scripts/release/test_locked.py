"""What a lock says of each package."""

from pathlib import Path

import pytest

from scripts.release import locked

LOCK = """# written by a tool
colorama==0.4.6 ; sys_platform == 'win32' \\
    --hash=sha256:{a} \\
    --hash=sha256:{b}
    # via typer
et-xmlfile==2.0.0 \\
    --hash=sha256:{a}
    # via
    #   dossier-intake (pyproject.toml)
    #   openpyxl
"""
A, B = "a" * 64, "b" * 64


@pytest.fixture
def pins(tmp_path: Path) -> tuple[locked.Pin, ...]:
    (tmp_path / "lock").write_text(LOCK.format(a=A, b=B), encoding="utf-8")
    return locked.pins(tmp_path / "lock")


def test_name_version_files_and_who_asked(pins: tuple[locked.Pin, ...]):
    assert [(pin.name, pin.version, pin.hashes, pin.asked_by) for pin in pins] == [
        ("colorama", "0.4.6", (A, B), ("typer",)),
        ("et-xmlfile", "2.0.0", (A,), ("dossier-intake", "openpyxl")),
    ]


@pytest.mark.parametrize(("system", "wanted"), [("win32", [True, True]), ("linux", [False, True])])
def test_what_only_one_system_needs(pins: tuple[locked.Pin, ...], system: str, wanted: list[bool]):
    assert [pin.wanted({"sys_platform": system}) for pin in pins] == wanted
