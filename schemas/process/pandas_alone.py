"""Which libraries are not loaded although pandera would look for them?

pandera can check frames of Dask and make up examples with hypothesis, and loads both, where they are installed, before
the first frame is checked: that takes longer than judging a dossier. Ours are frames of pandas, and no examples.
Whoever else wants the two libraries still gets them.
"""

from __future__ import annotations

import importlib
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from types import ModuleType
from typing import cast

_LOOKED_FOR = (("dask.dataframe", "pandera.typing.dask"), ("hypothesis", "pandera.strategies.pandas_strategies"))
"""A library, and the module of pandera that asks whether it is there."""


@contextmanager
def _absent(name: str) -> Iterator[None]:
    """Within this, the library cannot be imported."""
    before = {known: sys.modules[known] for known in sys.modules if known == name or known.startswith(f"{name}.")}
    for known in before:
        del sys.modules[known]
    # What the import system takes for a library that is not there.
    sys.modules[name] = cast("ModuleType", None)
    try:
        yield
    finally:
        del sys.modules[name]
        sys.modules.update(before)


def settle() -> None:
    """Let pandera know that these are not for it; asked before the first frame is checked."""
    for library, asks in _LOOKED_FOR:
        with _absent(library):
            importlib.import_module(asks)
