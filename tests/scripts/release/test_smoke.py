"""What is built holds all that the program needs, and nothing of ours that it does not."""

import tarfile
import zipfile
from pathlib import Path

import pytest

from scripts.release import smoke
from scripts.release.sbom import ROOT, version


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    return smoke.built(tmp_path_factory.mktemp("built"))


def test_the_wheel_holds_every_module_and_every_file_of_data(built: tuple[Path, Path]):
    with zipfile.ZipFile(built[1]) as wheel:
        there = set(wheel.namelist())
    modules = {
        path.relative_to(ROOT).as_posix()
        for package in ("schemas", "extractors", "validators", "pipeline", "console")
        for path in (ROOT / package).rglob("*.py")
    }
    data = {f"schemas/{path.relative_to(ROOT).as_posix()}" for path in (ROOT / "data").rglob("*") if path.is_file()}
    assert modules | data <= there
    assert {"schemas/data/rulebooks/harbin.yaml", "schemas/data/templates/report.html"} <= there
    assert not [name for name in there if name.startswith(("tests/", "scripts/", "fuzz/", "docs/"))]


def test_the_wheel_has_the_licence_and_the_version(built: tuple[Path, Path]):
    with zipfile.ZipFile(built[1]) as wheel:
        (metadata,) = (name for name in wheel.namelist() if name.endswith(".dist-info/METADATA"))
        assert f"\nVersion: {version()}\n" in wheel.read(metadata).decode()
        assert any(name.endswith("LICENSE") for name in wheel.namelist())


def test_whoever_unpacks_the_sdist_can_run_the_tests(built: tuple[Path, Path]):
    with tarfile.open(built[0]) as sdist:
        there = {name.partition("/")[2] for name in sdist.getnames()}
    wanted = {"Makefile", "requirements.lock", "requirements-dev.lock", "tests/conftest.py", "docs/architecture.md"}
    assert wanted <= there
