"""What the words in one blank of a form say, in the blank's type.

In:     the blank, the words, the unit printed beside the label, a workbook's stored value.
Out:    Decimal in the blank's unit, ISO date, or stripped text; None for a blank left blank, 无, / and —.
        Words that are not of the blank's type stay as written, for the form checks to report.
Raises: nothing.
"""

from __future__ import annotations

import re
from decimal import Decimal

from extractors import values
from schemas.application import Blank
from schemas.document import Native


def read_blank(blank: Blank, text: str, stated: str, native: Native) -> Decimal | str | None:
    """The value in one blank."""
    if blank.answers == "choice":
        return "、".join(values.choice(text)) or _behind_options(text) or _one_word(text)
    if blank.answers == "word_of_the_form" and (ticked := values.choice(text)):
        return "、".join(ticked)
    if values.is_blank(text) or values.only_unit(text):
        return None
    cleaned = values.clean(text)
    read: Decimal | str | None
    match blank.kind:
        case "number":
            read = _number(blank, text, stated, native)
        case "date":
            read = values.iso_date(text, native)
        case "phone" | "mobile":
            read = values.phone(text, native)
        case "postcode":
            read = re.sub(r"\s|邮编|[：:]", "", cleaned)
        case "email":
            read = re.sub(r"\s+", "", cleaned)
        case _:
            read = cleaned if blank.answers in ("sentence", "site") else re.sub(r"\s+", "", cleaned)
    return read if read is not None else cleaned or None


def _number(blank: Blank, text: str, stated: str, native: Native) -> Decimal | None:
    text = re.sub(r"(?<=[\d.,])\s+(?=\d)", "", text)  # a number that its narrow cell broke in two
    if blank.unit == "%":
        return values.share(text, native)
    return values.amount(text, blank.unit, stated, native)


def _behind_options(text: str) -> str | None:
    """One of the options, written again behind them: 租用□ 自有□ 租用."""
    words = [part for part in re.split(r"[□☐○◯\s,，、;；:：_＿]+", text) if part]
    boxes = re.search(r"[□☐○◯].*[□☐○◯]", text)
    again = boxes is not None and words[-1:] != [] and words[-1] in words[:-1] and len(set(words)) > 1
    return words[-1] if again else None


def _one_word(text: str) -> str | None:
    """The answer that someone wrote out instead of ticking its box; None where boxes stand there unticked."""
    word = values.clean(text).strip("/／、，, ")
    several = re.search(r"[□☐○◯/／、或]", word) or re.search(r"[\u4e00-\u9fff]{2}\s+[\u4e00-\u9fff]{2}", text)
    return word if word and not several and not values.is_blank(word) else None
