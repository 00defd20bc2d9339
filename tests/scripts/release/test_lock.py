"""The two locks: every file by its hash, no registry by name, the second holds the first."""

import re
import tomllib
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from scripts.release import lock, locked

ROOT = Path(__file__).resolve().parents[3]
RUN, DEV = ROOT / "requirements.lock", ROOT / "requirements-dev.lock"
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]


def names(requirements: list[str]) -> set[str]:
    return {canonicalize_name(Requirement(one).name) for one in requirements}


@pytest.mark.parametrize("path", [RUN, DEV], ids=["run-time", "development"])
def test_every_package_has_hashes_and_no_registry_is_named(path: Path):
    assert all(pin.hashes for pin in locked.pins(path))
    assert not re.search(r"://|--(extra-)?index-url|--find-links", path.read_text(encoding="utf-8"))


def test_the_lock_of_development_holds_that_of_the_bureau_version_by_version():
    dev = {(pin.name, pin.version) for pin in locked.pins(DEV)}
    assert {(pin.name, pin.version) for pin in locked.pins(RUN)} <= dev


def test_what_the_project_asks_for_is_locked_and_no_tool_is_shipped():
    run = {pin.name for pin in locked.pins(RUN)}
    wanted = names(PROJECT["dependencies"])
    for extra in lock.extras():
        wanted |= names(PROJECT["optional-dependencies"][extra])
    assert wanted <= run
    assert not run & names(PROJECT["optional-dependencies"]["dev"]) - wanted


def test_the_tools_of_development_are_locked():
    assert names(PROJECT["optional-dependencies"]["dev"]) <= {pin.name for pin in locked.pins(DEV)}


@pytest.mark.parametrize("path", [RUN, DEV], ids=["run-time", "development"])
@pytest.mark.parametrize("python", ["3.11.7", "3.12.1", "3.13.0"])
def test_every_package_stands_once_for_each_python(path: Path, python: str):
    machine = {"python_full_version": python, "python_version": python[:4], "sys_platform": "win32"}
    found = [pin.name for pin in locked.pins(path) if pin.wanted(machine)]
    assert len(found) == len(set(found))


def test_tools_and_single_installations_are_no_extras_of_the_bureau():
    assert not set(lock.extras()) & {"dev", "dask"}
    assert "--extra" not in lock.command("x.lock", [])
