"""Does a remark say of a row that it is no longer of its list: 已离职, 已注销, 报废?

Whether such a row counts, only a person can say: it was not struck out, but somebody wrote that it is gone.
"""

from __future__ import annotations

from extractors.content.tables import Positions, distinct
from extractors.values.text import unspaced
from extractors.vocabulary.headings import known


def says_gone(positions: Positions) -> bool:
    """Whether a cell of the row holds such a remark and nothing else."""
    gone = known()[1].gone
    return any(gone.fullmatch(unspaced(spot.text).strip("（）()。，,")) for spot in distinct(positions))
