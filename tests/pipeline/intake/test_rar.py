"""A RAR: what may be had without its program, and what is refused with which sentence."""

from __future__ import annotations

from pathlib import Path

import pytest

from pipeline.intake import rar as rar_archives
from tests.builders.archives import rar, received


def test_a_packed_rar_without_an_unpacker_asks_for_one(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for tool in ("UNRAR_TOOL", "UNAR_TOOL", "SEVENZIP_TOOL", "SEVENZIP2_TOOL", "BSDTAR_TOOL"):
        monkeypatch.setattr(rar_archives.rarfile, tool, "no-such-program")
    monkeypatch.setattr(rar_archives.rarfile, "CURRENT_SETUP", None)
    files = received(tmp_path, "包.rar", rar({"名单.txt": b"1"}, packed=True))
    assert "unrar" in files["包.rar/名单.txt"].problem


def test_names_that_lead_outside_cost_only_their_own_file(tmp_path: Path) -> None:
    files = received(tmp_path, "包.rar", rar({"../外.txt": b"1", "/根.txt": b"2", "内.txt": b"3"}))
    told = {path: bool(file.problem) for path, file in files.items()}
    assert told == {"包.rar/外.txt": True, "包.rar/根.txt": True, "包.rar/内.txt": False}
