"""How often does the interpreter look for what nobody holds any more?"""

from __future__ import annotations

import gc

_SELDOM = (50_000, 20, 20)
"""Objects made between two looks at the youngest of them, and looks between those at the older ones."""


def look_seldom() -> None:
    """What a command loads stays, and most of what is made lives as long as its dossier.

    Looking it over every 700 objects, as the interpreter does by itself, takes a twentieth of a start and more of a
    screening.
    """
    gc.set_threshold(*_SELDOM)
