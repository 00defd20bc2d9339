"""Where do the answers differ from what the applicant's own list says, and where does the sheet need another look?"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from decimal import Decimal
from typing import Any

from pipeline.sampling.callsheet.readback import Answer, Filled, RowPlace

Finding = dict[str, object]


def differences(filled: Filled) -> list[Finding]:
    """One finding per unit and kind, with the places in the list and on the call sheet."""
    found: list[Finding] = []
    for answer in filled.answers:
        found += [
            _finding(rule, message(answer), answer) for rule, (applies, message) in _CHECKS.items() if applies(answer)
        ]
    found += [_skipped(answer) for answer in _passed_over(filled.answers)]
    return [*found, *(_not_drawn(stranger.written, stranger.place) for stranger in filled.strangers)]


def _said(answer: Answer) -> str:
    return answer.outcome.id if answer.outcome else ""


def _contrary(answer: Answer) -> bool:
    """Answered, and not as the claim has it; a denial is said by itself."""
    return answer.outcome is not None and answer.outcome.answered and not answer.outcome.agrees


def _name(answer: Answer) -> str:
    return str(answer.unit.get("name") or answer.unit["unit"])


_CHECKS: Mapping[str, tuple[Callable[[Answer], bool], Callable[[Answer], str]]] = {
    "sample.satisfaction": (
        lambda answer: answer.unit.get("claimed") is True and _said(answer) == "dissatisfied",
        lambda answer: f"申请单位名单称“{_name(answer)}”满意，核实时答复不满意，请核实",
    ),
    "sample.denied_service": (
        lambda answer: _said(answer) == "denied",
        lambda answer: f"申请单位名单列有“{_name(answer)}”，核实时对方否认接受过服务，请核实",
    ),
    "sample.dead_number": (
        lambda answer: _said(answer) == "dead_number",
        lambda answer: f"名单所列“{_name(answer)}”的电话打不通，请申请单位提供有效的联系方式",
    ),
    "sample.contrary": (
        lambda answer: _said(answer) == "contrary",
        lambda answer: f"“{_name(answer)}”核实结果与所列不一致，请核实",
    ),
    "sample.amount": (
        lambda answer: (
            answer.audited is not None and str(answer.unit.get("amount") or "") != "" and _amount_off(answer)
        ),
        lambda answer: (
            f"凭证“{_name(answer)}”所列金额 {answer.unit['amount']} 元，核实金额 {answer.audited} 元，不一致，请核实"
        ),
    ),
    "sample.unclear": (
        lambda answer: answer.unclear,
        lambda answer: f"核实表中“{_name(answer)}”：{answer.doubt}。按未答复处理，请与核实人确认，改正后重新评价",
    ),
    "sample.unfilled": (
        lambda answer: answer.role in ("picked", "certain") and answer.outcome is None and not answer.unclear,
        lambda answer: f"抽中的“{_name(answer)}”没有填写结果，按未答复处理",
    ),
}


def _amount_off(answer: Answer) -> bool:
    return answer.audited != Decimal(answer.unit["amount"])


def _passed_over(answers: Iterable[Answer]) -> list[Answer]:
    """Reserves without a result though a later one of their stratum was used: choosing among them is no draw."""
    reserves = [answer for answer in answers if answer.role == "reserve"]
    used = [answer.outcome is not None or answer.unclear for answer in reserves]
    return [
        answer
        for at, answer in enumerate(reserves)
        if not used[at]
        and any(
            used[later] and reserves[later].unit["stratum"] == answer.unit["stratum"] for later in range(at, len(used))
        )
    ]


def _skipped(answer: Answer) -> Finding:
    message = f"候补“{_name(answer)}”被越过，启用了后面的候补；候补应按顺序启用，请补填其结果"
    return _finding("sample.reserve_order", message, answer)


def _not_drawn(written: str, place: RowPlace) -> Finding:
    message = f"核实表中的“{written}”不是抽中的对象，没有计入；不得更换抽中的对象，请核实"
    return _told("sample.not_drawn", written, "", message, [_here(place)])


def _finding(rule: str, message: str, answer: Answer) -> Finding:
    listed: Mapping[str, Any] = answer.unit.get("place") or {}
    here = _here(answer.place)
    places = [{key: listed.get(key) for key in here}] if listed.get("file") else []
    return _told(rule, str(answer.unit["unit"]), answer.role, message, [*places, here])


def _told(rule: str, unit: str, role: str, message: str, evidence: list[dict[str, object]]) -> Finding:
    return {"rule": rule, "status": "review", "unit": unit, "role": role, "message": message, "evidence": evidence}


def _here(place: RowPlace) -> dict[str, object]:
    """The place on the call sheet as a locator."""
    where: dict[str, object] = {"file": place.file, "page": None, "sheet": place.sheet, "cell": place.cell or None}
    return {**where, "bbox": None, "text": None}
