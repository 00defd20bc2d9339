"""What holds for every test: properties are not timed; what needs the folder shared/ is skipped without it."""

from __future__ import annotations

import pytest
from hypothesis import settings

from tests.builders.shared import SHARED

settings.register_profile("untimed", deadline=None)
settings.load_profile("untimed")


def pytest_runtest_setup(item: pytest.Item) -> None:
    if item.get_closest_marker("needs_shared") is not None and not SHARED.is_dir():
        pytest.skip(f"there is no folder {SHARED}")
