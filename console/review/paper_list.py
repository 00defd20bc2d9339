"""材料: every file of a dossier with its pages, and which kind of paper each page was taken for."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from console.results.read_back import Json, ReadBack
from extractors.vocabulary.papers import vocabulary
from pipeline import wording
from schemas.dossier import FileRecord
from schemas.status import FileStatus

MOST_PAGES = 60
"""Pages of one file that are shown small; the others are turned to on the review screen."""

_STRENGTHS = {"weak": "可能是", "named": "按文件名是"}


@dataclass(frozen=True, slots=True)
class SmallPage:
    """One page: its number, and what it was taken for."""

    number: int
    kinds: Sequence[str]


@dataclass(frozen=True, slots=True)
class PaperFile:
    """One file: its number, what it is as a whole, its pages where they can be shown, and what a clerk said of it."""

    number: int
    file: FileRecord
    status: str
    kinds: Sequence[str]
    pages: Sequence[SmallPage]
    more: int
    told: Sequence[str]


def listed(read: ReadBack) -> list[PaperFile]:
    """The files in their order, without those that are no part of the dossier."""
    files = read.screening.contents.files
    return [_file(at, one, read) for at, one in enumerate(files, 1) if one.status is not FileStatus.SKIPPED]


def _file(number: int, file: FileRecord, read: ReadBack) -> PaperFile:
    papers = [one for one in read.raw["papers"] if one["file"] == file.path]
    pictured = file.media_type == "application/pdf" or file.media_type.startswith("image/")
    count = file.pages if pictured and file.status is FileStatus.READ else 0
    return PaperFile(
        number,
        file,
        wording.FILES[file.status],
        list(dict.fromkeys(_kind(one) for one in papers)),
        [SmallPage(page, _kinds_on(papers, page)) for page in range(1, min(count, MOST_PAGES) + 1)],
        max(0, count - MOST_PAGES),
        [_told(one) for one in read.raw["papers_told"] if one["file"] == file.path],
    )


def _kinds_on(papers: Sequence[Json], page: int) -> list[str]:
    on = [one for one in papers if one["pages"] and one["pages"][0] <= page <= one["pages"][-1]]
    return list(dict.fromkeys(_kind(one) for one in on))


def _kind(paper: Json) -> str:
    title = _title(paper["kind"])
    said = _STRENGTHS.get(paper["strength"], "")
    return f"{said}{title}"


def _told(one: Json) -> str:
    pages = one["pages"]
    where = f"第 {pages[0]}–{pages[-1]} 页" if pages else "整份"
    return f"{where}：{one['name']}指明为“{_title(one['kind'])}”"


def _title(kind: str) -> str:
    known = vocabulary().kinds
    return known[kind].title if kind in known else "不属于清单所列材料"
