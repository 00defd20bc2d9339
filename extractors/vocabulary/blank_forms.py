"""What the blank forms look like: reads data/forms/*.yaml, one file per form.

Raises RulebookError naming file, line and remedy where a form file is not as it must be.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

from schemas.application import BLANKS, AnswerKind, Blank, FieldKind
from schemas.errors import RulebookError
from schemas.forms import FormSpec, ListForm
from schemas.measures import Measure
from schemas.regulation.own_words import NO_WORDS, OwnBlank, OwnWords
from schemas.strict_yaml import Marked, read_marked
from schemas.tables import LISTS, ListSpec

_BLANK = re.compile(r"\{(\w*)\}")


def load_forms(folder: Path) -> dict[str, FormSpec]:
    """Every form of the folder by its id, in the order of the file names."""
    forms: dict[str, FormSpec] = {}
    for path in sorted(folder.glob("*.yaml")):
        form = load_form(path)
        if form.id in forms:
            raise RulebookError(f"{path}：表格 id“{form.id}”与同一文件夹里的另一个文件重复，请改名")
        forms[form.id] = form
    return forms


def load_form(path: Path, brought: OwnWords = NO_WORDS) -> FormSpec:
    """The one form that this file describes. ``brought``: measures and lists of the rulebook that names the form."""
    return read_form(read_marked(path), brought)


def read_form(root: Marked, brought: OwnWords = NO_WORDS) -> FormSpec:
    """What the values of one form file say."""
    fields = root.fields("id kind title source titles", "lines tables in_text blanks")
    own = _own_blanks(fields.get("blanks"), brought)
    lines = tuple(_line(line, own) for line in fields["lines"].list()) if "lines" in fields else ()
    tables = fields["tables"].list() if "tables" in fields else ()
    lists = {one.spec.name: one.spec for one in brought.lists}
    form = FormSpec(
        id=fields["id"].text(),
        title=fields["title"].text(),
        source=fields["source"].text(),
        titles=fields["titles"].texts(),
        lines=lines,
        tables=tuple(_list_form(table, lists) for table in tables),
        kind=fields["kind"].text(),
        in_text=fields["in_text"].truth() if "in_text" in fields else True,
    )
    return replace(form, own_blanks=tuple(own[key] for key in form.blanks() if key in own))


def _own_blanks(marked: Marked | None, brought: OwnWords) -> dict[str, OwnBlank]:
    """The blanks that only this form has: those it lists, and one for every measure that the rulebook brings."""
    blanks = {one.id: OwnBlank(_of_measure(one)) for one in brought.measures if "form" in one.stated_in}
    for key, given in () if marked is None else marked.pairs():
        if key in BLANKS.ours:
            raise given.wrong(f"“{key}”（{BLANKS.ours[key].title}）是程序已有的空格，直接使用即可；自己的请换一个名字")
        blanks[key] = _own_blank(key, given)
    return blanks


def _of_measure(measure: Measure) -> Blank:
    kind, answers = _KINDS[measure.kind]
    return Blank(measure.id, measure.title, kind, measure.unit if kind == "number" else "", answers)


def _own_blank(key: str, given: Marked) -> OwnBlank:
    """研发费用 万元, or a mapping with its other labels."""
    if given.kind == "scalar":
        title, _, unit = given.text().partition(" ")
        return OwnBlank(Blank(key, title, "number" if unit.strip() else "text", unit.strip()))
    fields = given.fields("title", "unit kind labels optional")
    unit = fields["unit"].text() if "unit" in fields else ""
    said = fields["kind"].text() if "kind" in fields else "number" if unit else "text"
    if said not in _KINDS:
        raise fields["kind"].wrong(f"kind 写 {'、'.join(_KINDS)} 之一")
    kind, answers = _KINDS[said]
    optional = "optional" in fields and fields["optional"].truth()
    blank = Blank(key, fields["title"].text(), kind, unit, answers, optional=optional)
    return OwnBlank(blank, fields["labels"].texts() if "labels" in fields else ())


_KINDS: Mapping[str, tuple[FieldKind, AnswerKind]] = {
    "number": ("number", "sentence"),
    "text": ("text", "word_of_the_form"),
    "truth": ("text", "choice"),
    "choice": ("text", "choice"),
    "date": ("date", "sentence"),
    "place": ("text", "name"),
}
"""How a blank of its own is answered, by the kind of its measure or as the form says."""


def _line(line: Marked, own: Mapping[str, OwnBlank]) -> str:
    text = line.text()
    for key in _BLANK.findall(text):
        if key not in BLANKS.ours and key not in own and key != "_":
            known = "、".join([*BLANKS.ours, *own])
            raise line.wrong(
                f"不认识的空格“{{{key}}}”。可用的有：{known}；"
                f"自己的空格写在 blanks 里（{key}: 名称 单位）；印在表上而不用读的写 {{_}}"
            )
    if text.count("{") != len(_BLANK.findall(text)) or text.count("}") != text.count("{"):
        raise line.wrong("花括号不成对；空格写作 {staff_count}")
    return text


def _list_form(table: Marked, own: Mapping[str, ListSpec]) -> ListForm:
    fields = table.fields("table titles columns source", "upper")
    name = fields["table"].text()
    known_lists = {**LISTS.ours, **own}
    if name not in known_lists:
        raise fields["table"].wrong(
            f"不认识的名单“{name}”。可用的有：{'、'.join(known_lists)}；自己的名单写在规则文件的 lists 里"
        )
    known = [column.key for column in known_lists[name].columns]
    columns = []
    for head, key in fields["columns"].pairs():
        if key.text() not in known:
            raise key.wrong(f"名单“{name}”没有“{key.text()}”这一栏。可用的有：{'、'.join(known)}")
        columns.append((key.text(), head))
    upper = fields["upper"].words() if "upper" in fields else ()
    for name_of_column in upper:
        if name_of_column not in dict(columns):
            raise fields["upper"].wrong(f"“{name_of_column}”不是本表的栏目。可用的有：{'、'.join(dict(columns))}")
    return ListForm(name, fields["titles"].texts(), tuple(columns), fields["source"].text(), upper)
