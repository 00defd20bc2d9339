"""Do the recogniser's models load, and how long does it take over a page?

In a process of its own, as dossiers are worked on: what kills it (a missing system library, a processor that is too
old) is told, and the memory is bounded as it will be.
"""

from __future__ import annotations

import time
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from extractors.kept import store
from extractors.papers.ocr_scope import ocr_scope
from extractors.read import read
from pipeline.doctor.check import Fitness, MachineCheck
from pipeline.workers import Lost, WorkPlan, outcomes
from schemas.data_files import data_folder
from schemas.document import Document, Paragraph

_FOLDER = "doctor"
_ENOUGH = 0.95
"""The share of the page's texts that must be read; on every machine tried it was all of them."""

_SLOW = 60.0
"""Seconds a page above which scanned dossiers take hours."""

_PAGES = 100
"""A scanned dossier has about as many."""


class PageTrial(NamedTuple):
    """Seconds until the models stood ready and a page was read; seconds of a further page; the share of texts read."""

    first: float
    page: float
    found: float


def checks() -> list[MachineCheck]:
    """Whether the models load, and whether a page is read in good time."""
    ((_, outcome),) = outcomes([data_folder() / _FOLDER], recognised, WorkPlan(contained=True))
    return judged(outcome)


def judged(outcome: PageTrial | Lost) -> list[MachineCheck]:
    """What is said of it."""
    if isinstance(outcome, Lost):
        advice = (
            "扫描件和照片读不了。请运行安装程序重新安装；Windows 上请安装微软的 Visual C++ 2015–2022 x64 运行库。"
            "仍不行的，请将此信息反馈给维护人员。"
        )
        return [MachineCheck("models", "文字识别模型", Fitness.FAILED, outcome.reason, advice)]
    loading = max(outcome.first - outcome.page, 0)
    models = MachineCheck("models", "文字识别模型", Fitness.OK, f"载入用时 {loading:.1f} 秒")
    found = f"识别样页用时 {outcome.page:.1f} 秒，读出 {outcome.found:.0%}"
    title = "识别一页"
    if outcome.found < _ENOUGH:
        advice = "识别结果与预期不符，扫描件的读数不可靠。请重新安装；仍不行的，请将此信息反馈给维护人员。"
        return [models, MachineCheck("page", title, Fitness.FAILED, found, advice)]
    if outcome.page > _SLOW:
        advice = (
            f"一卷 {_PAGES} 页的扫描件约需 {outcome.page * _PAGES / 60:.0f} 分钟。请在空闲时运行，或换一台较快的机器。"
        )
        return [models, MachineCheck("page", title, Fitness.LIMITED, found, advice)]
    return [models, MachineCheck("page", title, Fitness.OK, found)]


def recognised(folder: Path) -> PageTrial:
    """The page in this folder, read twice; nothing is kept of it, and nothing kept is used."""
    store.use(None)
    picture = (folder / "page.png").read_bytes()
    expected = (folder / "page.txt").read_text(encoding="utf-8").split("\n")
    began = time.perf_counter()
    read(picture, "page.png", ocr_scope("page.png"))
    between = time.perf_counter()
    document = read(picture, "page.png", ocr_scope("page.png"))
    ended = time.perf_counter()
    return PageTrial(between - began, ended - between, _share(document, [text for text in expected if text]))


def _share(document: Document, expected: Sequence[str]) -> float:
    said = set[str]()
    for page in document.pages:
        for block in page.blocks:
            said |= {block.text} if isinstance(block, Paragraph) else {cell.text for cell in block.cells}
    whole = "\n".join("".join(text.split()) for text in said)
    return sum("".join(text.split()) in whole for text in expected) / len(expected)
