"""The version stands in one place."""

import tomllib
from importlib import metadata
from pathlib import Path

import pytest

from schemas.process import release

PROJECT = Path(__file__).resolve().parents[3] / "pyproject.toml"


def test_the_version_is_that_of_the_project():
    assert release.version() == tomllib.loads(PROJECT.read_text(encoding="utf-8"))["project"]["version"]


def test_without_an_installation_there_is_none(monkeypatch: pytest.MonkeyPatch):
    def nowhere(_: str) -> str:
        raise metadata.PackageNotFoundError

    monkeypatch.setattr(metadata, "version", nowhere)
    assert release.version() == ""
