"""How is what a clerk corrected shown: always beside what was read, by whom, and whether it still stands?"""

from __future__ import annotations

from collections.abc import Iterable

from schemas.clerk_input import Amended, Correction, CorrectionStatus, title_of
from schemas.decisions import AppliedDecision
from schemas.dossier import Contents
from schemas.locator import Locator

STANDINGS = {
    CorrectionStatus.APPLIED: "已采用",
    CorrectionStatus.STALE: "更正之后原件已有变化，未采用，请重新核对",
    CorrectionStatus.ABSENT: "卷宗中没有该处，未采用，请核对",
    CorrectionStatus.UNFIT: "写法不合该栏，未采用，请改正",
}
NOTHING = "（未读到）"
BLANK = "（空白）"


def title(one: Amended) -> str:
    """What is corrected, or which pages are named."""
    told = one.told
    if isinstance(told, Correction):
        return title_of(told.what)
    if told.pages is None:
        return f"材料：{told.file}"
    first, last = told.pages
    return f"材料：{told.file} 第{first}页" if first == last else f"材料：{told.file} 第{first}至{last}页"


def read(one: Amended) -> str:
    """What was read there."""
    return one.read or NOTHING


def value(one: Amended) -> str:
    """What the clerk says stands there."""
    return one.value or BLANK


def signed(one: Amended | AppliedDecision) -> str:
    """By whom and when."""
    told = one.decision if isinstance(one, AppliedDecision) else one.told
    return f"{told.name}，{told.date.isoformat()}"


def sentence(one: Amended) -> str:
    """All of it in a line: 申报表：上年末总资产，读作 3205，经办人更正为 320.5：原件为… （张三，2026-03-20）."""
    standing = "" if one.applied else f"；{STANDINGS[one.standing]}"
    said = f"{title(one)}，读作 {read(one)}，经办人更正为 {value(one)}"
    return f"{said}：{one.told.reason}（{signed(one)}）{standing}"


def by_what(contents: Contents) -> dict[str, Amended]:
    """Id of a blank, cell or figure → the correction that is in force there."""
    return {one.told.what: one for one in contents.amended if one.applied and isinstance(one.told, Correction)}


def namings(contents: Contents, places: Iterable[Locator]) -> list[Amended]:
    """What a clerk said of the papers that stand at these places."""
    spots = {place.position[:2] for place in places}
    return [
        one
        for one in contents.amended
        if one.applied
        and not isinstance(one.told, Correction)
        and one.place is not None
        and one.place.position[:2] in spots
    ]
