"""Are all whom the list of enterprises served names small or medium enterprises, as far as the list can show it?

Every condition counts 中小企业; no list says how large each is. What its rows themselves put in doubt is shown, never
counted and never taken off.
"""

from __future__ import annotations

from schemas.findings import Finding
from schemas.status import Disposition, Reason, Status
from validators import wording
from validators.case import Case

RULE = "note.served"
_EXPECTED = "名单所列均为中小企业"


def served(case: Case) -> Finding:
    """None in doubt: pass; else the rows for a person; without a list not applicable."""
    article = next((one.article for one in case.rulebook.conditions if one.measure == "enterprises_served"), "")
    doubtful = case.contents.no_enterprises
    if "enterprises" not in case.contents.tables:
        return Finding(RULE, Status.NOT_APPLICABLE, article, "没有读到服务企业名单，无从核看。", _EXPECTED)
    if not doubtful:
        message = "服务企业名单中没有按名称、人数看明显不是中小企业的；各家规模名单没有载明，未逐家核对。"
        return Finding(RULE, Status.PASS, article, message, _EXPECTED, disposition=Disposition.NOTE)
    names = wording.named(str(place.text) for place in doubtful)
    message = f"服务企业名单中 {names} 按名称或人数看可能不是中小企业，是否计入由人判断。"
    return Finding(
        RULE, Status.REVIEW, article, message, _EXPECTED, names, doubtful, Disposition.NOTE, Reason.WEAK_MATCH
    )
