"""Where does the name of a unit end: with its legal form, or its kind of body?"""

from __future__ import annotations

import re

from extractors.values.text import unspaced

NAME_END = re.compile(
    r"(?:有限责任公司|有限公司|事务所|研究院|研究所|促进中心|服务中心|商会|协会|联合会|大学|学院|分公司|银行|支行)"
    r"(?:[（(][^）)]{1,12}[）)])?",
)


def ends_as_unit(text: str) -> bool:
    """Whether the text ends as the name of a unit does."""
    text = unspaced(text)
    return any(ending.end() == len(text) for ending in NAME_END.finditer(text))


def is_rest_of_name(begun: str, rest: str) -> bool:
    """Whether ``rest`` only ends the name that was begun (甲城示例咨询有限 | 公司), and is none itself."""
    begun, rest = unspaced(begun), unspaced(rest)
    if not begun or not rest or not ends_as_unit(begun + rest):
        return False
    start = [ending.start() for ending in NAME_END.finditer(begun + rest)][-1]
    return start <= len(begun)
