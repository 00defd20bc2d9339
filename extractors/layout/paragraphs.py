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
from schemas.document import Paragraph

_FARTHEST = 2.7
"""Line pitch beyond this many ems ends a paragraph (double spacing is 2.4)."""

_MARGIN = 0.84
"""Where a page of prose ends at the earliest, as a share of its width: side margins are 3.2 cm at most."""


_CENTRED = -2.6
"""A line this many ems further left than the one above it stands under a centred title, not in its paragraph."""

_APART = 2.0
"""So many ems of nothing part a value from its label; sentences leave no such room."""

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
        near = [other for other in ends if end - 0.6 * lines[0].size <= other <= end]
        if len(near) >= 3 and len(near) * 4 >= len(ends):
            return end
    ragged = len(ends) >= 5 and median(ends) >= ends[0] - 6 * lines[0].size
    if width is None or ragged:
        return ends[0]
    return max(ends[0], _MARGIN * width)


def _goes_on(group: Sequence[TextLine], line: TextLine, right: float) -> bool:
    """Whether the line carries on the paragraph that the group is so far."""
    return _looks_alike(group, line) and _is_full(group[-1], line, right) and not _begins(group, line)


def _looks_alike(group: Sequence[TextLine], line: TextLine) -> bool:
    """Whether the line is set like the group, and as close below it as its lines are to each other."""
    last = group[-1]
    size = max(last.size, line.size)
    if abs(last.size - line.size) > 0.12 * size or last.glyphs[0].bold != line.glyphs[-1].bold:
        return False
    pitch = line.bottom - last.bottom
    usual = 1.35 * (last.bottom - group[-2].bottom) if len(group) > 1 else pitch
    return 0.3 * size <= pitch <= min(_FARTHEST * size, usual)


def _is_full(last: TextLine, line: TextLine, right: float) -> bool:
    """Whether the first word of the line would not have fitted on the line before."""
    room = slack(line) * max(last.size, line.size)
    return last.x1 + first_word(line) + room >= right


def _begins(group: Sequence[TextLine], line: TextLine) -> bool:
    """Whether the line is indented, numbered or labelled like the beginning of something."""
    last = group[-1]
    step = (line.x0 - last.x0) / max(last.size, line.size)
    if step > 0.7 or step < _CENTRED or (len(group) > 1 and step < -0.7):
        return True
    if (_LABEL.match(line.text) and _LABEL.match(group[0].text)) or (_is_parted(last) and _is_parted(line)):
        return True
    said = last.text.rstrip().endswith(("。", "；", "！", "？", "：", ";", ":"))
    return starts_item(line.text) and (said or step > -0.5 or starts_item(last.text))


def _is_parted(line: TextLine) -> bool:
    """Whether a label and its value, or two of these, stand apart on the line."""
    return len(pieces(line, _APART)) > 1


def _paragraph(group: Sequence[TextLine]) -> Paragraph:
    box = (
        min(line.x0 for line in group),
        min(line.top for line in group),
        max(line.x1 for line in group),
        max(line.bottom for line in group),
    )
    return Paragraph(joined([line.text for line in group]), rounded(box))
