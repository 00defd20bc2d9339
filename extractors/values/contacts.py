"""Which telephone number, postcode, mail address is written here, and is it well formed?"""

from __future__ import annotations

import re
from decimal import Decimal

from extractors.values.blanks import is_blank
from extractors.values.text import comparable, one_width, visible
from schemas.document import Native

_DASHES = re.compile(r"(?<![\s−–—―‐‑－~-])\s*+[-−–—―‐‑－~]++\s*+")
_MOBILE = re.compile(r"1[3-9]\d{9}")
_AREA = r"0(?:10|2\d|[3-9]\d{2})"
_LANDLINE = re.compile(rf"(?:\(?{_AREA}\)?[- ]?)?\d{{7,8}}(?:(?:-|转|ext\.?)\d{{1,6}})?", re.IGNORECASE)
_SERVICE = re.compile(r"[48]00-?\d{3}-?\d{4}|[48]00\d{7}|[48]00-\d{4}-\d{3}|(?:95|96|12)\d{3,4}")
_SEVERAL = re.compile(r"[/、,;，；]|\s{2,}|\n")
_POSTCODE = re.compile(r"[0-8]\d{5}")
_EMAIL = re.compile(r"[^\s@,;:，；：]{1,64}@(?=[A-Za-z0-9])(?:[A-Za-z0-9-]{1,63}(?<!-)\.){1,10}[A-Za-z]{2,63}")


def phone(text: str, native: Native = None) -> str | None:
    """The number as one would dial it: mobile digits only, landline ``0451-55502635``; else the text as written.

    Several numbers in one cell, and a number whose digits a workbook's display cut off (1.38E+10), stay as written.
    """
    if is_blank(text) and not _whole(native):
        return None
    number = re.sub(r"\s+", " ", one_width(visible(text))).strip(" '_")
    if _whole(native) and re.fullmatch(r"[\d.eE+,# -]*", number):
        number = _whole(native)
    elif re.fullmatch(r"\d{7,12}\.0+", number):
        number = number.partition(".")[0]
    elif re.fullmatch(r"\d\.\d{9,11}[eE]\+1[01]", number):
        exact = Decimal(number)
        number = str(int(exact)) if exact == int(exact) else number
    return _dialled(number)


def _dialled(number: str) -> str:
    digits = re.sub(r"^\(?(?:\+|00)?86\)?[- ]*(?=1)", "", number)
    digits = re.sub(r"[-\s−–—―‐‑()]", "", digits)
    if _MOBILE.fullmatch(digits):
        return digits
    line = _DASHES.sub("-", number)
    line = re.sub(rf"^\(?(?:\+|00)86\)?[- ]*(?={_AREA.removeprefix('0')})", "0", line)
    line = re.sub(rf"^\(({_AREA})\)[- ]*|^({_AREA})[- ](?=\d)", lambda area: f"{area[1] or area[2]}-", line)
    return re.sub(r"(?<=\d) (?=\d)", "", line) if _LANDLINE.fullmatch(line.replace(" ", "")) else line


def _whole(native: Native) -> str:
    if isinstance(native, bool) or not isinstance(native, (int, float, Decimal)):
        return ""
    return str(int(native)) if native == int(native) and native > 0 else ""


def postcode(text: str, native: Native = None) -> str | None:
    """The postcode; a workbook that stored it as a number lost the zero in front (066000)."""
    if is_blank(text):
        return None
    code = comparable(text).strip("'_").removesuffix(".0")
    return code.zfill(6) if _whole(native) and re.fullmatch(r"\d{5}", code) else code


def valid_mobile(text: str) -> bool:
    """Whether this is a mainland mobile number (several are, if each is)."""
    return _each(text, _MOBILE)


def valid_landline(text: str) -> bool:
    """Whether this is a landline number, with or without area code and extension, or a service line (400…)."""
    return _each(text, _LANDLINE) or _each(text, _SERVICE)


def valid_phone(text: str) -> bool:
    """Whether one can be called here: each number a mobile or a landline."""
    parts = _parts(text)
    return bool(parts) and all(valid_mobile(part) or valid_landline(part) for part in parts)


def valid_postcode(text: str) -> bool:
    """Whether this is a mainland postcode: six digits."""
    return bool(_POSTCODE.fullmatch(text.strip()))


def valid_email(text: str) -> bool:
    """Whether this is a mail address (several are, if each is)."""
    parts = [part.strip() for part in _SEVERAL.split(one_width(visible(text))) if part.strip()]
    return bool(parts) and all(_EMAIL.fullmatch(part) for part in parts)


def _parts(text: str) -> list[str]:
    return [phone(part) or "" for part in _SEVERAL.split(text) if part.strip()]


def _each(text: str, pattern: re.Pattern[str]) -> bool:
    parts = _parts(text)
    return bool(parts) and all(pattern.fullmatch(part) for part in parts)
