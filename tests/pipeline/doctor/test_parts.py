"""What comes with the program is there, or it is told."""

import importlib
from types import ModuleType

import pytest

from pipeline.doctor import parts
from pipeline.doctor.check import Fitness
from schemas.errors import RulebookError


def test_all_is_there():
    assert parts.libraries().state is Fitness.OK
    assert "harbin" in parts.rulebooks().found


def test_a_library_that_does_not_load_is_named(monkeypatch: pytest.MonkeyPatch):
    def broken(name: str) -> ModuleType:
        if name == "onnxruntime":
            raise ImportError("DLL load failed")
        return importlib.import_module("sys")

    monkeypatch.setattr(parts, "import_module", broken)
    check = parts.libraries()
    assert check.state is Fitness.FAILED
    assert "onnxruntime（ImportError）" in check.found
    assert "DLL" not in check.found


@pytest.mark.parametrize("error", [FileNotFoundError(), RulebookError("x")])
def test_rulebooks_that_cannot_be_read(monkeypatch: pytest.MonkeyPatch, error: Exception):
    def broken() -> None:
        raise error

    monkeypatch.setattr(parts, "load_all", broken)
    assert parts.rulebooks().state is Fitness.FAILED


def test_no_rulebook_at_all(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(parts, "load_all", lambda: ())
    assert parts.rulebooks().state is Fitness.FAILED
