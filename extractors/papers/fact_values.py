"""What does a text behind a label say: a name, a person, a day, a code, an area?

In:     the words behind one label of a paper.
Out:    the value as it is kept; None where the words are nothing of the kind.
Raises: nothing.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping

from extractors import values
from extractors.values.text import unspaced
from extractors.vocabulary.facts import company_kind, organisation, seal_note, words

DATE = re.compile(
    r"(?:20|19)\d{2}\s*+[年./-]\s*+\d{1,2}\s*+[月./-]\s*+\d{1,2}(?:\s*+日)?"
    r"|[二一][〇零○九][〇零○一二三四五六七八九]{2}年[一二三四五六七八九十]{1,2}月[一二三四五六七八九十]{1,3}日"
)
CODE = re.compile(r"(?<![0-9A-Z])[0-9A-HJ-NPQRTUWXY]{2}\d{6}[0-9A-HJ-NPQRTUWXY]{10}(?![0-9A-Z])")
_LIKE_CODE = re.compile(r"(?<![0-9A-Z])[0-9A-Z]{18}(?![0-9A-Z])")
"""A code in which letters stand that no code has: behind its label it is one all the same."""
AREA = re.compile(r"(?<![\d,.])(\d[\d,]*+(?:\.\d++)?)\s*+(?:平方米|平米|㎡|m2|m²)")
_NAME = re.compile(r"[\u4e00-\u9fff（）()·A-Za-z0-9]{4,50}")
_PERSON = re.compile(
    r"\A[\s、.·]*+((?:[\u4e00-\u9fff]\s{0,8}){2,4}|[\u4e00-\u9fff]{1,20}·[\u4e00-\u9fff·]{1,40})(?=$|[\s，,。；;（(])"
)
_PRINTED = re.compile(r"[（(](?:加?盖?公?章)[)）]|_+|年月日")
"""What a form itself prints in a blank, white space aside."""
_HEADING = re.compile(r"[一二三四五六七八九十]、")
"""The next part of the form, where the blank before it was left blank."""
_PERIOD = re.compile(r"(?<!\d)(20\d{2})(?=年|[./-]?(?:0[1-9]|1[0-2])(?!\d)|$)")
_LASTING = "长期"

Reader = Callable[[str], str | None]


def read_fact(key: str) -> Reader:
    """How the value of this fact is read; words of any kind where the key asks for no more."""
    return _READERS.get(key, text_of)


def text_of(text: str) -> str | None:
    """Words, of two characters at least."""
    bare = unspaced(text).strip("：:，,；;。_")
    return bare if len(bare) >= 2 and not values.is_blank(bare) else None


def written_of(text: str) -> str | None:
    """What somebody wrote where a form prints （章） and 年月日: none where only that is there."""
    bare = unspaced(text)
    return None if _HEADING.match(bare) else text_of(_PRINTED.sub("", bare))


def holder_of(text: str) -> str | None:
    """The name of an organisation that ends as organisations do, and nothing else."""
    match = organisation().match(re.sub(r"_+", "", unspaced(text)).lstrip("：:"))
    return match[0] if match else None


def name_of(text: str) -> str | None:
    """The name of an organisation, without seal notes."""
    # Strokes of a scanned name may be taken for a tick box.
    bare = re.sub(r"[_□☐☑☒■√✓]+", "", unspaced(text)).lstrip("：:")
    # A recognised line of a licence runs its labels together: 名称甲有限公司类型有限责任公司.
    for at in sorted({stop.start() for word in words().lists["stops"] for stop in re.finditer(word, bare)}):
        if organisation().fullmatch(bare[:at]):
            return bare[:at]
    match = organisation().match(bare)
    if match and not company_kind().fullmatch(match[0]):
        return match[0]
    return _plain_name(re.sub(rf"{seal_note().pattern}.*$", "", bare).strip("：:，,；;。"))


def _plain_name(bare: str) -> str | None:
    """A name that does not end as organisations do, where it is no label and no kind of company."""
    if bare in words().every or company_kind().fullmatch(bare) or values.is_blank(bare):
        return None
    return bare if _NAME.fullmatch(bare) else None


def person_of(text: str) -> str | None:
    """The name of a person."""
    match = _PERSON.match(text)
    return unspaced(match[1]) if match else None


def day_of(text: str) -> str | None:
    """The first day that stands there."""
    match = DATE.search(text)
    return values.iso_date(unspaced(match[0])) if match else values.iso_date(text.strip())


def code_of(text: str) -> str | None:
    """The 统一社会信用代码."""
    bare = unspaced(text.upper())
    match = CODE.search(bare) or _LIKE_CODE.search(bare)
    return match[0] if match else None


def area_of(text: str) -> str | None:
    """The square metres."""
    match = AREA.search(text)
    return match[1].replace(",", "") if match else None


def until_of(text: str) -> str | None:
    """Until when something holds: the last day that stands there, or 长期."""
    if _LASTING in text:
        return _LASTING
    days = DATE.findall(text)
    return values.iso_date(unspaced(days[-1])) if days else None


def year_of(text: str) -> str | None:
    """The year in which a period ends: 2025年1月至2025年12月, 202512, 2025年度."""
    years = _PERIOD.findall(unspaced(text))
    return years[-1] if years else None


_READERS: Mapping[str, Reader] = {
    "subject": name_of,
    "landlord": name_of,
    "legal_representative": person_of,
    "registered_on": day_of,
    "made_on": day_of,
    "filed_on": day_of,
    "county": written_of,
    "effect": written_of,
    "survey_scope": written_of,
    "survey_quality": written_of,
    "survey_opinion": written_of,
    "list_holder": holder_of,
    "uscc": code_of,
    "area": area_of,
    "valid_until": until_of,
    "year": year_of,
}
