"""Is every blank of the form and every cell of its lists filled, and filled with the right kind of thing?"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import replace

import pandas as pd

from schemas.application import BLANKS, Entry
from schemas.findings import Finding
from schemas.forms import FormSpec, ListForm
from schemas.locator import Locator
from schemas.status import Disposition, Reason, Status
from schemas.tables import LISTS, Row, rows_of
from schemas.trust import NONE, Doubt, Doubts, grave
from validators import wording
from validators.case import Case
from validators.completeness import not_whole, unread_table
from validators.structure import ABSENT, EMPTY, Failure, SchemaColumn, failures

# Contract §8: required is every blank and column of the regulation's own form, except these.
MAY_BE_EMPTY = frozenset({"fax", "website", "email", "postcode", "mobile", "filed_on"})
CELLS_MAY_BE_EMPTY = frozenset({("staff", "title"), ("staff", "school")})
# … and equipment and premises where the applicant writes 无; the blanks of one group speak together.
_FROM_PICTURE = frozenset({Doubt.FROM_PICTURE})
EQUIPMENT = ("equipment_count", "equipment_cost", "equipment_asset_share", "software_asset_share")
PREMISES = (
    "premises_area",
    "premises_owned_area",
    "premises_leased_area",
    "premises_tenure",
    "premises_owned_share",
)
# Blanks that ask how matters stand: 无 is then what was asked (秦皇岛第八条（十）).
SITUATIONS = ("qualifications", "government_support", "it_usage", "honours", "recognition_documents")
# Contract §6: a cell that is empty, 无, / or — says nothing.
NOTHING = frozenset({"", "无", "/", "\\", "-", "—", "——", "~", "暂无", "没有", "尚无", "不适用", "不涉及", "n/a", "na"})
"""At half width, in small letters, without brackets and full stops around them."""
_UNIT_BEHIND = re.compile(r"(?:万?元|平方?米|㎡|台|台[（(]套[）)]|套|人|[%％])$")
"""The unit that the form prints behind a blank: 无平方米 says 无."""
OF_THE_FORM = frozenset({"investors", "operations", "services", "partners"})


def application(case: Case) -> list[Finding]:
    """One finding per blank: filled and of its kind, pass; else fail; what could not be read, review."""
    spec = _own_form(case)
    keys = [*(spec.blanks() if spec else ()), *(key for key in case.entries if not spec or key not in spec.blanks())]
    if not case.entries:
        return [_not_seen(f"form.application.{key}", _title(key)) for key in keys]
    asked = [key for key in keys if key in case.entries]
    row = {key: _answer(case, key) for key in asked}
    blanks = [SchemaColumn(key, BLANKS[key].kind, _must_be_filled(case, spec, key), there=True) for key in asked]
    wrong = {failure.column: failure for failure in failures(pd.DataFrame([row], dtype=object), blanks)}
    return [_of_form(spec, _blank(case, key, wrong.get(key))) for key in keys]


def table(case: Case, name: str) -> list[Finding]:
    """One finding per column of one list, with the place of every faulty cell."""
    form = _list_form(case, name)
    heads = dict(reversed(form.columns)) if form else {}
    titles = {column.key: heads.get(column.key, column.title) for column in LISTS[name].columns}
    frame = case.contents.tables.get(name)
    if frame is None or frame.empty:
        return [_of_form(_own_form(case), _no_rows(case, name, key, titles[key])) for key in titles if key in heads]
    blanks = [
        SchemaColumn(column.key, column.kind, *_required(name, column.key, heads))
        for column in LISTS[name].columns
        if column.key in heads or column.key in frame.columns
    ]
    wrong: dict[str, list[Failure]] = defaultdict(list)
    for failure in failures(frame, blanks):
        wrong[failure.column].append(failure)
    spec = _own_form(case)
    return [_of_form(spec, _column(case, name, blank, titles[blank.key], wrong[blank.key])) for blank in blanks]


def _own_form(case: Case) -> FormSpec | None:
    """The form of the procedure."""
    return case.rulebook.forms.get(case.procedure.form)


def _of_form(spec: FormSpec | None, found: Finding) -> Finding:
    """What is wrong with a form that the regulation's text does not show is a note for a person, and no demand."""
    if spec is None or spec.in_text or found.status not in (Status.FAIL, Status.REVIEW):
        return found
    message = f"{found.message.removesuffix('。').removesuffix('，请补正')}；该表格式未随办法公布，是否须填写由人判断。"
    reason = found.reason or Reason.AMBIGUOUS_RULE
    return replace(found, status=Status.REVIEW, message=message, disposition=Disposition.NOTE, reason=reason)


def _form_title(case: Case) -> str:
    """What people call the form of the procedure."""
    spec = _own_form(case)
    return "测评表" if spec is not None and spec.kind == "review_form" else "申报表"


def _may_be_empty(key: str) -> bool:
    return key in MAY_BE_EMPTY or (key in BLANKS and BLANKS[key].optional)


def _title(key: str) -> str:
    return BLANKS[key].title if key in BLANKS else key


def _required(name: str, key: str, heads: dict[str, str]) -> tuple[bool, bool]:
    """Whether each cell of the column must be filled, and whether the column must be there."""
    if key not in heads or key == "no":
        return False, False
    return (name, key) not in CELLS_MAY_BE_EMPTY, (name, key) not in CELLS_MAY_BE_EMPTY


def _list_form(case: Case, name: str) -> ListForm | None:
    """The list as the procedure's own form has it, else as any form of the regulation has it."""
    own = _own_form(case)
    specs = [*([own] if own else []), *case.rulebook.forms.values()]
    return next((form for spec in specs for form in spec.tables if form.table == name), None)


def _must_be_filled(case: Case, spec: FormSpec | None, key: str) -> bool:
    if spec is None or key not in spec.blanks() or _may_be_empty(key):
        return False
    if key in SITUATIONS:
        return not _says_none(case.entries[key])
    return not any(key in group and _group_says_none(case, group) for group in (EQUIPMENT, PREMISES))


def _group_says_none(case: Case, group: Sequence[str]) -> bool:
    """无 in the leading blank answers the whole group; in another blank, that one is looked at by itself."""
    lead = case.entries.get(group[0])
    return lead is not None and (_says_none(lead) or lead.value == 0)


def _says_none(entry: Entry) -> bool:
    """Whether the applicant wrote 无 or the like, rather than nothing."""
    written = _bare(str(entry.value if entry.value is not None else entry.text))
    return written != "" and (written in NOTHING or _bare(_UNIT_BEHIND.sub("", written)) in NOTHING - {""})


def _bare(text: str) -> str:
    """The words at half width, in small letters, without what people set around a 无."""
    return unicodedata.normalize("NFKC", text).lower().strip(" ()[]【】。.;,、")


def _answer(case: Case, key: str) -> object:
    """The value to be judged: 无 and / are no answer to a blank that must be filled."""
    entry = case.entries[key]
    if entry.value is None or _bare(str(entry.value)) in NOTHING:
        written = _says_none(entry) and (key in EQUIPMENT or key in PREMISES)
        return _none_of_kind(key) if written else None
    return entry.value


def _none_of_kind(key: str) -> object:
    """Stands for a written 无 where 无 is an answer."""
    return 0 if BLANKS[key].kind == "number" else "无"


def _blank(case: Case, key: str, failure: Failure | None) -> Finding:
    rule, title, entry = f"form.application.{key}", _title(key), case.entries.get(key)
    if entry is None:
        return _unseen_blank(case, rule, key, title)
    evidence = (entry.evidence,)
    actual = entry.text or EMPTY
    if failure is None:
        says = "填写完整" if entry.text.strip() or not _may_be_empty(key) else "可不填写，未填写"
        return Finding(rule, Status.PASS, "", f"“{title}”{says}。", "已填写", actual, evidence)
    written = _UNIT_BEHIND.sub("", entry.text.strip()).strip(" _＿")
    why = f"所填“{entry.text}”不能作为答复" if failure.why == EMPTY and written else failure.why
    if failure.why != EMPTY:
        why = f"所填“{entry.text}”{failure.why}"
    # What was recognised in a picture and is of the wrong kind may be misread: nobody is accused by it.
    pictured = entry.doubts & _FROM_PICTURE if failure.why != EMPTY else NONE
    return _faulty(rule, f"{_form_title(case)}“{title}”{why}", actual, evidence, grave(entry.doubts) | pictured)


def _unseen_blank(case: Case, rule: str, key: str, title: str) -> Finding:
    """The label was not found: the form was altered, or it could not be read well enough to say so."""
    if _may_be_empty(key):
        return Finding(rule, Status.NOT_APPLICABLE, "", f"“{title}”可不填写，未见填写。")
    altered = key in case.contents.form.missing_labels
    form = _form_title(case)
    says = f"{form}中未见该栏，表格可能已被改动" if altered else f"未能在{form}中找到该栏"
    place = case.contents.form.evidence
    message = f"“{title}”：{says}，需人工核实；确缺的请按原表补填。"
    return Finding(rule, Status.REVIEW, "", message, "已填写", "", (place,) if place else (), reason=Reason.NOT_FOUND)


def _column(case: Case, name: str, blank: SchemaColumn, title: str, wrong: list[Failure]) -> Finding:
    rule, list_title = f"form.{name}.{blank.key}", LISTS[name].title
    if not wrong:
        return Finding(rule, Status.PASS, "", f"{list_title}“{title}”栏填写完整。", "逐行填写")
    cells = [(failure, failure.row) for failure in wrong if failure.row is not None]
    if len(cells) < len(wrong):
        return _absent_column(case, rule, name, title)
    if name in not_whole(case):
        # Which cell is which cannot be said: none is marked, and no garbled text is quoted.
        message = f"{list_title}“{title}”栏无法核对：{unread_table(case, name)}，需人工核实。"
        return Finding(rule, Status.REVIEW, "", message, "按原表填写", reason=Reason.UNREADABLE)
    return _faulty_cells(case, name, blank, title, cells)


def _faulty_cells(
    case: Case, name: str, blank: SchemaColumn, title: str, cells: Sequence[tuple[Failure, int]]
) -> Finding:
    """What is wrong with these cells (each with its row's index), how often, and in whose rows."""
    rows = rows_of(case.contents.tables[name])
    # The cells of a scanned list are as good as the rules and words that were recognised: nobody is accused by them.
    doubts = [_of_cell(_place(rows[row], blank.key)) for _, row in cells]
    proved = [cell for cell, doubt in zip(cells, doubts, strict=True) if not doubt]
    told = proved or cells
    counts = Counter(failure.why for failure, _ in told)
    says = "，".join(f"{count} 处{why}" for why, count in counts.items())
    who = wording.named((_name(rows[row], name, row) for _, row in told), 5)
    what = f"{LISTS[name].title}“{title}”栏{says}（{who}）"
    places = tuple(_place(rows[row], blank.key) for _, row in told)
    of_cells = NONE if proved else NONE.union(*doubts)
    found = _faulty(f"form.{name}.{blank.key}", what, says, places, _of_list(case, name) | of_cells)
    if len(told) == len(cells):
        return found
    besides = f"；另有 {len(cells) - len(told)} 处未能可靠读出，未作认定，需人工核对。"
    return replace(found, message=found.message.removesuffix("。") + besides)


def _of_cell(place: Locator) -> Doubts:
    return grave(place.doubts) | place.doubts & _FROM_PICTURE


def _absent_column(case: Case, rule: str, name: str, title: str) -> Finding:
    """A column that is not there; where the list has heads that nobody knows, it may be one of them."""
    place = case.contents.table_places.get(name)
    evidence = (place,) if place else ()
    unknown = case.contents.unread_heads.get(name, ())
    message = f"{LISTS[name].title}缺少“{title}”栏"
    if unknown:
        message = f"{message}，或即其中的{wording.named(wording.quoted(head) for head in unknown)}栏，需人工核实。"
        return Finding(rule, Status.REVIEW, "", message, "有该栏", ABSENT, evidence, reason=Reason.WEAK_MATCH)
    pictured = place.doubts & _FROM_PICTURE if place else NONE
    return _faulty(rule, message, ABSENT, evidence, _of_list(case, name) | pictured)


def _of_list(case: Case, name: str) -> Doubts:
    """What keeps anything that this list says from being held against anybody."""
    return grave(case.contents.list_doubts.get(name, NONE))


def _no_rows(case: Case, name: str, key: str, title: str) -> Finding:
    rule, list_title = f"form.{name}.{key}", LISTS[name].title
    if name not in OF_THE_FORM or not case.entries:
        return _not_seen(rule, f"{list_title}：{title}")
    place = case.contents.table_places.get(name) or case.contents.form.evidence
    message = f"{_form_title(case)}中未见“{list_title}”的内容，需人工核实；确未填写的请补填。"
    return Finding(rule, Status.REVIEW, "", message, "已填写", "", (place,) if place else (), reason=Reason.NOT_FOUND)


def _not_seen(rule: str, title: str) -> Finding:
    return Finding(rule, Status.NOT_APPLICABLE, "", f"“{title}”：未见可读的表格，无从核对。")


def _faulty(rule: str, what: str, actual: str, evidence: tuple[Locator, ...], doubts: Doubts) -> Finding:
    if doubts:
        message = f"{what}（{'，'.join(wording.doubted(doubts) or ['取自扫描件或照片'])}），需人工核实。"
        return Finding(rule, Status.REVIEW, "", message, "按原表填写", actual, evidence, reason=Reason.UNREADABLE)
    return Finding(rule, Status.FAIL, "", f"{what}，请补正。", "按原表填写", actual, evidence, Disposition.SUPPLEMENT)


def _place(row: Row, key: str) -> Locator:
    return row.places.get(key, row.evidence)


def _name(row: Row, table_name: str, index: int) -> str:
    name = row.values.get(LISTS[table_name].key)
    return f"第 {index + 1} 行" if name is None else str(name)
