"""Which letter says what: to whom, from whom, of which matter, and row by row?

In:     a screening with what clerks settled, and what the office wrote down of itself.
Out:    a letter as plain text, that a person or a page may change before it is written.
Raises: UsageError where a letter is asked for that has nothing to say.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

from pipeline import wording
from pipeline.letters.notice import INELIGIBLE, LETTER, SECOND_LETTER, SUPPLEMENT, Notice, letters, points
from pipeline.results.audience import Audience
from pipeline.results.batch import ReportContext
from pipeline.results.masking import mask_for
from schemas.days.reckoning import DayFrom
from schemas.dossier import Screening
from schemas.errors import UsageError
from schemas.findings import Finding
from schemas.status import Status

TITLES = {"supplement": SUPPLEMENT, "ineligible": INELIGIBLE, "query": "核实函"}
"""Kind → what the letter is called: asked to hand in, told what falls short, only asked to explain."""


@dataclass(frozen=True, slots=True)
class LetterHead:
    """All that a letter says besides its rows, as text; what is empty stays a blank for the clerk.

    ``remark``: for the clerk, to be deleted before the letter goes out. ``call``: the 申报通知, 《标题》（文号）.
    ``number``: the whole number of the letter; without it, ``sign`` (代字) begins it. ``days``: working days to hand
    in; ``answer_days``: working days to object. ``enclosed``: the letter that goes with this one.
    """

    applicant: str = ""
    rulebook: str = ""
    matter: str = ""
    received: str = ""
    reckoned: str = ""
    call: str = ""
    remark: str = ""
    number: str = ""
    sign: str = ""
    office: str = ""
    contact: str = ""
    telephone: str = ""
    address: str = ""
    how: str = ""
    days: str = ""
    answer_days: str = ""
    enclosed: str = ""
    signed_on: str = ""


@dataclass(frozen=True, slots=True)
class Letter:
    """One letter: to which dossier, of which kind, what stands around its rows, and its rows."""

    dossier: str
    kind: str
    head: LetterHead
    notice: Notice

    @property
    def title(self) -> str:
        """What it is called."""
        return TITLES[self.kind]


def asked_for(context: ReportContext, kind: str) -> Letter:
    """The letter of this kind, whatever the verdict. UsageError where there is nothing to say in it."""
    told = _told(context)
    rows = _rows(told, kind)
    if not (rows.requests or rows.questions or rows.shortfalls):
        raise UsageError(f"卷宗“{context.screening.id}”没有可写入{TITLES[kind]}的事项。")
    return _letter(context, kind, rows, also=kind == "ineligible" and bool(told.requests or told.questions))


def called_for(context: ReportContext) -> dict[str, Letter]:
    """The letters that the verdict calls for: name of the file → letter."""
    kinds = {title: kind for kind, title in TITLES.items()}
    titles = letters(context.screening, context.settled)
    return {
        file: _letter(
            context, kinds[title], _rows(_told(context), kinds[title]), also=SECOND_LETTER in titles and file == LETTER
        )
        for file, title in titles.items()
    }


def _told(context: ReportContext) -> Notice:
    """What is told, as the applicant may see it."""
    return mask_for(context.screening.contents, Audience.APPLICANT).over(points(context.screening, context.settled))


def _rows(told: Notice, kind: str) -> Notice:
    return {
        "supplement": Notice(told.requests, told.questions, ()),
        "ineligible": Notice((), (), told.shortfalls),
        "query": Notice((), told.questions, ()),
    }[kind]


def _letter(context: ReportContext, kind: str, rows: Notice, *, also: bool) -> Letter:
    screening, office = context.screening, context.office
    procedure = wording.PROCEDURES.get(screening.procedure, screening.procedure)
    held, days = screening.reckoned, screening.round.supplement_days or office.days
    head = LetterHead(
        applicant=screening.contents.applicant,
        rulebook=screening.rulebook_title,
        matter=f"{screening.programme or object_of(screening.rulebook_title)}{procedure}",
        received=wording.day(held.day) if held.source is DayFrom.RECEIVED else "",
        reckoned=wording.reckoned(screening),
        call=screening.round.titled(),
        remark=_remark(screening, rows, context.untold),
        sign=office.sign_of(kind),
        office=office.name,
        contact=office.contact,
        telephone=office.telephone,
        address=office.address,
        how=office.how.removesuffix("方式"),
        days=str(days or ""),
        answer_days=str(office.answer_days or ""),
        enclosed=SUPPLEMENT if also else "",
    )
    return Letter(screening.id, kind, head, rows)


def object_of(rulebook: str) -> str:
    """What is applied for: 样例市中小企业公共服务示范平台, where the regulation's title says it."""
    before, mark, _ = rulebook.partition("平台")
    return f"{before}{mark}" if mark else ""


def _remark(screening: Screening, rows: Notice, untold: Collection[str]) -> str:
    """What the clerk is told at the head of the draft: a rulebook not held against its text or perhaps
    no longer in force, rows left untold.
    """
    unheld = f"{screening.unheld}，请逐项与办法原文核对。" if screening.unheld else ""
    lapsed = "".join(f"{finding.message}确认仍适用后再发出。" for finding in _doubted(screening))
    return unheld + lapsed + _late(rows, untold)


def _doubted(screening: Screening) -> Iterator[Finding]:
    for finding in screening.findings:
        if finding.rule == "rulebook.in_force" and finding.status is Status.REVIEW:
            yield finding


def _late(rows: Notice, untold: Collection[str]) -> str:
    """A remark for the clerk: which rows the first letter could have had."""
    tables = (
        ("需补正的材料", [request.rules for request in rows.requests]),
        ("需核实说明的数据", [(question.rule,) for question in rows.questions]),
        ("未达到条件的项目", [(shortfall.rule,) for shortfall in rows.shortfalls]),
    )
    numbered = [(title, _among(untold, rules)) for title, rules in tables]
    said = "；".join(f"{title}第 {'、'.join(map(str, numbers))} 项" for title, numbers in numbered if numbers)
    if not said:
        return ""
    return f"{said}，所依据的材料前次已经提交、前次未告知。请核对是否仍须要求，并向申报单位说明；发出前请删去本行。"


def _among(untold: Collection[str], rows: Sequence[Sequence[str]]) -> list[int]:
    return [at for at, rules in enumerate(rows, 1) if set(rules) & set(untold)]
