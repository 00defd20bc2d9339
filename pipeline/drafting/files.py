"""Which files does a draft leave, and what do they say of it?"""

from __future__ import annotations
