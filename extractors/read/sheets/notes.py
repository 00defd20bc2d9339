"""What of a sheet was left out, or taken in though it is hidden, in Chinese?"""

from __future__ import annotations

from collections.abc import Iterator

from extractors.read.set_off import NOTE_MARKS
from extractors.read.sheets.sheet import SheetCells, hidden_column_bits, letters

_NAMED = 5


def notes(sheet: SheetCells, unseen: frozenset[int]) -> Iterator[str]:
    """One remark for each kind of thing; ``unseen`` are the rows hidden for good."""
    yield from _on_what_is_hidden(sheet, unseen)
    if sheet.struck:
        yield f"划去的内容 {sheet.struck} 处未计入"
    if sheet.unseen:
        cells = [f"{letters(column)}{row}" for row, column in sorted(sheet.unseen)]
        yield f"白色字等不显示的内容未计入：{_listed(cells)}"
    if sheet.restyled:
        yield "设有按条件划去或变白的格式，是否生效未能判断"
    if sheet.chosen_by_look:
        yield "未打钩而以下划线标出的选项，按已选读取"
    if sheet.references:
        yield NOTE_MARKS
    if sheet.lost:
        yield f"有 {sheet.lost} 个单元格的文字在文件中缺失，未能读取，请与申请人核对"
    if sheet.cut:
        yield f"内容过多，最后 {sheet.cut} 行未读取"
    if sheet.worked_out:
        yield f"{sheet.worked_out} 个公式没有保存计算结果，已由本机的 LibreOffice 计算"
    if sheet.unevaluated:
        cells = [f"{letters(column)}{row}" for row, column in sheet.unevaluated]
        yield f"公式没有保存计算结果：{_listed(cells)}，请用 Office 或 WPS 打开并保存后再交"


def _on_what_is_hidden(sheet: SheetCells, unseen: frozenset[int]) -> Iterator[str]:
    """Hidden for good is left out; a filter and a collapsed group are views, and what they hide is taken in."""
    held = sheet.rows.keys()
    left_out = len(held & unseen)
    collapsed = len(held & (sheet.collapsed_rows - unseen))
    filtered = len(held & (sheet.hidden_rows - sheet.collapsed_rows - unseen))
    bits = hidden_column_bits(sheet)
    columns = {column for row in sheet.rows.values() for column in row if bits >> column & 1} if bits else set()
    if left_out:
        yield f"隐藏行 {left_out} 行未计入"
    if filtered:
        yield f"被筛选隐藏的 {filtered} 行已计入"
    if collapsed:
        yield f"折叠分组中的 {collapsed} 行已计入"
    shut = [range(first, last + 1) for first, last in sheet.collapsed_columns]
    folded = {column for row in sheet.rows.values() for column in row if any(column in each for each in shut)}
    if folded:
        yield f"折叠分组中的列 {_listed([letters(column) for column in sorted(folded)])} 已计入"
    if columns:
        yield f"隐藏列 {_listed([letters(column) for column in sorted(columns)])} 未计入"


def _listed(names: list[str]) -> str:
    shown = "、".join(names[:_NAMED])
    return shown if len(names) <= _NAMED else f"{shown} 等 {len(names)} 处"
