"""Cold, warm or without: what is kept changes no byte of any result, whatever the format of the papers."""

from __future__ import annotations

import io
import zipfile
from dataclasses import replace
from datetime import date
from pathlib import Path

import numpy as np
import pypdfium2 as pdfium
import pytest
from PIL import Image
from reportlab.pdfgen.canvas import Canvas

from extractors import read as readers
from extractors.kept import store
from extractors.read.converted import libreoffice
from extractors.read.ocr import cache as ocr_cache
from pipeline import batch, demo
from pipeline.evidence import page_images
from pipeline.progress import Lines
from pipeline.screen import Settings
from pipeline.workers import WorkPlan
from tests.builders import office_files, old_files, pdf_pages

SETTINGS = Settings(date(2026, 3, 15))


def scan() -> Image.Image:
    """A page as a scanner gives it: a heading and two lines, a little grainy."""
    stream = io.BytesIO()
    canvas = Canvas(stream, pagesize=(360, 260))
    for place, text in ((210, "Statement of truth"), (150, "All copies agree."), (90, "Date: 2026-03-09")):
        canvas.setFont("Helvetica", 15)
        canvas.drawString(40, place, text)
    canvas.save()
    page = pdfium.PdfDocument(stream.getvalue())[0].render(scale=2).to_pil().convert("RGB")
    grain = np.random.default_rng(7).normal(0, 3, (page.height, page.width, 1))
    return Image.fromarray(np.clip(np.asarray(page) + grain, 0, 255).astype(np.uint8))


def saved(image: Image.Image, kind: str) -> bytes:
    out = io.BytesIO()
    image.save(out, kind)
    return out.getvalue()


def of_every_format() -> dict[str, bytes]:
    """One small paper in each format that is read."""
    table = old_files.ods('<table:table-row><table:table-cell office:value-type="string"><text:p>姓名</text:p>'
                          "</table:table-cell></table:table-row>")  # fmt: skip
    papers = {
        "1 申请报告.docx": office_files.docx(
            office_files.p("申请报告") + office_files.tbl(office_files.tr("姓名", "年龄"))
        ),
        "2 名单.xlsx": office_files.xlsx(office_files.data(office_files.row(1, office_files.cell("A1", "企业名称")))),
        "3 名单.xls": old_files.xls({(0, 0): "姓名", (1, 0): "张三"}),
        "4 名单.ods": table,
        "5 声明.pdf": pdf_pages.made(pdf_pages.written((80, 80, "真实性声明"), (80, 120, "本单位承诺所交材料真实。"))),
        "6 扫描.pdf": saved(scan(), "PDF"),
        "7 照片.jpg": saved(scan(), "JPEG"),
        "8 说明.txt": "工作总结\n完成服务。".encode("gb18030"),
        "9 表.csv": "序号,企业名称\n1,甲公司\n".encode(),
        "10 文件.ofd": old_files.ofd(old_files.said("认定通知", 30, 30)),
        "11 旧.rtf": rb"{\rtf1\ansi\ansicpg936 \u30003?\u35831?\u25253?\u21578?\par old}",
        "12 坏.pdf": b"%PDF-1.7 broken",
    }
    if libreoffice.program() is None:
        # What nothing here converts is looked at anew each time: somebody may have installed it meanwhile.
        del papers["11 旧.rtf"]
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        archive.writestr("证书/1.txt", "荣誉证书".encode())
    return papers | {"13 证明.zip": packed.getvalue()}


@pytest.fixture
def inbox(tmp_path: Path) -> Path:
    place = tmp_path / "收件"
    for name, data in of_every_format().items():
        (place / "甲").mkdir(parents=True, exist_ok=True)
        (place / "甲" / name).write_bytes(data)
    return place


def written(inbox: Path, out: Path, cache: Path | None) -> dict[str, bytes]:
    store.use(None)
    ocr_cache.forget()
    said = Lines(io.StringIO())
    batch.run(inbox, out, replace(SETTINGS, cache=cache), WorkPlan(1), said)
    return {str(path.relative_to(out)): path.read_bytes() for path in sorted(out.rglob("*")) if path.is_file()}


def no_more(*_: object, **__: object) -> None:
    raise AssertionError("read, recognised, converted or drawn again")


def test_every_format_gives_the_same_bytes_cold_warm_and_without(
    inbox: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    without = written(inbox, tmp_path / "一", None)
    cold = written(inbox, tmp_path / "二", tmp_path / "kept")
    before = readers.read
    monkeypatch.setattr(readers, "read", lambda data, path, *_: before(data, path) if "坏" in path else no_more())
    monkeypatch.setattr(libreoffice, "converted", no_more)
    monkeypatch.setattr(page_images, "_rendered", no_more)
    warm = written(inbox, tmp_path / "三", tmp_path / "kept")
    assert cold == without
    assert warm == without


def test_what_was_recognised_serves_readers_that_have_changed(
    inbox: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    """All documents are read anew, and no line of a scan is recognised again."""
    from extractors.kept import version
    from extractors.read.ocr import engine

    without = written(inbox, tmp_path / "一", tmp_path / "kept")
    monkeypatch.setattr(version, "of_readers", lambda: "another")
    monkeypatch.setattr(engine, "_models", no_more)
    monkeypatch.setattr(libreoffice, "converted", no_more)
    assert written(inbox, tmp_path / "二", tmp_path / "kept") == without


def test_a_folder_full_of_strangers_files_changes_nothing(inbox: Path, tmp_path: Path):
    without = written(inbox, tmp_path / "一", tmp_path / "kept")
    for number, file in enumerate(sorted(path for path in (tmp_path / "kept").rglob("*") if path.is_file())):
        whole = file.read_bytes()
        harmed = (b"", whole[: len(whole) // 2], whole[:-1] + b"\0", b"\x80\x04cos\nsystem\n(S'exit'\ntR.", whole[80:])
        file.write_bytes(harmed[number % len(harmed)])
    assert written(inbox, tmp_path / "二", tmp_path / "kept") == without


def test_the_demo_gives_the_same_bytes(tmp_path: Path):
    inbox = tmp_path / "收件"
    demo.write(inbox)
    without = written(inbox, tmp_path / "一", None)
    assert written(inbox, tmp_path / "二", tmp_path / "kept") == without
    assert written(inbox, tmp_path / "三", tmp_path / "kept") == without
    assert written(inbox, tmp_path / "二", tmp_path / "kept") == without
