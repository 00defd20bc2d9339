"""Is anything written here, and what is it once the typing habits are taken off?

Blank are the words and strokes that applicants put where they have nothing to say, a printed unit
with nothing before it (``____万元``, ``年 月 日``), and boxes of which none is ticked.
"""

from __future__ import annotations

import re
import unicodedata

_UNSEEN = re.compile(r"_x000[dD]_|[\u200b-\u200f\u202a-\u202e\u2060\ufeff\u00ad\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")
_HAN = "\u2e80-\u2fdf\u3005-\u3007\u3400-\u9fff\uf900-\ufaff"
_CJK = _HAN + "\u3001-\u3003\u3008-\u301b（）：；，。、？！"
_BETWEEN_HANZI = re.compile(rf"(?<=[{_CJK}])\s+(?=[{_CJK}])")
_WORDS = frozenset(
    "无 無 空 空白 没有 尚无 暂无 暂缺 无此项 无该项 无内容 无相关内容 无此内容 不适用 不涉及 未填 未填写".split()
    + "n/a na n.a n.a. none null nil nan".split()
)
_STROKES = re.compile(r"[-\u2010-\u2015\u2212﹣_/\\|~.。·…、,;:]*")
_PRINTED = re.compile(
    r"%|人民币|[万千亿]?元|平方米|平米|m2|台(?:\(?套\)?)?|套|人|名|家|户|次|户\(?次\)?|家、?人/次|人/?次|年度?|年月日?|年度?至年度?"
)
_BOXES = "□☐○◯¨£\uf0a8\uf06f\uf0a3\uf0a1囗"
_UNTICKED = re.compile(rf"[{_BOXES}]|(?:[^{_BOXES}√✓✔☑☒■●]{{0,8}}[{_BOXES}]){{2,}}[^{_BOXES}√✓✔☑☒■●]{{0,8}}")
_DITTO = re.compile(r"[〃″”“〞＂\"]{1,2}|''|′′|,,|同上|同前")


def seen(text: str) -> str:
    """The text without characters that nobody sees (zero width, controls, openpyxl's _x000D_)."""
    return _UNSEEN.sub("", text)


def folded(text: str) -> str:
    """The text for comparing: full width made half, unseen characters and white space gone."""
    return re.sub(r"\s+", "", unicodedata.normalize("NFKC", seen(text)))


def is_blank(text: str) -> bool:
    """Whether the applicant wrote nothing here, or a word or stroke that says so."""
    raw = re.sub(r"[\s_]+", "", seen(text))
    if _UNTICKED.fullmatch(raw):
        return True
    said = re.sub(r"[\s_＿]+|\(\)|\[\]|【】", "", folded(text)).strip("。.,;:").lower()
    bare = said[1:-1] if said[:1] + said[-1:] in ("()", "[]", "【】") else said
    return bool(_STROKES.fullmatch(bare)) or bare in _WORDS or bool(_PRINTED.fullmatch(bare))


def is_ditto(text: str) -> bool:
    """Whether the cell repeats the one above it (同左 points elsewhere and is no ditto)."""
    return bool(_DITTO.fullmatch(re.sub(r"[\s\-—。()（）]+", "", seen(text))))


def clean(text: str) -> str:
    """The text as a value: no padding, no white space between hanzi, letters and digits at half width.

    Brackets and other punctuation stay as they were written.
    """
    kept = "".join(_half(char) for char in seen(text))
    kept = re.sub(r"[ \t\r\n\u3000\u00a0\u2000-\u200a\u2028\u2029\u202f\u205f]+", " ", kept).strip(" _＿")
    kept = _BETWEEN_HANZI.sub("", kept)
    # A workbook keeps a typed text number as '123; a quoted word keeps both its quotes.
    while kept.startswith("'") and not kept.endswith("'"):
        kept = kept[1:].strip(" _＿")
    return kept


def _half(char: str) -> str:
    """Letters and decimal digits at half width; look-alike radicals as the hanzi they stand for."""
    return unicodedata.normalize("NFKC", char) if unicodedata.category(char)[0] == "L" or char.isdecimal() else char
