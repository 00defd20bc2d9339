"""Which numbers do the notes on the forms ask (备注：不少于20人), and of which list?"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from pipeline.drafting.points import DraftChoice, DraftMark, Point, Written, full_width
from pipeline.rulebook.articles import Regulation, plain
from pipeline.rulebook.checks.vocabulary import rule_words
from pipeline.rulebook.quantities import quantities

_LISTS = ("名单", "清单", "一览表", "名录")


def notes(regulation: Regulation) -> Iterator[Point]:
    """One point for each note of the annexes that names a number."""
    lines = [line for _, line in regulation.annexes]
    for at, line in enumerate(lines):
        for match in rule_words().notes.finditer(line):
            yield _note(line if any(word in line for word in _LISTS) else match[0], lines[: at + 1])
        for column, pattern in rule_words().column_notes.items():
            for match in pattern.finditer(line):
                yield _of_column(column, match[0], lines[: at + 1])


def _of_column(column: str, text: str, above: Sequence[str]) -> Point:
    """The number that the head of a column asks of each row."""
    table, _, key = column.partition(".")
    number, said, source = next(quantities(text)), full_width(text), _annex(above)
    rule = {"table": table, "column": key, "at_least": number.value, "text": said, "source": source}
    shown = f"各行备注：不少于 {number.text}（只作提示，不影响结论）"
    choices = (DraftChoice("note", shown, (Written("notes", rule),)), DraftChoice("none", "不写入规则"))
    return Point(f"附件·{plain(text)}", "notes", source, said, DraftMark.CERTAIN, choices, choices[0].id)


def _note(text: str, above: Sequence[str]) -> Point:
    heading = next((line for line in reversed(above) if any(word in line for word in _LISTS)), "")
    table = next((name for name, one in rule_words().lists.items() if one.headed.search(heading)), "")
    number = next(quantities(text))
    said = full_width(text)
    none = DraftChoice("none", "不写入规则")
    choices = [none]
    if table:
        counts = rule_words().lists[table].counts
        rule = {"table": table, "measure": counts, "at_least": number.value, "text": said, "source": _annex(above)}
        choices.insert(
            0, DraftChoice("note", f"名单备注：不少于 {number.text}（只作提示，不影响结论）", (Written("notes", rule),))
        )
    return Point(
        id=f"附件·{plain(text)}",
        topic="notes",
        article=_annex(above),
        quoted=said,
        mark=DraftMark.CERTAIN if table else DraftMark.ASKED,
        choices=tuple(choices),
        chosen=choices[0].id,
        why="" if table else "不知道写在哪份名单上",
    )


def _annex(above: Sequence[str]) -> str:
    """附件2, the last one named above."""
    found = [line for line in above if line.startswith(("附件", "附表"))]
    return found[-1].split(":")[0][:4] if found else "附件"
