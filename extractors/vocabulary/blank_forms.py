"""What the blank forms look like: reads data/forms/*.yaml, one file per form.

Raises RulebookError naming file, line and remedy where a form file is not as it must be.
"""

from __future__ import annotations

import re
from pathlib import Path

from schemas.application import BLANKS
from schemas.errors import RulebookError
from schemas.forms import FormSpec, ListForm
from schemas.strict_yaml import Marked, read_marked
from schemas.tables import LISTS

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


def load_form(path: Path) -> FormSpec:
    """The one form that this file describes."""
    fields = read_marked(path).fields("id kind title source titles", "lines tables in_text")
    lines = fields["lines"].list() if "lines" in fields else ()
    tables = fields["tables"].list() if "tables" in fields else ()
    return FormSpec(
        id=fields["id"].text(),
        title=fields["title"].text(),
        source=fields["source"].text(),
        titles=fields["titles"].texts(),
        lines=tuple(_line(line) for line in lines),
        tables=tuple(_list_form(table) for table in tables),
        kind=fields["kind"].text(),
        in_text=fields["in_text"].truth() if "in_text" in fields else True,
    )


def _line(line: Marked) -> str:
    text = line.text()
    for key in _BLANK.findall(text):
        if key not in BLANKS and key != "_":
            raise line.wrong(f"不认识的空格“{{{key}}}”。可用的有：{'、'.join(BLANKS)}；印在表上而不用读的写 {{_}}")
    if text.count("{") != len(_BLANK.findall(text)) or text.count("}") != text.count("{"):
        raise line.wrong("花括号不成对；空格写作 {staff_count}")
    return text


def _list_form(table: Marked) -> ListForm:
    fields = table.fields("table titles columns source")
    name = fields["table"].text()
    if name not in LISTS:
        raise fields["table"].wrong(f"不认识的名单“{name}”。可用的有：{'、'.join(LISTS)}")
    known = [column.key for column in LISTS[name].columns]
    columns = []
    for head, key in fields["columns"].pairs():
        if key.text() not in known:
            raise key.wrong(f"名单“{name}”没有“{key.text()}”这一栏。可用的有：{'、'.join(known)}")
        columns.append((key.text(), head))
    return ListForm(name, fields["titles"].texts(), tuple(columns), fields["source"].text())
