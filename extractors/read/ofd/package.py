"""Which part of an OFD package does a location name?"""

from __future__ import annotations

import posixpath


def resolved(base: str, location: str) -> str:
    """The part that a location names, seen from the part ``base``."""
    location = location.strip().replace("\\", "/")
    joined = location if location.startswith("/") else posixpath.join(posixpath.dirname(base), location)
    return posixpath.normpath(joined).lstrip("/")
