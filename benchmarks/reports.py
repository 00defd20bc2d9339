"""How long do the reports take and how large are they: for a dossier of 300 pages, for a batch of 1,000 dossiers?

    python benchmarks/reports.py [--pages 300] [--dossiers 1000] [--rounds 4] [--keep FOLDER]

The dossier is one made-up PDF of so many pages, half of them text and half scans (a noisy picture each), four rows of
a list on every page, and 120 findings with three places each. Measured in CPU seconds of this process, the median of
the rounds after the first: the pictures of the places, then each report. The batch has so many dossiers of 14
conditions and one failed cross-check each. `index.html` can then be opened with a browser from the folder kept.
"""

from __future__ import annotations

import argparse
import gc
import io
import statistics
import time
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path

import numpy as np
from PIL import Image
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from pipeline.batch import REPORTS, rendered
from pipeline.evidence.render import drawn
from pipeline.intake.inbox import Received
from pipeline.reports import index_html, register_docx, register_xlsx
from pipeline.results import as_json
from pipeline.results import files as result_files
from pipeline.results.batch import Batch, ReportContext
from schemas.application import BLANKS, Entry, application_frame
from schemas.document import Document, Page
from schemas.dossier import Contents, FileRecord, FormSeen, Screening
from schemas.figures import Figure, figures_frame
from schemas.findings import Finding, Verdict
from schemas.locator import Locator
from schemas.measures import MEASURES
from schemas.status import Disposition, FileStatus, Status, VerdictStatus
from schemas.tables import Row, list_frame

FILE, AS_OF = "申报材料.pdf", date(2026, 3, 15)
A4 = (595.0, 842.0)
ROWS = 4
_BATCH = (
    ("index.html", index_html.render),
    ("register.xlsx", register_xlsx.render),
    ("register.docx", register_docx.render),
)
CONDITIONS = [one for one in MEASURES if not one.startswith("function.")][:14]


def place(number: int, pages: int) -> Locator:
    page, row = number // ROWS % pages + 1, number % ROWS
    return Locator(FILE, page, bbox=(72.0, 120.0 + 150 * row, 260.0, 140.0 + 150 * row), text=f"第{number}处")


def pdf(pages: int) -> bytes:
    """A page of text, a scanned page, and so on."""
    held, noise = io.BytesIO(), np.random.default_rng(1)
    canvas = Canvas(held, pagesize=A4, pageCompression=1)
    for page in range(pages):
        if page % 2:
            grey = np.clip(noise.normal(235, 14, (1169, 827)), 0, 255).astype("uint8")
            grey[140:1000:30, 80:700] = 40
            picture = io.BytesIO()
            Image.fromarray(grey).save(picture, "JPEG", quality=60)
            canvas.drawImage(ImageReader(picture), 0, 0, *A4)
        else:
            for line in range(48):
                canvas.drawString(72, 770 - 15 * line, f"page {page + 1} line {line} of an application, 320.5 and 12")
        canvas.showPage()
    canvas.save()
    return held.getvalue()


def finding(number: int, pages: int) -> Finding:
    kind = ("condition", "crosscheck", "form.application", "material")[number % 4]
    status = (Status.FAIL, Status.REVIEW, Status.PASS)[number % 3]
    measure = CONDITIONS[number % len(CONDITIONS)] if number % 4 < 2 else f"{number}"
    evidence = tuple(place(number * 7 + step, pages) for step in range(3))
    return Finding(
        f"{kind}.{measure}", status, "第七条（一）", f"第 {number} 项需要核实。", "不少于 10 人", "12", evidence
    )


def dossier(pages: int) -> Screening:
    rows = [
        Row(
            {"no": at + 1, "name": f"某市第{at}示例有限公司", "phone": f"1990000{at:04d}", "satisfied": True},
            place(at, pages),
            {"name": place(at, pages)},
        )
        for at in range(pages * ROWS)
    ]
    stated = [
        Figure(one, source, Decimal(12), MEASURES[one].unit, "12", (place(at * 11, pages),))
        for at, one in enumerate(CONDITIONS)
        for source in ("form", "roster", "audit")
    ]
    entries = [Entry(key, f"所填内容{key}", "", "原文", place(at * 5, pages)) for at, key in enumerate(BLANKS)]
    contents = Contents(
        id="甲",
        applicant="某市示例服务有限公司",
        files=(FileRecord(FILE, "a" * 64, "application/pdf", pages, FileStatus.READ),),
        papers=(),
        form=FormSeen("", {}),
        application=application_frame(entries),
        tables={"enterprises": list_frame("enterprises", rows)},
        table_places={},
        figures=figures_frame(stated),
    )
    findings = tuple(finding(number, pages) for number in range(120))
    verdict = Verdict(VerdictStatus.SUPPLEMENT, ("form.application.2",))
    return Screening("甲", "甲", "zhengzhou", "application", AS_OF, contents, (), findings, verdict, "", "某市办法")


def many(count: int, one: Screening) -> Batch:
    """Dossiers that differ in name and in what they fail."""
    bare = replace(one.contents, tables={}, figures=figures_frame([]))
    screenings = []
    for number in range(count):
        found = [
            Finding(
                f"condition.{measure}", (Status.PASS, Status.FAIL, Status.REVIEW)[(number + at) % 7 % 3], "", "说明"
            )
            for at, measure in enumerate(CONDITIONS)
        ]
        found.append(
            Finding("crosscheck.staff_count", Status.FAIL, "", "不一致，请核实。", disposition=Disposition.VERIFY)
        )
        contents = replace(bare, id=f"D{number:04d}", applicant=f"某市第{number}示例服务有限公司")
        screenings.append(replace(one, id=contents.id, contents=contents, findings=tuple(found)))
    folders = {screening.id: screening.id for screening in screenings}
    return Batch(AS_OF, tuple(screenings), folders)


def taken(name: str, make: Callable[[], object], rounds: int) -> object:
    """Made so often, and the median of the rounds after the first printed."""
    seconds = []
    for _ in range(rounds):
        gc.collect()
        before = time.process_time()
        made = make()
        seconds.append(time.process_time() - before)
    size = f"{len(made) / 1e6:8.2f} MB" if isinstance(made, bytes) else ""
    print(f"{name:28} {statistics.median(seconds[1:] or seconds):8.3f} s {size}")
    return made


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    for option, usual in (("--pages", 300), ("--dossiers", 1000), ("--rounds", 4)):
        parser.add_argument(option, type=int, default=usual)
    parser.add_argument("--keep", type=Path)
    asked = parser.parse_args()
    screening = dossier(asked.pages)
    kinds = ("text", "scan")
    pages = tuple(Page(at + 1, kind=kinds[at % 2], width=A4[0], height=A4[1]) for at in range(asked.pages))  # type: ignore[arg-type]
    documents = [Document(FILE, "a" * 64, "application/pdf", pages)]
    files = [Received(FILE, pdf(asked.pages))]
    print(f"a dossier of {asked.pages} pages, {asked.pages * ROWS} rows, {len(screening.findings)} findings")
    pictures = taken("pictures", lambda: drawn(screening, documents, files), asked.rounds)
    told = ReportContext(screening, pictures)  # type: ignore[arg-type]
    for name, render in REPORTS.items():
        made = taken(name, lambda render=render: render(told), asked.rounds)  # type: ignore[misc]
        if asked.keep and isinstance(made, bytes):
            result_files.write(asked.keep / "甲" / name, made)
    taken("everything but the pictures", lambda: rendered(ReportContext(screening, pictures)), asked.rounds)  # type: ignore[arg-type]
    batch = many(asked.dossiers, screening)
    print(f"a batch of {asked.dossiers} dossiers")
    for name, over in _BATCH:
        made = taken(name, lambda over=over: over(batch), asked.rounds)  # type: ignore[misc]
        if asked.keep and isinstance(made, bytes):
            result_files.write(asked.keep / name, made)
    taken("batch.json", lambda: as_json.as_bytes(as_json.batch_json(batch)), asked.rounds)


if __name__ == "__main__":
    main()
