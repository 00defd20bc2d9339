"""Which words behind a label are its own, where another label or a remark follows that the form does not know?

In:     a blank and the words behind its label, up to the next label that is known.
Out:    its own words, the same text said twice said once; and whether they were told for certain.
Raises: nothing. Running text (得到政府扶持的情况) may hold labels of its own and is left whole.
Source: contract §11, a blank ends at the next printed label.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from decimal import Decimal

from extractors import values
from extractors.form.blank_values import read_blank
from extractors.form.next_label import (
    Behind,
    begins_with_label,
    behind,
    glued_label,
    led_labels,
    marked_label,
    without_remarks,
)
from extractors.values.contacts import valid_email, valid_phone, valid_postcode
from extractors.values.text import any_of, unspaced
from extractors.values.units import units
from extractors.vocabulary.facts import organisation
from extractors.vocabulary.labels import vocabulary
from schemas.application import Blank

LONGEST = 80
"""No number, date or telephone number is written with more characters than this."""
SHORTEST = 2
"""A text of one character said twice (一一) may be a word."""
DIGITS_TWICE = 12
"""So many digits that are one number twice over (a telephone number) are no number of their own."""
_DIGIT = re.compile(r"[\d.,]")
_PERSON = re.compile(r"[\u3400-\u9fff·]{2,4}")
_PLACE = re.compile(r"[省市区县旗镇乡街路道巷号室层楼栋座幢村园厦场院]")
_HOUSE = re.compile(r"\A.*[\d一二三四五六七八九十][号室层楼栋座幢](?=[\u3400-\u9fff])", re.DOTALL)
_EDGES = " 　\t\n_＿，,；;、|｜"
_SLASHES = "/／"
_BOXES = re.compile(
    r"(?:(?<![\s（(【\[，,；;、])[\s（(【\[，,；;、]++|(?<=[元人台套米家次%％)）]))[□☐☑☒](?=\s*[\u3400-\u9fff])"
)
"""An option to tick, behind a gap, a bracket or a unit. Strokes of a scanned word are taken for a box inside it."""

Reads = Callable[[str], bool]


@dataclass(frozen=True, slots=True)
class OwnAnswer:
    """The blank's own words; ``certain`` is False where somebody must look where they end."""

    text: str
    certain: bool = True


def own_answer(blank: Blank, text: str, stated: str = "") -> OwnAnswer:
    """The blank's own words in ``text``. ``stated``: the unit printed beside its label."""
    text = once(text)
    if blank.answers in ("sentence", "choice") and blank.kind == "text":
        return OwnAnswer(text)
    head = _before_options(text)
    if blank.kind != "text":
        return _shaped(head, lambda words: _reads(blank, words, stated), numeric=blank.kind == "number")
    own = _worded(blank, head)
    # Where words end before somebody else's options, only a name of an organisation tells.
    whole = head == text or (blank.key == "applicant_name" and organisation().fullmatch(unspaced(own.text)) is not None)
    return own if whole else replace(own, certain=False)


def _before_options(text: str) -> str:
    """The words before the options of something else (□是 □否上市); the text itself where it begins with a box."""
    box = None if text.lstrip(_EDGES + "（(【[")[:1] in "□☐☑☒" else _BOXES.search(text)
    return text if box is None else text[: box.start()]


def once(text: str) -> str:
    """The text once, where it stands there several times: a content control, a text box, a fallback drawing."""
    bare = unspaced(text)
    for times in range(len(bare) // SHORTEST, 1, -1):
        part = bare[: len(bare) // times]
        if part * times != bare or (part.isdecimal() and len(bare) < DIGITS_TWICE and bare in text):
            continue
        return _first(text, len(part))
    return text


def _first(text: str, length: int) -> str:
    """The beginning of the text with so many visible characters, its own gaps kept."""
    seen = 0
    for at, char in enumerate(text):
        seen += not char.isspace()
        if seen == length:
            return text[: at + 1]
    return text


def _reads(blank: Blank, words: str, stated: str) -> bool:
    """Whether these words alone are of the blank's kind."""
    if blank.kind == "number":
        return isinstance(read_blank(blank, words, stated, None), Decimal)
    if blank.kind == "date":
        return values.iso_date(words) is not None
    return {"email": valid_email, "postcode": valid_postcode}.get(blank.kind, valid_phone)(words)


def _shaped(text: str, reads: Reads, *, numeric: bool) -> OwnAnswer:
    """What has a shape of its own ends where that shape does, if another label or a remark follows."""
    text = text.rstrip(_EDGES + _SLASHES) or text
    bare = without_remarks(text)
    for whole in (text, bare.rstrip(_EDGES + _SLASHES) or bare):
        if not whole.strip(_EDGES) or reads(whole):
            return OwnAnswer(whole)
    around = _around_unit(text)
    if values.is_blank(around) or reads(around):
        # 自有—平方米 says there is none; 万元 320.5: a text box behind the unit that is printed there.
        return OwnAnswer(around, certain=not reads(around))
    head = _shaped_head(text, reads, numeric=numeric)
    if head is not None:
        return head
    if marked_label(text) == 0:
        return OwnAnswer("")
    return OwnAnswer(text, certain=not begins_with_label(text))


def _shaped_head(text: str, reads: Reads, *, numeric: bool) -> OwnAnswer | None:
    """The longest beginning that has the shape, behind which something else begins; None where there is none."""
    for head, rest in _heads(text):
        if reads(head) or values.only_unit(head, dates=False):
            if numeric and _is_a_number_again(rest):
                # 298.10万元 326.40: corrected by hand, or struck out in a way that was not seen.
                return OwnAnswer(f"{head}{rest}", certain=False)
            follows = behind(rest)
            # 二十来个吧 is no number; a telephone number with words behind it is one all the same.
            if follows is not Behind.OWN or not numeric:
                return OwnAnswer(head, follows is Behind.ANOTHER)
    return None


def _is_a_number_again(rest: str) -> bool:
    """Whether nothing but a printed unit and another number follows."""
    unit = any_of(units().printed)
    return re.fullmatch(rf"(?:{unit})?[\s,，、→]*\d[\d.,]*(?:{unit})?", rest.strip(_EDGES)) is not None


def _around_unit(text: str) -> str:
    """What stands before or behind a printed unit alone, the unit behind it; the text itself where nothing does."""
    match = re.fullmatch(rf"(?P<unit>{any_of(units().printed)})\s+(?P<number>\d.*)", text)
    if match:
        return match["number"] + match["unit"]
    match = re.fullmatch(rf"(?P<none>\D{{1,2}}?)\s*(?:{any_of(units().printed)})+", text)
    return match["none"] if match and values.is_blank(match["none"]) else text


def _heads(text: str) -> Iterator[tuple[str, str]]:
    """The text cut in two wherever no number is cut, the longest beginning first."""
    for at in range(min(len(text) - 1, LONGEST), 0, -1):
        ends = text[at - 1] in _EDGES or (text[at - 1] in _SLASHES and text[:at].strip(_EDGES + _SLASHES))
        if not ends and not (_DIGIT.match(text[at - 1]) and _DIGIT.match(text[at])):
            yield text[:at], text[at:]


def _worded(blank: Blank, text: str) -> OwnAnswer:
    """A name, an address, a word: it ends at the next label, with a colon or without."""
    at = _marked(blank, text)
    own = text if not at else text[:at].rstrip(_EDGES + "（(【[")
    own = own if blank.answers == "site" else own.rstrip(_EDGES + _SLASHES) or own
    own = _without_name_remark(own) if blank.answers == "name" else own
    glued = glued_label(own)
    if glued is not None and not (blank.answers == "site" and glued["words"].startswith(vocabulary().site_parts)):
        return _unglued(blank, own, glued)
    return _unled(blank, once(own))


def _without_name_remark(text: str) -> str:
    """The name without a bracket behind it that says what else it is called: 甲公司（曾用名：乙公司）."""
    match = re.fullmatch(rf"(?P<name>.+?)\s*[（(【](?:{any_of(vocabulary().name_remarks)})[^（）()【】]*[）)】]", text)
    return match["name"] if match else text


def _marked(blank: Blank, text: str) -> int | None:
    """Where the next label with a colon begins; 备案号 behind an address on the web is a part of the answer."""
    at = marked_label(text)
    if at is not None and blank.answers == "site":
        words = text[at:].lstrip(_EDGES + "（(【[")
        if words.startswith(vocabulary().site_parts) or re.match(r"https?\b", words, re.IGNORECASE):
            rest = _marked(blank, words[words.index(words.lstrip()[0]) + 2 :])
            return None if rest is None else len(text) - len(words) + 2 + rest
    return at


def _unglued(blank: Blank, text: str, label: re.Match[str]) -> OwnAnswer:
    """Words that run into a label with a colon: a name of a company, a house number, Latin letters show their end.

    Where nothing does, they may all be the label of a blank left blank: nothing is read, and nothing said for certain.
    """
    words = text[: label.end("words")]
    if blank.key == "applicant_name":
        name = organisation().match(words)
        if name is not None and len(words) - name.end() >= SHORTEST:
            return OwnAnswer(name[0])
    if blank.key == "registered_address" and (house := _HOUSE.match(words)):
        return OwnAnswer(house[0])
    if blank.answers == "site" and label.start() > 0 and text[label.start() - 1].isascii() and not words.isascii():
        return OwnAnswer(text[: label.start()].rstrip(_EDGES))
    return OwnAnswer("", certain=False)


def _unled(blank: Blank, text: str) -> OwnAnswer:
    """Words behind a gap that may be a label without a colon: cut where they surely are, else told."""
    for at, surely in led_labels(text):
        head, rest = text[:at].strip(_EDGES), text[at:].strip(_EDGES)
        if surely and head:
            return OwnAnswer(head)
        if _may_be_another(blank, head, rest):
            return OwnAnswer(text, certain=False)
    return OwnAnswer(text)


def _may_be_another(blank: Blank, head: str, rest: str) -> bool:
    """Whether what follows a gap may not belong to the answer: spaced-out names and addresses do."""
    if blank.key == "applicant_name":
        return organisation().fullmatch(unspaced(head)) is not None and not organisation().fullmatch(unspaced(rest))
    if blank.key == "registered_address":
        return _PLACE.search(rest) is None
    if blank.answers == "site":
        return False
    return _PERSON.fullmatch(unspaced(head)) is not None and _PERSON.fullmatch(unspaced(rest)) is None
