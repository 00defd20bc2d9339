"""What of a cell belongs to which column, where one column of a list holds two: 联系人及电话?

In:     the text of the cell.
Out:    the telephones in it, or what is left without them.
Raises: nothing.
"""

from __future__ import annotations

import re

from schemas.tables import Column

_TELEPHONE = re.compile(
    r"[（(]?(?:\+?86[- ]?)?"
    r"(?:1\d{10}|\(?0\d{2,3}\)?[-—–‐－ ]?\d{7,8}(?:[-转]\d{1,6})?|[48]00[-\d]{7,9}|\d{7,8})[）)]?"
)
_JOINTS = " \t\n/／、,，;；:：()（）"


def part_for(column: Column, text: str) -> str:
    """The part of the cell that is of this column."""
    if column.kind == "phone":
        return "、".join(found[0].strip("（）()") for found in _TELEPHONE.finditer(text))
    return _TELEPHONE.sub(" ", text).strip(_JOINTS)
