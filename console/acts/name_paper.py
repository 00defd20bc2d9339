"""这是…: which kind of paper some pages of a file are."""

from __future__ import annotations

from console.acts.seat import Seat
from extractors.vocabulary.papers import vocabulary
from pipeline.decisions import file as decisions_file
from pipeline.decisions import record
from schemas.errors import UsageError


def name_paper(seat: Seat) -> str:
    """The pages named; all of the file where no page is given."""
    file, kind = seat.said("file"), seat.said("kind")
    if not file or not kind:
        raise UsageError("请选择文件和材料种类。")
    pages = decisions_file.pages(seat.said("pages"), "")
    written = record.name_paper(seat.desk(seat.reason or "按原件指明"), file, pages, kind)
    known = vocabulary().kinds
    title = known[written.kind].title if written.kind in known else "不属于清单所列材料"
    where = f" 第 {seat.said('pages')} 页" if seat.said("pages") else ""
    return f"{file}{where}：指明为“{title}”"
