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


def title(amended: Amended) -> str:
    """What is corrected, or which pages are named."""
    clerk = amended.told
    if isinstance(clerk, Correction):
        return title_of(clerk.what)
    if clerk.pages is None:
        return f"材料：{clerk.file}"
    first, last = clerk.pages
    return f"材料：{clerk.file} 第{first}页" if first == last else f"材料：{clerk.file} 第{first}至{last}页"


def read(amended: Amended) -> str:
    """What was read there."""
    return amended.read or NOTHING


def value(amended: Amended) -> str:
    """What the clerk says stands there."""
    return amended.value or BLANK


def signed(applied: Amended | AppliedDecision) -> str:
    """By whom and when."""
    clerk = applied.decision if isinstance(applied, AppliedDecision) else applied.told
    return f"{clerk.name}，{clerk.date.isoformat()}"


def sentence(amended: Amended) -> str:
    """All of it in a line: 申报表：上年末总资产，读作 3205，经办人更正为 320.5：原件为… （张三，2026-03-20）."""
    standing = "" if amended.applied else f"；{STANDINGS[amended.standing]}"
    text = f"{title(amended)}，读作 {read(amended)}，经办人更正为 {value(amended)}"
    return f"{text}：{amended.told.reason}（{signed(amended)}）{standing}"


def by_what(contents: Contents) -> dict[str, Amended]:
    """Id of a blank, cell or figure → the correction that is in force there."""
    return {
        amended.told.what: amended
        for amended in contents.amended
        if amended.applied and isinstance(amended.told, Correction)
    }


def namings(contents: Contents, places: Iterable[Locator]) -> list[Amended]:
    """What a clerk said of the papers that stand at these places."""
    spots = {place.position[:2] for place in places}
    return [
        amended
        for amended in contents.amended
        if amended.applied
        and not isinstance(amended.told, Correction)
        and amended.place is not None
        and amended.place.position[:2] in spots
    ]
