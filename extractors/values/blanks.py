"""Is anything written here, and what is it once the typing habits are taken off?

Blank are the words and strokes that applicants put where they have nothing to say, a printed unit
with nothing before it (``____万元``, ``年 月 日``), and boxes of which none is ticked.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import cache

from extractors.values.text import any_of, comparable, one_width, unspaced, visible
from extractors.values.units import units
from schemas.data_files import vocabulary_file

_HAN = "\u2e80-\u2fdf\u3005-\u3007\u3400-\u9fff\uf900-\ufaff"
_CJK = _HAN + "\u3001-\u3003\u3008-\u301b（）：；，。、？！"
_BETWEEN_HANZI = re.compile(rf"(?<=[{_CJK}])\s+(?=[{_CJK}])")
_STROKES = re.compile(r"[-\u2010-\u2015\u2212﹣_/\\|~.。·…、,;:]*")
_BESIDE_UNITS = r"[\s/（）()_＿．.。，,、：:；;□]"
_BOXES = "□☐○◯¨£\uf0a8\uf06f\uf0a3\uf0a1囗"
_UNTICKED = re.compile(rf"[{_BOXES}]|(?:[^{_BOXES}√✓✔☑☒■●]{{0,8}}[{_BOXES}]){{2,}}[^{_BOXES}√✓✔☑☒■●]{{0,8}}")
_DITTO = re.compile(r"[〃″”“〞＂\"]{1,2}|''|′′|,,")


@dataclass(frozen=True, slots=True)
class BlankVocabulary:
    """The words of data/vocabulary/blanks.yaml; ``only_units`` matches printed units and the marks around them."""

    empty: frozenset[str]
    ditto: frozenset[str]
    only_units: re.Pattern[str]
    only_dates: re.Pattern[str]
    unit_behind: re.Pattern[str]
    """A printed unit at the end of what was written."""


@cache
def blank_words() -> BlankVocabulary:
    """The vocabulary, read once."""
    fields = vocabulary_file("blanks").fields("nothing printed dates ditto")
    printed, dates = any_of(units().printed), any_of(fields["dates"].words())
    return BlankVocabulary(
        empty=frozenset((*fields["nothing"].words(), *fields["printed"].words())),
        ditto=frozenset(fields["ditto"].words()),
        # Taken whole (*+): 台（套） is a unit, and made of units and brackets too, so a run of it has 2^n readings.
        only_units=re.compile(f"(?:{printed}|{_BESIDE_UNITS})*+"),
        only_dates=re.compile(f"(?:{printed}|{dates}|{_BESIDE_UNITS})*+"),
        unit_behind=re.compile(f"(?<=.)(?:{printed})$"),
    )


def is_blank(text: str) -> bool:
    """Whether the applicant wrote nothing here, or a word or stroke that says so."""
    raw = unspaced(visible(text)).replace("_", "")
    if _UNTICKED.fullmatch(raw):
        return True
    written = re.sub(r"[_＿]+|\(\)|\[\]|【】", "", comparable(text)).strip("。.,;:").lower()
    bare = _unbracketed(written)
    return any(
        _STROKES.fullmatch(one) or one in blank_words().empty for one in (bare, _unbracketed(_without_unit(bare)))
    )


def _unbracketed(written: str) -> str:
    return written[1:-1] if written[:1] + written[-1:] in ("()", "[]", "【】") else written


def _without_unit(written: str) -> str:
    """What stands before a printed unit: 无平方米, —万元."""
    return blank_words().unit_behind.sub("", written)


def only_unit(text: str, *, dates: bool = True) -> bool:
    """Whether only a printed unit stands there: 万元, 台（套）, ％; with ``dates`` also 年 月 日."""
    words = blank_words()
    return (words.only_dates if dates else words.only_units).fullmatch(text) is not None


def is_ditto(text: str) -> bool:
    """Whether the cell repeats the one above it (同左 points elsewhere and is no ditto)."""
    bare = re.sub(r"[\s\-—。()（）]+", "", visible(text))
    return bare in blank_words().ditto or _DITTO.fullmatch(bare) is not None


def clean(text: str) -> str:
    """The text as a value: no padding, no white space between hanzi, letters and digits at half width.

    Brackets and other punctuation stay as they were written.
    """
    value = "".join(_half(char) for char in visible(text))
    value = re.sub(r"[ \t\r\n\u3000\u00a0\u2000-\u200a\u2028\u2029\u202f\u205f]+", " ", value).strip(" _＿")
    value = _BETWEEN_HANZI.sub("", value)
    # A workbook keeps a typed text number as '123; a quoted word keeps both its quotes.
    while value.startswith("'") and not value.endswith("'"):
        value = value[1:].strip(" _＿")
    return value


def _half(char: str) -> str:
    """Letters and decimal digits at half width; look-alike radicals as the hanzi they stand for."""
    return one_width(char) if unicodedata.category(char)[0] == "L" or char.isdecimal() else char
