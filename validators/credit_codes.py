"""Are the two check digits of every credit code right that the papers give? (GB 11714, GB 32100)

A wrong one is for a person, with the code it may stand for: scans are misread, and old codes are irregular.
"""

from __future__ import annotations

from collections.abc import Iterable

from schemas.findings import Finding
from schemas.locator import Locator
from schemas.papers import Fact
from schemas.status import Reason, Status
from schemas.trust import Doubt
from schemas.uscc import LENGTH, check_character, inner_check_character, repairs
from schemas.uscc import credit_code as read
from validators import wording
from validators.case import Case

_RULE = "crosscheck.credit_code"
_EXPECTED = "组织机构代码校验码（第 17 位）和统一社会信用代码校验码（第 18 位）与算得的一致"


def credit_codes(case: Case) -> Finding:
    """Every code read, each once; right ones pass, a wrong one is review, none is not applicable."""
    codes: dict[str, Fact] = {}
    for paper in case.contents.papers:
        if "uscc" in paper.facts:
            codes.setdefault(read(paper.facts["uscc"].value).code, paper.facts["uscc"])
    wrong = [code for code, fact in codes.items() if not read(code).sound or Doubt.MENDED in fact.evidence.doubts]
    if not codes:
        message = "统一社会信用代码：未读到，无从核对。"
        return Finding(_RULE, Status.NOT_APPLICABLE, "", message, _EXPECTED)
    actual = "；".join(codes)
    if not wrong:
        message = f"统一社会信用代码：{actual}，校验码相符。"
        return Finding(_RULE, Status.PASS, "", message, _EXPECTED, actual, _places(codes.values()))
    message = "；".join(_said(code, codes) for code in wrong)
    return Finding(
        _RULE,
        Status.REVIEW,
        "",
        f"统一社会信用代码：{message}，请核对原件。",
        _EXPECTED,
        actual,
        _places(codes[code] for code in wrong),
        reason=Reason.WEAK_MATCH,
    )


def _places(facts: Iterable[Fact]) -> tuple[Locator, ...]:
    return tuple(fact.evidence for fact in facts)


def _said(code: str, codes: dict[str, Fact]) -> str:
    """Which digit is wrong, and what the code may stand for."""
    if read(code).sound:
        return f"{wording.files([codes[code].evidence])}为扫描件，识别有误，按校验码更正为 {code}"
    likely = tuple(dict.fromkeys([*_read_elsewhere(code, codes), *repairs(code)]))
    hint = f"，可能应为 {wording.named(likely, 3)}（仅供核对）" if likely else ""
    return f"{wording.files([codes[code].evidence])}所载 {code} {_wrong(code)}{hint}"


def _wrong(code: str) -> str:
    told = read(code)
    if not told.well_formed:
        return "不合 18 位代码的编码规则"
    inner = "" if told.inner_checks else f"第 17 位算得应为 {inner_check_character(code[8:16])}"
    whole = "" if told.checks else f"第 18 位算得应为 {check_character(code[:17])}"
    return f"校验码不符（{'，'.join(part for part in (inner, whole) if part)}）"


def _read_elsewhere(code: str, codes: Iterable[str]) -> list[str]:
    """A sound code on another paper that differs in one sign."""
    return [
        other
        for other in codes
        if len(code) == LENGTH and read(other).sound and sum(a != b for a, b in zip(code, other, strict=True)) == 1
    ]
