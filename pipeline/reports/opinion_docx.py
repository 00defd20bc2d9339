"""初审意见表: one sheet of paper per dossier, to be signed: what was found, what a clerk decided, room for opinions."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from pipeline import wording
from pipeline.letters.letter import object_of
from pipeline.letters.letter_docx import clean, filled
from pipeline.reports import register
from pipeline.results.batch import ReportContext
from pipeline.results.points import counted, is_settled, open_findings
from schemas.days.reckoning import DayFrom
from schemas.decisions import OUTCOME, Choice
from schemas.dossier import Screening
from schemas.findings import FEEDING, Finding
from schemas.status import FileStatus, MaterialStatus, Status, VerdictStatus

OPINION_TEMPLATE = "opinion.docx"
LINE = 72
"""Columns (a hanzi takes two) in a line of the wide cells, with some to spare for other fonts."""
LINES = {"materials": 5, "conditions": 7, "figures": 5, "decided": 4, "files": 2, "tip": 2}
"""Lines of each cell: together they leave room for three opinions on one sheet of A4 (scripts/opinion_template.py)."""
_NAME = 34
"""Characters of a name that fill two lines of a narrow cell."""
_LONGEST_ITEM = 120
"""Characters of one entry: the report has the rest."""


def render(context: ReportContext) -> bytes | None:
    """opinion.docx; None for a dossier that could not be opened."""
    screening = context.screening
    if screening.verdict.status is VerdictStatus.UNREADABLE:
        return None
    procedure = wording.PROCEDURES.get(screening.procedure, screening.procedure)
    held = screening.reckoned
    said = {
        "materials": _materials(screening),
        "conditions": _conditions(screening),
        "figures": _figures(screening),
        "decided": _decided(context),
        "files": _files(screening),
        "tip": [wording.sentence(screening)],
    }
    shown = {key: clean("\n".join(_fitting(lines, LINES[key]))) for key, lines in said.items()}
    heads = {
        "title": f"{screening.programme or object_of(screening.rulebook_title)}{procedure}初审意见表",
        "dossier": _short(screening.id),
        "office": context.office.name,
        "applicant": _short(screening.contents.applicant) or "（未能读取）",
        "code": register.credit_code(screening),
        "rulebook": _short(screening.rulebook_title) or "（未能识别）",
        "received": wording.day(held.day) if held.source is DayFrom.RECEIVED else "",
        "reckoned": wording.reckoned(screening),
        "verdict": wording.VERDICTS[screening.verdict.status],
    }
    return filled(OPINION_TEMPLATE, shown | {key: clean(text) for key, text in heads.items()})


def _materials(screening: Screening) -> list[str]:
    """How many of the checklist's items are there, and which are not."""
    required = [one for one in screening.materials if not one.optional]
    counts = [(word, [one.title for one in required if one.status is status]) for status, word in _ITEMS]
    told = "，".join(f"{word} {len(titles)} 项" for word, titles in counts if titles)
    lacking = [f"{word}：{'、'.join(titles)}" for word, titles in counts[1:] if titles]
    return [f"清单所列 {len(required)} 项：{told}。", *lacking] if required else ["没有可对照的清单。"]


def _conditions(screening: Screening) -> list[str]:
    """How many conditions are met, and what the others state."""
    asked = [one for one in screening.findings if wording.family(one) == "condition" and one in _counting(screening)]
    counts = [(word, [one for one in asked if one.status in statuses]) for statuses, word in _CONDITIONS]
    told = "，".join(f"{word} {len(found)} 项" for word, found in counts if found)
    if not asked:
        return ["没有可对照的条件。"]
    others = [f"{word}：{_stated(one, screening)}" for word, found in counts[1:] for one in found]
    return [f"{len(asked)} 项：{told}。", *others]


def _counting(screening: Screening) -> list[Finding]:
    """Conditions that count in the verdict, whether met or not."""
    return [
        one
        for one in screening.findings
        if not one.rule.startswith(FEEDING) and one.status is not Status.NOT_APPLICABLE
    ]


def _stated(finding: Finding, screening: Screening) -> str:
    article = f"（{finding.article}）" if finding.article else ""
    return f"{wording.rule_title(finding.rule, screening)}{article}：{finding.actual or finding.message}"


def _figures(screening: Screening) -> list[str]:
    """What is to be filled in, what is stated differently, what a clerk found besides."""
    left = open_findings(screening)
    kinds = {
        "需补填或更正": [one for one in left if wording.family(one) == "form"],
        "数据不一致": [one for one in left if wording.family(one) == "crosscheck" and one.status is Status.FAIL],
        "数据需核实": [one for one in left if wording.family(one) in ("crosscheck", "history") and _is_open(one)],
        "经办人提出": [one for one in left if wording.family(one) == "own"],
    }
    told = "，".join(f"{word} {len(found)} 处" for word, found in kinds.items() if found)
    if not told:
        return ["未见需补填、更正或不一致之处。"]
    named = [f"{word}：{'、'.join(_titles(found, screening))}" for word, found in kinds.items() if found]
    return [f"{told}。", *named]


def _titles(findings: Sequence[Finding], screening: Screening) -> Iterator[str]:
    for finding in findings:
        own = wording.family(finding) == "own"
        yield finding.message.rstrip("。") if own else wording.rule_title(finding.rule, screening)


def _is_open(finding: Finding) -> bool:
    return finding.status in (Status.REVIEW, Status.ERROR)


def _decided(context: ReportContext) -> list[str]:
    """How many points are settled, and what was decided otherwise than found."""
    screening, over = context.screening, context.decisions
    count = counted(screening, over)
    told = f"待处理事项 {count.open} 项，已核定 {count.decided} 项，未核定 {count.left} 项。"
    other = [
        f"{laid.title}：{wording.rule_title(one.rule, screening)}（{laid.decision.name}，{laid.decision.reason}）"
        f"{'' if is_settled(one, over) or laid.decision.needs_second else '，依据已有变化，须重新核定'}"
        for one in screening.findings
        if (laid := over.get(one.rule)) and laid.decision.decision is not Choice.ACCEPT
    ]
    if OUTCOME in over:
        marked = over[OUTCOME]
        other.insert(0, f"{marked.title}（{marked.decision.name}，{marked.decision.reason}）")
    corrected = len(screening.contents.amended)
    return [told + (f"经办人更正、指明 {corrected} 处。" if corrected else ""), *other]


def _files(screening: Screening) -> list[str]:
    files = [file for file in screening.contents.files if file.status is not FileStatus.SKIPPED]
    closed = [file.path for file in files if file.status is FileStatus.UNREADABLE]
    told = f"共 {len(files)} 个文件"
    return [f"{told}，其中 {len(closed)} 个未能读取：{'、'.join(closed)}"] if closed else [f"{told}，均已读取。"]


def _fitting(told: Sequence[str], most: int) -> list[str]:
    """As many of these as the cell has lines for; what is left out is said."""
    shown: list[str] = []
    room = most
    for at, whole in enumerate(told):
        text = _short(whole.replace("\n", "；"), min(_LONGEST_ITEM, LINE * room // 2 - 1))
        needed = -(-_columns(text) // LINE)
        rest = len(told) - at
        if needed > room - (1 if rest > 1 else 0):
            shown.append(f"等，另有 {rest} 项，见初审报告。")
            break
        shown.append(text)
        room -= needed
    return shown


def _columns(text: str) -> int:
    return sum(1 if letter < "\u0300" else 2 for letter in text)


def _short(text: str, most: int = _NAME) -> str:
    return text if len(text) <= most else f"{text[: most - 1]}…"


_ITEMS = [
    (MaterialStatus.PRESENT, "有"),
    (MaterialStatus.MISSING, "缺少"),
    (MaterialStatus.PARTIAL, "不完整"),
    (MaterialStatus.REVIEW, "需人工核实"),
]
_CONDITIONS = [
    ((Status.PASS,), "符合"),
    ((Status.FAIL,), "不符合"),
    ((Status.REVIEW, Status.ERROR), "需人工核实"),
]
