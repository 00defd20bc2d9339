"""Which rows may a letter have, each with its text now and as the program drafts it; and what letter does a form say?

A row that the person took out stands there unticked, so that it can be put back; a row that is the person's own has
no rules. Everything is text: ``pipeline.letters.letter_json`` says whether it is a letter.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass, replace

from pipeline.letters import letter_json
from pipeline.letters.letter import Letter
from schemas.errors import UsageError

FIELDS: Mapping[str, Mapping[str, str]] = {
    "requests": {"paper": "材料", "problem": "问题", "demand": "要求", "basis": "依据"},
    "questions": {"item": "项目", "stated": "各处所载", "please": "请说明"},
    "shortfalls": {"item": "项目", "required": "办法的要求", "stated": "材料所载", "basis": "依据"},
}
TITLES = {"requests": "需补正的材料", "questions": "需核实说明的数据", "shortfalls": "未达到条件的项目"}
_TABLES = {"supplement": ("requests", "questions"), "ineligible": ("shortfalls",), "query": ("questions",)}
HEAD = {
    "office": "机关名称",
    "contact": "联系人",
    "telephone": "联系电话",
    "address": "地址",
    "how": "提交方式",
    "days": "补正期限（工作日）",
    "answer_days": "陈述期限（工作日）",
}
_LONGEST = 4000
_MOST = 400


@dataclass(frozen=True, slots=True)
class EditedRow:
    """One row as the page shows it: its place, whether it stands in the letter, its texts, those of the draft."""

    table: str
    number: int
    used: bool
    cells: Mapping[str, str]
    drafted: Mapping[str, str]
    rules: Sequence[str]

    @property
    def name(self) -> str:
        """What its fields begin with."""
        return f"{self.table}-{self.number}"

    @property
    def told(self) -> str:
        """Its rules, as the form carries them."""
        return json.dumps(list(self.rules))


def rows(now: Letter, draft: Letter | None) -> list[EditedRow]:
    """Every row that the letter has or may have, table by table, and an empty one for the person's own."""
    found: list[EditedRow] = []
    for table in _tables(now):
        ours = {_rules(row): row for row in (_of(draft, table) if draft else [])}
        present = _of(now, table)
        kept = {_rules(row) for row in present}
        listed = [(row, True) for row in present] + [(row, False) for rules, row in ours.items() if rules not in kept]
        for number, (row, used) in enumerate(listed):
            cells = _cells(table, row)
            found.append(EditedRow(table, number, used, cells, _cells(table, ours.get(_rules(row), row)), _rules(row)))
        if table == "requests":
            empty = dict.fromkeys(FIELDS[table], "")
            found.append(EditedRow(table, len(listed), used=False, cells=empty, drafted=empty, rules=()))
    return found


def said(before: Letter, form: Mapping[str, str]) -> Letter:
    """The letter that the form says. UsageError where a row that stands in it says nothing, or too much."""
    record = letter_json.as_record(before)
    record["head"] = asdict(replace(before.head, **{key: _text(form, key) for key in HEAD if key in form}))
    try:
        record |= {table: list(_ticked(table, form)) for table in FIELDS}
        letter = letter_json.from_record(record)
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise UsageError("文书的内容不完整，没有保存。请刷新后再改。") from error
    if not (letter.notice.requests or letter.notice.questions or letter.notice.shortfalls):
        raise UsageError("文书里一项也没有了。不需要发的，请作废。")
    return letter


def _ticked(table: str, form: Mapping[str, str]) -> Iterator[dict[str, object]]:
    for number in range(_MOST):
        name = f"{table}-{number}"
        if f"{name}-rules" not in form:
            return
        cells = {key: _text(form, f"{name}-{key}") for key in FIELDS[table]}
        if not form.get(f"{name}-use") or not any(cells.values()):
            continue
        lacking = [title for key, title in FIELDS[table].items() if not cells[key] and key not in ("basis", "stated")]
        if lacking:
            raise UsageError(f"“{next(filter(None, cells.values()))}”一行没有填写{'、'.join(lacking)}。")
        rules = [str(rule) for rule in json.loads(form[f"{name}-rules"])]
        yield cells | ({"rules": rules} if table == "requests" else {"rule": rules[0] if rules else ""})


def _text(form: Mapping[str, str], name: str) -> str:
    text = form.get(name, "").replace("\r\n", "\n").strip()
    if len(text) > _LONGEST:
        raise UsageError(f"一格不超过 {_LONGEST} 字。")
    return text


def _tables(letter: Letter) -> Sequence[str]:
    return {"supplement": ("requests", "questions"), "ineligible": ("shortfalls",), "query": ("questions",)}[
        letter.kind
    ]


def _of(letter: Letter, table: str) -> list[Mapping[str, object]]:
    return [asdict(row) for row in getattr(letter.notice, table)]


def _cells(table: str, row: Mapping[str, object]) -> Mapping[str, str]:
    return {key: str(row[key]) for key in FIELDS[table]}


def _rules(row: Mapping[str, object]) -> tuple[str, ...]:
    rules = row.get("rules")
    return tuple(map(str, rules)) if isinstance(rules, (list, tuple)) else (str(row.get("rule", "")),)
