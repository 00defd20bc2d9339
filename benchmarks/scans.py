"""How many scanned pages an hour: ours against a plain loop of the same recogniser over every page at 200 dpi.

python benchmarks/scans.py FILE_OR_FOLDER …   scanned PDFs and image files; without any, a made-up dossier
Both run in this process, one after the other, on the same pages, with one thread each; what is counted is processor
time, so that a busy machine does not matter. Ours is timed twice: reading every page in full,
and as a dossier is screened: top lines first, in full only pages whose top lines do not name a certificate.
"""

from __future__ import annotations

import io
import os
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pypdfium2 as pdfium
from PIL import Image
from rapidocr import RapidOCR
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.cidfonts import UnicodeCIDFont
from reportlab.pdfgen.canvas import Canvas

from extractors.readers import pdf, scan, scan_cache, scan_engine, sniff
from schemas.document import Document

_SUFFIXES = {".pdf", ".jpg", ".jpeg", ".png", ".tif", ".tiff", ".bmp", ".webp"}
_NOT_NEEDED = ("证书", "照片", "合影", "活动", "对接")
_MADE_UP = ("毕业证书", "职称证书", "资格证书", "学位证书", "荣誉证书", "营业执照", "资产负债表")


def main(paths: list[str]) -> None:
    os.environ[scan_engine.THREADS] = "1"
    files = (
        list(_files(paths)) if paths else [(f"made-up {n}.pdf", _made_up(title)) for n, title in enumerate(_MADE_UP)]
    )
    pages = sum(_plain_pages(data) for _, data in files)
    runs = {
        "plain loop, 200 dpi": lambda data, _path: _plain(data),
        "ours, every page in full": lambda data, path: _ours(data, path, everything=True),
        "ours, certificates by their top lines": lambda data, path: _ours(data, path, everything=False),
    }
    _plain(files[0][1])
    _ours(files[0][1], files[0][0], everything=True)
    print(f"{pages} pages in {len(files)} files")
    base = 0.0
    for name, run in runs.items():
        scan_cache.forget()
        start = time.process_time()
        for path, data in files:
            run(data, path)
        spent = time.process_time() - start
        base = base or spent
        print(f"{name:40} {spent:7.1f} s {3600 * pages / spent:8.0f} pages/h {base / spent:5.1f}×")


def _files(paths: list[str]) -> Iterator[tuple[str, bytes]]:
    """The files that hold pictures of pages."""
    for path in paths:
        root = Path(path)
        for file in sorted(root.rglob("*")) if root.is_dir() else [root]:
            if file.suffix.lower() not in _SUFFIXES:
                continue
            data = file.read_bytes()
            if _plain_pages(data):
                yield str(file), data


def _pictures(data: bytes) -> Iterator[np.ndarray]:
    if sniff.media_type(data, "") != sniff.PDF:
        yield np.asarray(Image.open(io.BytesIO(data)).convert("RGB"))[:, :, ::-1]
        return
    document = pdf.read(data, "", "")
    opened = pdfium.PdfDocument(data)
    for page in document.pages:
        if page.kind == "scan":
            yield np.ascontiguousarray(opened[page.number - 1].render(scale=200 / 72).to_numpy()[:, :, :3])


def _plain_pages(data: bytes) -> int:
    if sniff.media_type(data, "") != sniff.PDF:
        return 1
    try:
        return sum(page.kind == "scan" for page in pdf.read(data, "", "").pages)
    except Exception:  # noqa: BLE001  what does not open is not measured
        return 0


_engine = RapidOCR(
    params={
        "Global.use_cls": False,
        "Global.log_level": "critical",
        "EngineConfig.onnxruntime.intra_op_num_threads": 1,
    }
)


def _plain(data: bytes) -> None:
    for picture in _pictures(data):
        _engine(picture)


def _ours(data: bytes, path: str, *, everything: bool) -> Document:
    if sniff.media_type(data, "") == sniff.PDF:
        document = pdf.read(data, path, "")
        return scan.recognised(document, data, None if everything else _wanted)
    return scan.read(data, path, "", None if everything else _wanted)


def _wanted(_number: int, lines: tuple[str, ...]) -> bool:
    return not any(word in line for line in lines for word in _NOT_NEEDED)


def _made_up(title: str) -> bytes:
    """A scanned A4 page of ordinary type; the font is whatever stands in for STSong on this machine."""
    pdfmetrics.registerFont(UnicodeCIDFont("STSong-Light"))
    stream = io.BytesIO()
    canvas = Canvas(stream)
    canvas.setFont("STSong-Light", 24)
    canvas.drawCentredString(297, 760, title)
    canvas.setFont("STSong-Light", 12)
    for row in range(28):
        canvas.drawString(
            70, 700 - 22 * row, f"第 {row + 1} 项 示例服务有限公司 样例内容 {row * 317 + 12}.50 万元 测试文字说明"
        )
    canvas.save()
    picture = pdfium.PdfDocument(stream.getvalue())[0].render(scale=200 / 72).to_pil().convert("RGB")
    scanned = io.BytesIO()
    picture.save(scanned, "PDF", resolution=200)
    return scanned.getvalue()


if __name__ == "__main__":
    main(sys.argv[1:])
