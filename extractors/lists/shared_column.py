"""What of a cell belongs to which column, where one column of a list holds two: 联系人及电话, 学历及毕业院校?

In:     the text of the cell; the columns that share it, in the order in which the head names them.
Out:    the telephones in it, or what is left without them; else the pieces one by one.
Raises: nothing.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from schemas.tables import Column

_TELEPHONE = re.compile(
    r"[（(]?(?:\+?86[- ]?)?"
    r"(?:1\d{10}|\(?0\d{2,3}\)?[-—–‐－ ]?\d{7,8}(?:[-转]\d{1,6})?|[48]00[-\d]{7,9}|\d{7,8})[）)]?"
)
PHONE = "phone"
_JOINTS = " \t\n/／、,，;；:：()（）"
_JOINT = re.compile(r"[\s/／、,，;；:：()（）]+")


def part_for(column: Column, shared: Sequence[str], text: str) -> str | None:
    """The part of the cell that is of this column; None where it does not fall into as many as share it."""
    if PHONE not in shared:
        pieces = [piece for piece in _JOINT.split(text) if piece]
        return pieces[shared.index(column.key)] if len(pieces) == len(shared) else None
    if column.key == PHONE:
        return "、".join(found[0].strip("（）()") for found in _TELEPHONE.finditer(text))
    return _TELEPHONE.sub(" ", text).strip(_JOINTS)
