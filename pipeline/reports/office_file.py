"""What stands in office.yaml, beside the folder of results or where ``--office`` points (contract §13)?

In:     the file, typed by a person or written by the console.
Out:    the office; ``NO_OFFICE`` where there is no such file.
Raises: RulebookError, which names file, line, key and remedy, for the first fault; UsageError where ``--office`` names
        no file.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from pipeline import file_names
from pipeline.letters.letter import TITLES
from pipeline.reports import register
from schemas.errors import UsageError
from schemas.office import NO_OFFICE, Office, OfficeColumn, OfficeSummary
from schemas.strict_yaml import Marked, closest, read_marked

FILE = "office.yaml"
KEYS = "name sign signs contact telephone address how days answer_days summary"
_TEXTS = ("name", "sign", "contact", "telephone", "address", "how")
MOST_DAYS = 250
"""Working days of a whole year: more is a slip of the pen."""
MOST_COLUMNS = 40
MOST_WIDTH = 20
"""In cm: half of a sheet of A3 is more than any column needs."""


def place_of(out: Path, given: Path | None = None) -> Path:
    """Where the office of these results is looked for. UsageError where ``given`` is no file."""
    if given is not None and not file_names.reachable(given).is_file():
        raise UsageError(f"--office {given} 不是文件。请给出 {FILE} 的路径。")
    return given or out.absolute().parent / FILE


def load(out: Path, given: Path | None = None) -> Office:
    """The office whose results these are: of the file ``given``, else of the one beside the folder of results."""
    path = place_of(out, given)
    return read(path) if file_names.reachable(path).is_file() else NO_OFFICE


def read(path: Path) -> Office:
    """The office that this file describes; every key may be left out."""
    fields = read_marked(path).fields("", KEYS)
    texts = {key: fields[key].text() for key in _TEXTS if key in fields}
    return Office(
        **texts,
        signs=_signs(fields["signs"]) if "signs" in fields else {},
        days=_days(fields["days"]) if "days" in fields else None,
        answer_days=_days(fields["answer_days"]) if "answer_days" in fields else None,
        summary=_summary(fields["summary"]) if "summary" in fields else None,
    )


def _signs(marked: Marked) -> Mapping[str, str]:
    fields = marked.fields("", " ".join(TITLES))
    return {kind: sign.text() for kind, sign in fields.items()}


def _days(marked: Marked) -> int:
    days = marked.whole()
    if not 1 <= days <= MOST_DAYS:
        raise marked.wrong(f"期限应为 1 至 {MOST_DAYS} 个工作日")
    return days


def _summary(marked: Marked) -> OfficeSummary:
    fields = marked.fields("title columns")
    columns = tuple(_column(column) for column in fields["columns"].list())
    if not 1 <= len(columns) <= MOST_COLUMNS:
        raise fields["columns"].wrong(f"应有 1 至 {MOST_COLUMNS} 栏")
    return OfficeSummary(fields["title"].text(), columns)


def _column(marked: Marked) -> OfficeColumn:
    """A head of ours; or a head of the office's own, and ``from`` which of ours it is filled."""
    if marked.kind == "scalar":
        return OfficeColumn(marked.text(), _known(marked))
    fields = marked.fields("title", "from width")
    source = _known(fields["from"]) if "from" in fields else ""
    width = fields["width"].number() if "width" in fields else 0
    if width > MOST_WIDTH:
        raise fields["width"].wrong(f"栏宽以厘米计，应不大于 {MOST_WIDTH}")
    return OfficeColumn(fields["title"].text(), source, float(width))


def _known(marked: Marked) -> str:
    known, name = register.heads(), marked.text()
    if name in known:
        return name
    near = closest(name, known)
    perhaps = f"是不是“{near}”？" if near else ""
    raise marked.wrong(
        f"汇总表中没有“{name}”一栏。{perhaps}可用的有：{'、'.join(known)}；"
        f"由经办人填写的栏目写作 {{title: {name}}}，名称不同的写作 {{title: {name}, from: 上列之一}}"
    )
