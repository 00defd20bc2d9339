"""Which days and document numbers does a heading or a term name? 样工信〔2023〕45号, 二〇二三年六月三十日."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from extractors.values.dates import iso_date

_HAN = "〇零○◯Oo一二三四五六七八九十"
_DAY = re.compile(
    rf"(?:\d{{4}}|[{_HAN}]{{4}})\s*年\s*(?:\d{{1,2}}|[{_HAN}]{{1,3}})\s*月\s*(?:\d{{1,2}}|[{_HAN}]{{1,3}})\s*[日号]"
    r"|(?<!\d)\d{4}[-./]\d{1,2}[-./]\d{1,2}(?!\d)"
)
_NUMBER = re.compile(r"[\u4e00-\u9fff]{2,12}\s*[〔\[（(【﹝]\s*(?:19|20)\d{2}\s*[〕\])）】﹞]\s*(?:第\s*)?\d{1,5}\s*号")
_LEAD = re.compile(r"^(?:文号|文件|按照|根据|依据|由|以|见|经|号|认定|通知|名单)+")


@dataclass(frozen=True, slots=True)
class Stated:
    """A day as a list states it: ISO, a month only (2023-06), or text that could not be read."""

    iso: str = ""
    text: str = ""

    def __bool__(self) -> bool:
        """Whether anything could be read."""
        return bool(self.iso)

    @property
    def day(self) -> date | None:
        """The day; None of a month only."""
        return date.fromisoformat(self.iso) if len(self.iso) == len("2026-03-15") else None


NOTHING = Stated()


def dates_in(text: str) -> Iterator[str]:
    """The days that the text names, in ISO spelling."""
    for match in _DAY.finditer(text):
        read = iso_date(re.sub(r"\s+", "", match[0]))
        if read is not None and len(read) == len("2026-03-15"):
            yield read


def numbers_in(text: str) -> Iterator[str]:
    """The numbers of documents that the text names, with brackets as they should be: 郑工信〔2023〕45号."""
    for match in _NUMBER.finditer(text):
        bare = re.sub(r"\s+", "", match[0])
        bare = re.sub(r"[\[（(【﹝]", "〔", re.sub(r"[\])）】﹞]", "〕", bare))
        yield _LEAD.sub("", bare)


def term(text: str) -> tuple[Stated, Stated]:
    """From when until when: 2023年6月30日至2026年6月29日; a month only stays a month."""
    days = list(dates_in(text))
    if len(days) == 2:
        return Stated(days[0], text), Stated(days[1], text)
    if len(days) == 1:
        ends = re.search(r"[至到止]", text)
        return (NOTHING, Stated(days[0], text)) if ends else (Stated(days[0], text), NOTHING)
    parts = [iso_date(part.strip()) for part in re.split(r"至|到|[-—–~～]{1,2}(?=\d{4})", text)]
    if len(parts) == 2:
        return Stated(parts[0] or "", text), Stated(parts[1] or "", text)
    return NOTHING, NOTHING
