"""Which fonts and programs that do not come with us does this machine have, and what is not read without them?"""

from __future__ import annotations

import io

import pypdfium2 as pdfium
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.cidfonts import UnicodeCIDFont
from reportlab.pdfgen.canvas import Canvas

from extractors.read.converted import libreoffice
from extractors.read.pdf import fonts
from pipeline.doctor.check import Fitness, MachineCheck
from pipeline.intake import rar

_NAMED_ONLY = "STSong-Light"
"""A font that a PDF names and does not hold."""
_SIZE = 40.0


def chinese_fonts() -> MachineCheck:
    """A Chinese font: numbers are right without one, pictures of pages are not."""
    title = "中文字体"
    if drawn("一") != drawn("国"):  # the font that stands in draws every character the same: docs/adr/0007
        return MachineCheck("fonts", title, Fitness.OK, "已安装")
    advice = "读取和初审不受影响，但报告中部分 PDF 的原件图片会显示为方框。请安装一种中文字体，如宋体或思源宋体。"
    return MachineCheck("fonts", title, Fitness.LIMITED, "没有找到", advice)


def office() -> MachineCheck:
    """LibreOffice, which converts old documents."""
    title = "LibreOffice"
    where = libreoffice.program()
    if where:
        return MachineCheck("office", title, Fitness.OK, where)
    advice = (
        "不装也可以初审，但 DOC、WPS、RTF、ODT、XLSB 读不了。请安装 LibreOffice；"
        f"不在默认位置的，用环境变量 {libreoffice.VARIABLE} 指明 soffice 的路径。"
    )
    return MachineCheck("office", title, Fitness.LIMITED, "没有找到", advice)


def unpacker() -> MachineCheck:
    """A program that unpacks RAR; ZIP, 7Z, TAR and GZ need none."""
    title = "解压 RAR 的程序"
    where = rar.program()
    if where:
        return MachineCheck("unpacker", title, Fitness.OK, where)
    advice = "不装也可以初审（ZIP、7Z、TAR、GZ 照常），但 RAR 读不了。请安装 7-Zip、unrar 或 unar。"
    return MachineCheck("unpacker", title, Fitness.LIMITED, "没有找到", advice)


def drawn(sign: str) -> bytes:
    """How this machine draws a character whose font the PDF does not hold."""
    pdfmetrics.registerFont(UnicodeCIDFont(_NAMED_ONLY))
    held = io.BytesIO()
    canvas = Canvas(held, pagesize=(_SIZE, _SIZE))
    canvas.setFont(_NAMED_ONLY, _SIZE / 2)
    canvas.drawString(_SIZE / 4, _SIZE / 4, sign)
    canvas.save()
    document: pdfium.PdfDocument = fonts.opened(held.getvalue())
    return bytes(document[0].render().to_numpy())
