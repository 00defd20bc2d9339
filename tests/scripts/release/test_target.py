"""What is different for each kind of machine."""

import pytest

from scripts.release.target import TARGETS


@pytest.mark.parametrize("name", sorted(TARGETS))
def test_a_marker_is_decided_for_the_machine_of_the_bundle(name: str):
    markers = TARGETS[name].markers("3.12")
    assert markers["sys_platform"] == {"windows": "win32", "linux": "linux"}[name]
    assert (markers["python_version"], markers["python_full_version"]) == ("3.12", "3.12.0")


def test_wheels_for_newer_systems_come_first():
    tags = TARGETS["linux"].platforms
    assert tags.index("manylinux_2_28_x86_64") < tags.index("manylinux_2_17_x86_64") < tags.index("manylinux1_x86_64")


@pytest.mark.parametrize("name", sorted(TARGETS))
def test_every_bundle_says_what_was_not_tried(name: str):
    assert "没有" in TARGETS[name].words["tried"]
