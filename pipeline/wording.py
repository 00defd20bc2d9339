"""In which Chinese words do reports and the terminal say what the contract says in ids?"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from schemas.application import BLANKS
from schemas.days.reckoning import DayFrom
from schemas.dossier import Screening
from schemas.findings import FEEDING, Finding
from schemas.locator import Locator
from schemas.measures import MEASURES
from schemas.status import Disposition, FileStatus, MaterialStatus, Reason, Status, VerdictStatus
from schemas.tables import LISTS

VERDICTS = {
    VerdictStatus.INELIGIBLE: "有不符合条件的项目",
    VerdictStatus.SUPPLEMENT: "需补正",
    VerdictStatus.REVIEW: "需人工核实",
    VerdictStatus.COMPLETE: "材料齐全，未发现问题",
    VerdictStatus.UNREADABLE: "未能初审",
}
MATERIALS = {
    MaterialStatus.PRESENT: "有",
    MaterialStatus.PARTIAL: "不完整",
    MaterialStatus.MISSING: "缺少",
    MaterialStatus.REVIEW: "需人工核实",
}
STATUSES = {
    Status.PASS: "符合",
    Status.FAIL: "不符合",
    Status.REVIEW: "需人工核实",
    Status.NOT_APPLICABLE: "不适用",
    Status.ERROR: "规则出错，需人工核实",
}
# What a status is called where 符合 would not be said: of a paper, of two figures, of a blank.
_STATUSES_OF = {
    "material": {Status.PASS: "有", Status.FAIL: "缺少或不完整"},
    "crosscheck": {Status.PASS: "一致", Status.FAIL: "不一致，请核实"},
    "history": {Status.PASS: "未见问题"},
    "form": {Status.PASS: "填写完整", Status.FAIL: "需补填或更正"},
    "own": {Status.FAIL: "经办人提出"},
}
REASONS = {
    Reason.NOT_FOUND: "没有找到",
    Reason.UNREADABLE: "有文件无法读取",
    Reason.CONFLICT: "各处不一致",
    Reason.AMBIGUOUS_RULE: "办法可作不同理解",
    Reason.RELAXATION_POSSIBLE: "可能适用放宽条款",
    Reason.RULE_NOT_IN_FORCE: "办法效力需确认",
    Reason.WEAK_MATCH: "匹配不确定",
    Reason.TOLD_BY_CLERK: "经办人提出",
}
FILES = {FileStatus.READ: "已读取", FileStatus.UNREADABLE: "未能读取", FileStatus.SKIPPED: "略过"}
_DAYS = {
    DayFrom.RECEIVED: "收件日期",
    DayFrom.FILED: "申报表所载填报日期",
    DayFrom.AS_OF: "初审基准日",
}
PROCEDURES = {"application": "认定申请", "review": "复核测评"}
_CHECKS = {
    "service_revenue_within_revenue": "服务收入与营业收入",
    "duplicate_enterprises": "服务企业名单重复或相近",
    "duplicate_staff": "人员名单同名",
    "shared_phones": "多家企业同一电话",
    "self_served": "服务对象与申请单位相同或相关",
    "credit_code": "统一社会信用代码校验",
    "roster_numbering": "名单序号",
}
_BATCH = {
    "shared_enterprises": "服务企业名单相同",
    "shared_staff": "人员名单相同",
    "duplicate_files": "文件相同",
    "similar_narratives": "申请报告文字相近",
    "same_applicant": "同一申请单位",
}
_OTHERS = {
    "rulebook.in_force": "办法效力",
    "rulebook.unrecognised": "适用的办法",
    "rulebook.procedure": "适用的程序",
    "condition.functions": "服务功能",
    "condition.score": "评分合计",
    "reading.files": "文件的读取",
    "reading.lists": "名单的读取",
    "reading.papers": "材料的读取",
    "reading.comments": "材料上的批注",
    "reading.versions": "同一表格、名单的几个版本",
    "note.binding_order": "装订顺序",
    "note.served": "服务对象是否中小企业",
    "note.premises": "场所证明的使用人和期限",
    "material.recommendation": "推荐单位的材料",
    "survey.size": "推荐单位测评的家数",
    "survey.members": "推荐单位测评的企业",
    "survey.method": "推荐单位测评的方法",
    "survey.filled": "推荐单位测评的填写",
    "history.title": "已有称号",
    "history.bar": "不得申报的期限",
    "history.figures": "与上次申报的数据",
    "history.recheck": "逾期未办的复核",
}


# Marks that turn the direction of whatever follows, and signs that no paper can show.
_TURNING = re.compile("[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")
_WORD_CELL = re.compile(r"(表[\d.]+)!R(\d+)C(\d+)")
_WORD_LINE = re.compile(r"段(\d+)")
_QUOTED = 24
"""Characters of the words at a place: they are to be found, not read."""
_UNSEEN = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ufffe\uffff\ud800-\udfff]")


def visible(text: str) -> str:
    """The text as it can be shown: a mark that would turn the line around is named instead of obeyed."""
    if text.isprintable():
        return text
    return _TURNING.sub(lambda match: f"〔U+{ord(match[0]):04X}〕", _UNSEEN.sub("", text))


def status(finding: Finding, screening: Screening | None = None) -> str:
    """The status in the words that suit the kind of rule; of a material, where it is known, just what is wrong."""
    item = finding.rule.partition(".")[2] if family(finding) == "material" else ""
    for material in screening.materials if screening and item and finding.status is Status.FAIL else ():
        if material.item == item:
            return MATERIALS[material.status]
    return _STATUSES_OF.get(family(finding), {}).get(finding.status, STATUSES[finding.status])


def falls_short(finding: Finding) -> bool:
    """Whether it is a condition that is not met and that counts."""
    counted = finding.disposition is not Disposition.NOTE and not finding.rule.startswith(FEEDING)
    own = family(finding) == "own" and finding.disposition is Disposition.INELIGIBLE
    return (own or family(finding) == "condition") and finding.status is Status.FAIL and counted


def to_be_mended(finding: Finding) -> bool:
    """Whether a clerk has found it, and the applicant can mend it."""
    own = family(finding) == "own" and finding.disposition is Disposition.SUPPLEMENT
    return own and finding.status is Status.FAIL


def sentence(screening: Screening) -> str:
    """The verdict in a sentence: what was found, in numbers."""
    if screening.verdict.status is VerdictStatus.UNREADABLE:
        return "未能初审，请见下面的原因。"
    required = Counter(material.status for material in screening.materials if not material.optional)
    findings = [finding for finding in screening.findings if finding.disposition is not Disposition.NOTE]
    failed = Counter(family(finding) for finding in findings if finding.status is Status.FAIL)
    counts = (
        ("项条件不符合", sum(map(falls_short, findings))),
        ("项材料缺少", required[MaterialStatus.MISSING]),
        ("项材料不完整", required[MaterialStatus.PARTIAL]),
        ("处填写需补正", failed["form"]),
        ("项经办人提出需补正", sum(map(to_be_mended, findings))),
        ("处数据不一致", failed["crosscheck"]),
        ("项需人工核实", sum(map(_is_open, findings))),
    )
    problems = "，".join(f"{count} {what}" for what, count in counts if count)
    return f"{problems or _without_problems(screening)}。{_not_judged(screening)}"


def _without_problems(screening: Screening) -> str:
    """What was looked at where nothing was found, in numbers."""
    there = sum(not item.optional and item.status is MaterialStatus.PRESENT for item in screening.materials)
    passed = Counter(
        family(finding)
        for finding in screening.findings
        if finding.status is Status.PASS and finding.disposition is not Disposition.NOTE
    )
    return f"{there} 项材料均已见到，{passed['condition']} 项条件、{passed['crosscheck']} 项勾稽核对未发现问题"


def _not_judged(screening: Screening) -> str:
    """What the program does not judge: what only people can, and conditions that are not counted or did not apply."""
    people = sum(family(finding) == "judgement" for finding in screening.findings)
    left = sum(
        finding.status is Status.NOT_APPLICABLE
        and family(finding) in ("condition", "crosscheck")
        and not finding.rule.startswith(FEEDING)
        for finding in screening.findings
    )
    says = [f"{people} 项须由人判断的条件"] if people else []
    says += [f"{left} 项没有数据可核对的"] if left else []
    return f"另有{'、'.join(says)}，程序未作判断。" if says else ""


def day(of: date) -> str:
    """A day as official papers write it: 2026年3月9日."""
    return f"{of.year}年{of.month}月{of.day}日"


def reckoned(screening: Screening) -> str:
    """The day from which years are reckoned, and where it comes from."""
    held = screening.reckoned
    said = f"{_DAYS[held.source]}（{day(held.day)}）"
    return f"年限和年度以{said}为准，上年度为{held.last_year}年"


def reckoned_from(screening: Screening) -> str:
    """The day of reckoning in a cell of a table: 2026年3月9日（申报表所载填报日期）."""
    held = screening.reckoned
    return f"{day(held.day)}（{_DAYS[held.source]}）"


def _is_open(finding: Finding) -> bool:
    function = finding.rule.startswith(FEEDING)
    return finding.status in (Status.REVIEW, Status.ERROR) and not function


def family(finding: Finding) -> str:
    """What kind of rule it is: material, form, condition, crosscheck …"""
    return finding.rule.split(".", 1)[0]


def rule_title(rule: str, screening: Screening | None = None) -> str:
    """What the rule is about, for people; the id itself where there is no word for it."""
    kind, _, rest = rule.partition(".")
    if rule in _OTHERS:
        return _OTHERS[rule]
    if kind in ("material", "seal"):
        return f"{rest} {_material_title(rest, screening)}{'（盖章）' if kind == 'seal' else ''}".strip()
    if kind == "own":
        return f"经办人提出的第 {rest} 项"
    if (kind == "judgement" or (kind == "note" and rest not in LISTS)) and screening is not None:
        return next((finding.expected for finding in screening.findings if finding.rule == rule), "") or rest
    return {"form": _blank_title, "note": _note_title}.get(kind, _measure_title)(rest)


def _material_title(item: str, screening: Screening | None) -> str:
    materials = screening.materials if screening else ()
    return next((material.title for material in materials if material.item == item), "")


def _note_title(form: str) -> str:
    return f"{LISTS[form].title}的备注" if form in LISTS else "材料上的栏目"


def _measure_title(measure: str) -> str:
    known = MEASURES.get(measure)
    return known.title if known else _CHECKS.get(measure) or _BATCH.get(measure) or measure


def problem(rule: str, screening: Screening | None = None) -> str:
    """What is wrong where the rule fails, in a few words: 从业人数：不一致，请核实."""
    kind = rule.partition(".")[0]
    return f"{rule_title(rule, screening)}：{_STATUSES_OF.get(kind, {}).get(Status.FAIL, STATUSES[Status.FAIL])}"


def _blank_title(rest: str) -> str:
    part, _, key = rest.partition(".")
    if part == "application":
        return f"申报表：{BLANKS[key].title}" if key in BLANKS else f"申报表：{key}"
    if part not in LISTS:
        return rest
    columns = {column.key: column.title for column in LISTS[part].columns}
    return f"{LISTS[part].title}：{columns.get(key, key)}" if key else LISTS[part].title


def place(locator: Locator) -> str:
    """Where it stands: 申报表.pdf 第2页; 名单.xlsx “Sheet1” B7."""
    parts = [locator.file]
    if locator.sheet:
        parts.append(f"“{locator.sheet}”")
    if locator.leaf:
        parts.append(f"第{locator.leaf}页")
    if locator.cell:
        parts.append(address(locator.cell))
    return " ".join(parts)


def found_at(locator: Locator) -> str:
    """The place with the words that stand there, by which a person finds it: 申报表.docx 表2第3行第4列“20人”."""
    words = " ".join((locator.text or "").split())
    short = words if len(words) <= _QUOTED else f"{words[:_QUOTED]}…"
    return f"{place(locator)}“{short}”" if short else place(locator)


def still(text: str) -> str:
    """The text without such marks at all: for a sheet that is read back, where a name must stay the name."""
    return text if text.isprintable() else _TURNING.sub("", _UNSEEN.sub("", text))


def address(cell: str) -> str:
    """A place in a Word file as people say it, 表1第3行第4列 or 第12段; a workbook's B7 as it is."""
    if line := _WORD_CELL.fullmatch(cell):
        return f"{line[1]}第{line[2]}行第{line[3]}列"
    line = _WORD_LINE.fullmatch(cell)
    return f"第{line[1]}段" if line else cell


def places(locators: Iterable[Locator], most: int = 10) -> str:
    """The places one after the other, each once, at most this many; cells of one sheet behind its name."""
    listed = list(dict.fromkeys((place(replace(locator, cell=None)), locator.cell) for locator in locators))
    cells: dict[str, list[str]] = {}
    for paper, where in listed[:most]:
        cells.setdefault(paper, []).extend([address(where)] if where else [])
    shown = "；".join(f"{paper} {'、'.join(of)}".strip() for paper, of in cells.items())
    return shown + (f" 等 {len(listed)} 处" if len(listed) > most else "")


def cell(value: object) -> str:
    """A value as it stands in a table for people: 是, 否, a number without trailing noise, text."""
    if value is None:
        return ""
    if value is True or value is False:
        return "是" if value else "否"
    return str(value)
