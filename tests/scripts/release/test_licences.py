"""Every part that a bureau runs has a licence that somebody looked at, and none that it may not have."""

import re
from importlib import metadata
from pathlib import Path

import pytest

from scripts.release import licences, locked

RUN = locked.pins(Path(__file__).resolve().parents[3] / "requirements.lock")
KNOWN = licences.load()


def test_every_part_may_be_shipped():
    assert KNOWN.faults([pin.name for pin in RUN]) == []


@pytest.mark.parametrize(
    ("expression", "permitted"),
    [
        pytest.param("MIT", True, id="one"),
        pytest.param("MIT AND AGPL-3.0-only", False, id="all-must-be"),
        pytest.param("AGPL-3.0-only OR MIT", True, id="one-of-several"),
        pytest.param("GPL-3.0-or-later", False, id="without-the-exception"),
        pytest.param("MIT AND GPL-3.0-or-later WITH GCC-exception-3.1", True, id="with-the-exception"),
    ],
)
def test_expressions(expression: str, permitted: bool):
    assert KNOWN.permits(expression) is permitted


def test_nothing_of_the_affero_kind_is_allowed():
    assert not [one for one in KNOWN.allowed if "AGPL" in one or "SSPL" in one]


def test_a_part_that_nobody_looked_at_is_a_fault():
    assert KNOWN.faults(["no-such-package"]) == ["no-such-package: no licence in licences.yaml"]


@pytest.mark.parametrize("name", [pin.name for pin in RUN])
def test_what_the_package_says_of_itself_is_listed(name: str):
    try:
        said = metadata.metadata(name).get("License-Expression") or ""
    except metadata.PackageNotFoundError:
        pytest.skip("not needed on this machine")
    words = set(re.split(r"\s+(?:AND|OR|WITH)\s+|[()]", said)) - {""}
    listed = set(re.split(r"\s+(?:AND|OR|WITH)\s+", KNOWN.of(name)))
    assert words <= listed
