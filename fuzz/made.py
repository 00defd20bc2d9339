"""Small sound files of every family of formats that is read, made here."""

from __future__ import annotations

import bz2
import gzip
import io
import lzma
import tarfile
import zipfile
from collections.abc import Iterator
from email.message import EmailMessage

from PIL import Image, ImageDraw

from tests.builders import archives, office_files, old_files, pdf_objects

_TEXT = "2025年服务企业120家，培训３场、560人次，融资1.2亿元。截至2025年12月31日，共一千二百三十四户。"
_FORM = "从业人数：12人"
_LIST = "序号,企业名称,收费（万元）\n1,示例甲公司,1.2\n2,示例乙公司,0"
_XML = "<?xml version='1.0' encoding='UTF-8'?>"


def made() -> Iterator[tuple[str, bytes]]:
    """Name and content of each."""
    yield from _texts()
    yield from _office()
    yield from _pages()
    yield from _pictures()
    yield from _archives()


def _texts() -> Iterator[tuple[str, bytes]]:
    yield "说明.txt", _TEXT.encode()
    yield "说明-16.txt", _TEXT.encode("utf-16")
    yield "名单.csv", _LIST.encode("gb18030")
    rows = "".join(f"<tr><td>{line.replace(',', '<td colspan=1>')}" for line in _LIST.splitlines())
    yield (
        "网页.html",
        f"<style>.x{{display:none}}</style><p class=x>藏</p><p>{_FORM}</p><table>{rows}</table>".encode(),
    )
    message = EmailMessage()
    message["From"], message["To"], message["Subject"] = "a@example.com", "b@example.com", "申报材料"
    message.set_content(_FORM)
    message.add_attachment(_LIST.encode(), maintype="text", subtype="csv", filename="名单.csv")
    yield "邮件.eml", message.as_bytes()
    saved = "Content-Location: file:///a.htm\n\n<p>甲</p>"
    yield (
        "网页.mht",
        (
            'MIME-Version: 1.0\nContent-Type: multipart/related; boundary="x"\n\n'
            f"--x\nContent-Type: text/html\n{saved}\n--x--"
        ).encode(),
    )
    yield "答卷.json", b'{"staff_count": 12, "rows": [{"name": "a"}]}'
    yield "旧文.rtf", rb"{\rtf1\ansi\ansicpg936 {\b 12}\par\trowd\cellx900 a\cell\row}"


def _office() -> Iterator[tuple[str, bytes]]:
    document = office_files.docx(
        office_files.p(_FORM) + office_files.tbl(office_files.tr(office_files.tc("姓名"), office_files.tc("年龄"))),
        laid_in=(("package", "a.docx", office_files.docx(office_files.p("内"))),),
    )
    sheet = office_files.xlsx(
        office_files.data(office_files.row(1, office_files.cell("A1", "姓名"), office_files.number("B1", "35")))
    )
    yield "表.docx", document
    yield "表.xlsx", sheet
    with zipfile.ZipFile(io.BytesIO(office_files.docx(office_files.p(_FORM)))) as parts:
        inner = "".join(
            f'<pkg:part pkg:name="/{name}"><pkg:xmlData>{parts.read(name).decode()}</pkg:xmlData></pkg:part>'
            for name in parts.namelist()
        )
    package = 'xmlns:pkg="http://schemas.microsoft.com/office/2006/xmlPackage"'
    yield "表.xml", f"{_XML}<pkg:package {package}>{inner}</pkg:package>".encode()
    spaces = (
        'xmlns="urn:schemas-microsoft-com:office:spreadsheet" xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet"'
    )
    cell = '<Row ss:Index="2"><Cell ss:Index="3" ss:MergeAcross="1"><Data ss:Type="Number">12</Data></Cell></Row>'
    yield (
        "名单.xml",
        f'{_XML}<Workbook {spaces}><Worksheet ss:Name="a"><Table>{cell}</Table></Worksheet></Workbook>'.encode(),
    )
    yield "old.doc", old_files.word()
    yield "old.xls", old_files.xls({(0, 0): "序号", (0, 1): "姓名", (1, 0): 1, (1, 1): "甲某", (1, 2): 35})
    yield (
        "邮件.msg",
        old_files.stored(
            "__attach_version1.0_#00000000",
            {"__substg1.0_3707001F": "名单.csv".encode("utf-16-le"), "__substg1.0_37010102": _LIST.encode()},
            {"__properties_version1.0": bytes(32), "__substg1.0_1000001F": _FORM.encode("utf-16-le")},
        ),
    )
    yield (
        "sheet.ods",
        old_files.ods(
            '<table:table-row table:number-rows-repeated="2"><table:table-cell office:value-type="string">'
            "<text:p>姓名</text:p></table:table-cell></table:table-row>"
        ),
    )


def _pages() -> Iterator[tuple[str, bytes]]:
    yield (
        "页.pdf",
        pdf_objects.written(pdf_objects.text(50, 200, _FORM), pdf_objects.stream("a,b", "/Type/EmbeddedFile")),
    )
    grid = "".join(old_files.line(20, y, 120, y) for y in (50, 60, 70)) + old_files.line(20, 50, 20, 70)
    yield "page.ofd", old_files.ofd(grid + old_files.said(_FORM, 20, 20), template=old_files.said("示例", 30, 40))


def _pictures() -> Iterator[tuple[str, bytes]]:
    picture = Image.new("RGB", (220, 90), "white")
    ImageDraw.Draw(picture).text((10, 30), "STAFF 12", fill="black")
    for suffix, kind in (
        *(("jpg", "JPEG"), ("png", "PNG"), ("gif", "GIF"), ("bmp", "BMP"), ("webp", "WEBP")),
        *(("tif", "TIFF"), ("jp2", "JPEG2000"), ("avif", "AVIF")),
    ):
        held = io.BytesIO()
        picture.save(held, kind)
        yield f"图.{suffix}", held.getvalue()
    held = io.BytesIO()
    picture.convert("1").save(held, "TIFF", compression="group4")
    yield "传真.tif", held.getvalue()


def _archives() -> Iterator[tuple[str, bytes]]:
    files = {"说明.txt": _FORM.encode(), "内/名单.csv": _LIST.encode()}
    yield "包.7z", archives.seven_zip(files)
    yield "包.rar", archives.rar(files)
    yield "包.zip", office_files.zipped(dict(files))
    held = io.BytesIO()
    with tarfile.open(fileobj=held, mode="w") as packed:
        for name, data in files.items():
            entry = tarfile.TarInfo(name)
            entry.size = len(data)
            packed.addfile(entry, io.BytesIO(data))
    for suffix, pack in (("tar", bytes), ("gz", gzip.compress), ("bz2", bz2.compress), ("xz", lzma.compress)):
        yield f"包.{suffix}", pack(held.getvalue())
