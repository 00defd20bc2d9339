"""What holds for every test: properties are not timed; no test finds what another has kept, nor the user's own.

What needs the folder shared/ is skipped without it.
"""

from __future__ import annotations

import itertools
import signal
from collections.abc import Iterator

import pytest
from hypothesis import settings

from extractors.kept import store
from tests.builders.shared import SHARED

settings.register_profile("untimed", deadline=None)
settings.load_profile("untimed")
_count = itertools.count()
# A shell that runs tests in the background lets them, and whatever they start, ignore Ctrl-C: some are ended by it.
signal.signal(signal.SIGINT, signal.default_int_handler)


def pytest_runtest_setup(item: pytest.Item) -> None:
    if item.get_closest_marker("needs_shared") is not None and not SHARED.is_dir():
        pytest.skip(f"there is no folder {SHARED}")


@pytest.fixture(autouse=True)
def _nothing_kept(monkeypatch: pytest.MonkeyPatch, tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """A folder of its own, which is made only where something is kept in it."""
    monkeypatch.setenv(store.FOLDER, str(tmp_path_factory.getbasetemp() / f"kept-{next(_count)}"))
    store.use(None)
    yield
    store.use(None)
