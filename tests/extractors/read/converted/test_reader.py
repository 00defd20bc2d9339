"""Old Word files are converted together, supervised, and told apart from what cannot be opened."""

from __future__ import annotations

import hashlib
import io
import os
import socketserver
import stat
import sys
import threading
import time
from pathlib import Path

import docx as python_docx
import pytest

from extractors.papers.ocr_scope import ocr_scope
from extractors.read import media_type as media_types
from extractors.read import read, together, waits
from extractors.read.converted import libreoffice
from schemas.document import Document, Paragraph, Table
from schemas.errors import UnreadableDocument
from tests.builders.office_files import docx, p
from tests.builders.old_files import word

with_office = pytest.mark.skipif(libreoffice.program() is None, reason="LibreOffice is not installed here")


def rtf(text: str, more: str = "") -> bytes:
    """A rich text of one paragraph, hanzi in GBK as Chinese Windows writes them."""
    codes = "".join(f"\\'{byte:02x}" for byte in text.encode("gbk"))
    return f"{{\\rtf1\\ansi\\ansicpg936 {codes}{more}\\par}}".encode("ascii")


def texts(document: Document) -> list[str]:
    return [block.text for page in document.pages for block in page.blocks if isinstance(block, Paragraph)]


def program(folder: Path, body: str) -> str:
    """A stand-in for LibreOffice."""
    path = folder / "soffice"
    path.write_text(f"#!{sys.executable}\nimport os, subprocess, sys, time\n{body}\n", encoding="utf-8")
    path.chmod(path.stat().st_mode | stat.S_IXUSR)
    return str(path)


def twin() -> bytes:
    """A whole DOCX: LibreOffice asks for more of its parts than our reader does."""
    made = python_docx.Document()
    made.add_paragraph("示例公司工作人员名单")
    table = made.add_table(2, 2)
    for place, text in enumerate(("姓名", "职称", "示例甲", "高级工程师")):
        table.cell(place // 2, place % 2).text = text
    made.add_paragraph("以上情况属实。")
    target = io.BytesIO()
    made.save(target)
    return target.getvalue()


@with_office
def test_an_rtf_is_read_under_its_own_name_and_hash():
    data = rtf("示例公司申请报告")
    document = read(data, "1/申请报告.doc")
    assert texts(document) == ["示例公司申请报告"]
    assert (document.path, document.media_type) == ("1/申请报告.doc", media_types.RTF)
    assert document.sha256 == hashlib.sha256(data).hexdigest()


@with_office
@pytest.mark.parametrize("kind", ["doc", "rtf", "odt"])
def test_an_old_file_says_what_its_modern_twin_says(kind):
    modern = twin()
    (old,) = libreoffice.converted([libreoffice.Source(modern, ".docx")], kind)
    assert old is not None
    new, then = read(modern, "a.docx").pages[0].blocks, read(old, f"a.{kind}").pages[0].blocks
    assert [type(block) for block in then] == [type(block) for block in new]
    ours, theirs = (next(block for block in blocks if isinstance(block, Table)) for blocks in (new, then))
    assert [(cell.address, cell.text) for cell in theirs.cells] == [(cell.address, cell.text) for cell in ours.cells]
    if kind == "doc":
        assert read(old, "a.wps").media_type == media_types.WPS


@with_office
def test_many_files_take_one_call_and_a_broken_one_costs_itself_alone(monkeypatch):
    calls = []
    start = libreoffice.subprocess.Popen
    monkeypatch.setattr(
        libreoffice.subprocess, "Popen", lambda *args, **more: (calls.append(args), start(*args, **more))[1]
    )
    files = [(rtf(f"第{number}份示例材料"), f"{number}.rtf") for number in range(4)] + [(word(), "坏.doc")]
    reader = together(files, ocr_scope)
    assert [texts(reader(data, path)) for data, path in files[:4]] == [[f"第{number}份示例材料"] for number in range(4)]
    with pytest.raises(UnreadableDocument, match="另存为"):
        reader(*files[4])
    assert len(calls) == 1


@with_office
def test_linked_pictures_are_not_fetched():
    asked = []

    class Handler(socketserver.BaseRequestHandler):
        def handle(self) -> None:
            asked.append(self.request.recv(100))

    with socketserver.TCPServer(("127.0.0.1", 0), Handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        link = f"http://127.0.0.1:{server.server_address[1]}/a.png"
        field = rf'{{\field{{\*\fldinst INCLUDEPICTURE "{link}" \\d}}{{\fldrslt x}}}}'
        assert "示例" in texts(read(rtf("示例", field), "a.rtf"))[0]
        server.shutdown()
    assert not asked


def test_without_libreoffice_the_clerk_is_told_what_to_install(monkeypatch):
    monkeypatch.setenv(libreoffice.VARIABLE, "/nowhere/soffice")
    with pytest.raises(UnreadableDocument, match="安装 LibreOffice") as caught:
        read(rtf("示例"), "材料/报告.rtf")
    assert caught.value.path == "材料/报告.rtf"


def test_a_locked_file_says_so_without_libreoffice(monkeypatch):
    monkeypatch.setenv(libreoffice.VARIABLE, "/nowhere/soffice")
    with pytest.raises(UnreadableDocument, match="密码"):
        read(word(locked=True), "a.doc")


@pytest.mark.skipif(sys.platform == "win32", reason="a script is no program there")
def test_a_program_that_hangs_is_ended_with_its_children(tmp_path, monkeypatch):
    body = """
child = subprocess.Popen(["sleep", "60"])
open(%r, "w").write(str(child.pid))
time.sleep(60)
open(%r, "w").close()
"""
    monkeypatch.setenv(libreoffice.VARIABLE, program(tmp_path, body % (str(tmp_path / "pid"), str(tmp_path / "done"))))
    monkeypatch.setattr(libreoffice, "_START", 1.0)
    monkeypatch.setattr(libreoffice, "_EACH", 0.1)
    monkeypatch.setattr(libreoffice, "_ALL_ALONE", 0.0)
    assert libreoffice.converted([libreoffice.Source(b"x", ".doc")]) == [None]
    assert not (tmp_path / "done").exists()
    child = int((tmp_path / "pid").read_text())
    assert _gone(child)


def _gone(pid: int) -> bool:
    for _ in range(50):
        try:
            state = Path(f"/proc/{pid}/stat").read_text(encoding="ascii").rsplit(")", 1)[1].split()[0]
        except OSError:
            return True
        if state == "Z":
            return True
        time.sleep(0.1)
    return False


@pytest.mark.skipif(sys.platform == "win32", reason="a script is no program there")
def test_after_a_crash_the_rest_is_converted_one_by_one(tmp_path, monkeypatch):
    body = """
out = sys.argv[sys.argv.index("--outdir") + 1]
names = sys.argv[sys.argv.index("--outdir") + 2:]
os.makedirs(out, exist_ok=True)
for name in names:
    if open(name).read() == "bad":
        os._exit(3)
    open(os.path.join(out, name.split(".")[0] + ".docx"), "w").write("made of " + open(name).read())
"""
    monkeypatch.setenv(libreoffice.VARIABLE, program(tmp_path, body))
    sources = [libreoffice.Source(content, ".doc") for content in (b"1", b"bad", b"3")]
    assert libreoffice.converted(sources) == [b"made of 1", None, b"made of 3"]


@pytest.mark.parametrize(
    ("data", "path", "late"),
    [
        pytest.param(rtf("示例"), "a.doc", True, id="rtf-named-doc"),
        pytest.param(word(), "a.wps", True, id="wps"),
        pytest.param(docx(p("示例")), "a.doc", False, id="docx-named-doc"),
        pytest.param("示例".encode(), "a.doc", False, id="text-named-doc"),
    ],
)
def test_only_files_that_need_libreoffice_wait(data, path, late):
    assert waits(data, path) is late


def test_nothing_is_left_behind(tmp_path, monkeypatch):
    monkeypatch.setenv("TMPDIR", str(tmp_path))
    monkeypatch.setattr(libreoffice.tempfile, "tempdir", None)
    monkeypatch.setenv(libreoffice.VARIABLE, program(tmp_path, "sys.exit(0)") if os.name == "posix" else "/nowhere")
    libreoffice.converted([libreoffice.Source(b"x", ".doc")])
    assert [path.name for path in tmp_path.iterdir()] == ["soffice"]
