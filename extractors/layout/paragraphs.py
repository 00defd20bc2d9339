"""Which lines of a page belong together as one paragraph.

In:     lines of one column of text, from the top.
Out:    paragraphs with their boxes; titles, headings and label lines stay their own.
Raises: nothing.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from statistics import median

from extractors.layout.cell_text import first_word, rounded, slack
from extractors.layout.lines import TextLine, joined, pieces, starts_item
from extractors.layout.settings import PARAGRAPH
from schemas.document import Paragraph

_LABEL = re.compile(r"[^，。；：:,;！？]{1,24}[：:]")
"""The beginning of a label line (申请单位名称：…)."""


def paragraphs(lines: Sequence[TextLine], width: float | None) -> list[Paragraph]:
    """The lines joined to paragraphs. ``width`` is the page's where the column is the whole page, else None."""
    if not lines:
        return []
    right = right_margin(lines, width)
    groups: list[list[TextLine]] = []
    for line in lines:
        if groups and _goes_on(groups[-1], line, right):
            groups[-1].append(line)
        else:
            groups.append([line])
    return [_paragraph(group) for group in groups]


def right_margin(lines: Sequence[TextLine], width: float | None) -> float:
    """Where full lines end: the place many lines end at, else where a page of prose would."""
    ends = sorted((line.x1 for line in lines), reverse=True)
    for end in ends:
        near = [other for other in ends if end - PARAGRAPH.same_end * lines[0].size <= other <= end]
        if len(near) >= PARAGRAPH.same_ends and len(near) >= PARAGRAPH.same_share * len(ends):
            return end
    ragged = len(ends) >= PARAGRAPH.ragged and median(ends) >= ends[0] - PARAGRAPH.ragged_by * lines[0].size
    if width is None or ragged:
        return ends[0]
    return max(ends[0], PARAGRAPH.margin * width)


def _goes_on(group: Sequence[TextLine], line: TextLine, right: float) -> bool:
    """Whether the line carries on the paragraph that the group is so far."""
    return _looks_alike(group, line) and _is_full(group[-1], line, right) and not _begins(group, line)


def _looks_alike(group: Sequence[TextLine], line: TextLine) -> bool:
    """Whether the line is set like the group, and as close below it as its lines are to each other."""
    last = group[-1]
    size = max(last.size, line.size)
    if abs(last.size - line.size) > PARAGRAPH.size * size or last.glyphs[0].bold != line.glyphs[-1].bold:
        return False
    pitch = line.bottom - last.bottom
    usual = PARAGRAPH.wider * (last.bottom - group[-2].bottom) if len(group) > 1 else pitch
    return PARAGRAPH.nearest * size <= pitch <= min(PARAGRAPH.farthest * size, usual)


def _is_full(last: TextLine, line: TextLine, right: float) -> bool:
    """Whether the first word of the line would not have fitted on the line before."""
    room = slack(line) * max(last.size, line.size)
    return last.x1 + first_word(line) + room >= right


def _begins(group: Sequence[TextLine], line: TextLine) -> bool:
    """Whether the line is indented, numbered or labelled like the beginning of something."""
    last = group[-1]
    step = (line.x0 - last.x0) / max(last.size, line.size)
    indented = step > PARAGRAPH.indent or (len(group) > 1 and step < -PARAGRAPH.indent)
    if indented or step < PARAGRAPH.centred:
        return True
    if (_LABEL.match(line.text) and _LABEL.match(group[0].text)) or (_is_parted(last) and _is_parted(line)):
        return True
    ended = last.text.rstrip().endswith(("。", "；", "！", "？", "：", ";", ":"))
    return starts_item(line.text) and (ended or step > PARAGRAPH.outdent or starts_item(last.text))


def _is_parted(line: TextLine) -> bool:
    """Whether a label and its value, or two of these, stand apart on the line."""
    return len(pieces(line, PARAGRAPH.apart)) > 1


def _paragraph(group: Sequence[TextLine]) -> Paragraph:
    box = (
        min(line.x0 for line in group),
        min(line.top for line in group),
        max(line.x1 for line in group),
        max(line.bottom for line in group),
    )
    return Paragraph(joined([line.text for line in group]), rounded(box))
