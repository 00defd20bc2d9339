"""What do the three lists and the survey look like on paper: staff, equipment, enterprises?"""

from __future__ import annotations

from pipeline.demo.facts import Facts, Row
from pipeline.demo.paper import Block, Cell, DemoLine, DemoTable, Merged, Title
from pipeline.demo.texts import Texts

LISTS = ("equipment", "staff", "enterprises")
_MARK = "√"
_RATINGS = ("很满意", "基本满意", "不满意")


def columns(facts: Facts, name: str, texts: Texts) -> tuple[str, list[tuple[str, str]]]:
    """The list's title and its columns (key, head): those the regulation prints, and those applicants add."""
    own = texts.words["lists"].get(facts.rulebook, {}).get(name)
    if own:
        return own["title"], [(key, head) for head, key in own["columns"].items()]
    printed = next(table for table in texts.forms[f"{facts.rulebook}-application"].tables if table.table == name)
    added = texts.words["added"].get(facts.rulebook, {}).get(name, {})
    heads = [(key, head) for key, head in printed.columns if key != "satisfied"]
    heads += [(key, head) for head, key in added.items()]
    return printed.titles[0], heads + [(key, head) for key, head in printed.columns if key == "satisfied"]


def blocks(facts: Facts, name: str, texts: Texts) -> list[Block]:
    """One list as it is handed in: title, table, and the note its form prints below."""
    title, heads = columns(facts, name, texts)
    note = texts.words["notes"].get(facts.rulebook, {}).get(name)
    total = [DemoLine(note.format_map(facts.words))] if note else []
    return [Title(title), _table(facts, name, heads), *total]


def _table(facts: Facts, name: str, heads: list[tuple[str, str]]) -> DemoTable:
    rows = facts.tables[name]
    if heads[-1][0] != "satisfied":
        return DemoTable((tuple(head for _, head in heads), *(tuple(row[key] for key, _ in heads) for row in rows)))
    plain = [key for key, _ in heads[:-1]]
    first: tuple[Cell, ...] = (*(head for _, head in heads), Merged.LEFT)
    second: tuple[Cell, ...] = (*(Merged.UP for _ in plain), "满意", "不满意")
    return DemoTable((first, second, *((*(row[key] for key in plain), *_satisfied(row)) for row in rows)), heads=2)


def _satisfied(row: Row) -> tuple[str, str]:
    return (_MARK, "") if row["satisfied"] else ("", _MARK)


def survey(facts: Facts, texts: Texts) -> list[Block]:
    """The recommendation form with the interviews that the recommender made."""
    form = texts.forms[f"{facts.rulebook}-recommendation"]
    printed = [head for _, head in form.tables[0].columns]
    keys = [key for key, _ in form.tables[0].columns][:-1]
    first: tuple[Cell, ...] = (*printed, Merged.LEFT, Merged.LEFT)
    second: tuple[Cell, ...] = (*(Merged.UP for _ in keys), *_RATINGS)
    rows = [
        (*(row[key] for key in keys), *(_MARK if row["rating"] == rating else "" for rating in _RATINGS))
        for row in facts.tables["survey"]
    ]
    name = facts.fields["applicant_name"]
    lines = [DemoLine(line.format_map({"applicant_name": name})) for line in form.lines[:2]]
    return [
        Title(form.title),
        *lines,
        *(DemoLine(line.replace("□上门", "☑上门")) for line in form.lines[3:5]),
        DemoTable((first, second, *rows), heads=2),
        DemoLine("县（市、区）级中小企业主管部门推荐意见：同意推荐。"),
        DemoLine("（盖章）　2026年3月10日"),
    ]
