"""Which signs of a YAML file look right and are not: tabs, full-width colons and commas, full-width spaces and digits?

Asked only of a file that could not be read as it must be: in a sentence all of them may stand.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

_KEY = r"(?<![a-z0-9_.])[a-z_][a-z0-9_.]*+"
_QUOTED = re.compile(r"'(?:[^']|'')*'|\"(?:[^\"\\]|\\.)*\"|(?<!\S)#.*")
_INDENT = re.compile(r"^\s*")
_WIDE_BRACKETS = {"｛": "{", "｝": "}", "［": "[", "］": "]"}
_SIGNS: tuple[tuple[re.Pattern[str], str], ...] = (
    (
        re.compile(rf"(?:^[\s-]*|[{{｛,，]\s*)(?P<key>{_KEY})\s*：(?P<sign>)"),
        "“{key}”后面是全角冒号“：”，请改为半角冒号加空格“: ”",
    ),
    (
        re.compile(rf"，\s*(?P<key>{_KEY})\s*[:：](?P<sign>)"),
        "“{key}”前面是全角逗号“，”，请改为半角逗号加空格“, ”",
    ),
    (re.compile(rf"(?:^[\s-]*|[{{,]\s*)(?P<key>{_KEY}):(?=[^\s/:])(?P<sign>)"), "“{key}:”的冒号后面要有一个空格"),
    (re.compile(r"(?P<key>)(?P<sign>[｛｝［］])"), "有全角括号“{sign}”，请改为半角“{half}”"),
    (re.compile(rf"(?P<key>{_KEY})\s*[:：]\s*(?P<sign>[０-９]+)"), "“{key}”的数字“{sign}”是全角的，请改为半角“{half}”"),
)


def odd_signs(text: str) -> Iterator[tuple[int, str]]:
    """Line and message, in Chinese, for each sign that YAML does not take for what it looks like."""
    for number, raw in enumerate(text.splitlines(), 1):
        line = _QUOTED.sub("", raw)
        yield from ((number, message) for message in _in_line(line))


def _in_line(line: str) -> Iterator[str]:
    indent = _INDENT.match(line)
    space = indent.group() if indent and line.strip() else ""
    if "\t" in space:
        yield "缩进里有制表符（Tab），YAML 只能用空格缩进，请把 Tab 换成空格"
    if "\u3000" in space or "\xa0" in space:
        yield "缩进里有全角空格，请换成半角空格"
    for pattern, message in _SIGNS:
        for match in pattern.finditer(line):
            sign = match["sign"] or ""
            yield message.format(key=match["key"], sign=sign, half=_half(sign))


def _half(sign: str) -> str:
    return "".join(_WIDE_BRACKETS.get(one, chr(ord(one) - 0xFEE0) if "！" <= one <= "～" else one) for one in sign)
