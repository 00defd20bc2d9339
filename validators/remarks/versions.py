"""Are there several versions of the form or of a list, which of them counts, and do they say the same?

Two copies that count alike and state other quantities are the classic defect: never is one taken in silence.
"""

from __future__ import annotations

from schemas.dossier import OtherVersion
from schemas.findings import Finding
from schemas.status import Disposition, Reason, Status
from validators import wording
from validators.case import Case

RULE = "reading.versions"
_MOST = 6


def versions(case: Case) -> list[Finding]:
    """One finding that names every other version; none where there is only one of each."""
    others = case.contents.versions
    if not others:
        return []
    differ = any(other.differences for other in others)
    message = "；".join(_told(other) for other in others)
    places = tuple(dict.fromkeys(place for other in others for place in (other.counts, other.other)))
    differing = tuple(place for other in others for one in other.differences for place in one.places)
    if not differ:
        return [Finding(RULE, Status.PASS, "", f"{message}。", evidence=places, disposition=Disposition.VERIFY)]
    says = f"{message}。请核实以哪一份为准。"
    return [
        Finding(
            RULE,
            Status.REVIEW,
            "",
            says,
            evidence=tuple(dict.fromkeys((*differing, *places))),
            disposition=Disposition.VERIFY,
            reason=Reason.CONFLICT,
        )
    ]


def _told(other: OtherVersion) -> str:
    """Which one counts, which does not and why, and where they differ."""
    taken, left = _named(other.counts.file, other.counts.sheet), _named(other.other.file, other.other.sheet)
    says = f"{other.what}不止一份：采用{taken}；{left}{other.why}，未采用"
    if not other.differences:
        return says
    listed = (
        f"{said}：{wording.named((f'{one.title}（{one.counts} / {one.other}）' for one in some), _MOST)}"
        for said, some in (
            ("两份所填不同", [one for one in other.differences if one.sure]),
            ("其中一份字迹辨认不清，所填可能不同", [one for one in other.differences if not one.sure]),
        )
        if some
    )
    return "，".join((says, *listed))


def _named(file: str, sheet: str | None) -> str:
    return f"“{file}”" + (f"的工作表“{sheet}”" if sheet else "")
