"""The folder ``shared/`` beside the checkout: originals and real documents that do not belong into the repository.

A test that looks into it bears the marker ``needs_shared`` and is skipped, with this reason, where it is absent.
"""

from pathlib import Path

SHARED = Path(__file__).resolve().parents[3] / "shared"
