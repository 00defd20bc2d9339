"""Is this DOCX fit to be the bureau's own template of a letter, and how does a letter look in it?

A template is fit where a specimen, filled into it, shows every blank that the letter must state, every row of its
tables, and where an empty letter can be filled in too. It runs nothing: its marks are obeyed in a sandbox.
"""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import fields
from pathlib import Path

from docx.opc.exceptions import PackageNotFoundError
from docxtpl import DocxTemplate
from jinja2 import TemplateError
from jinja2.exceptions import SecurityError
from jinja2.sandbox import SandboxedEnvironment
from lxml.etree import LxmlError

from pipeline import file_names
from pipeline.letters.letter import Letter, LetterHead
from pipeline.letters.notice import Notice, Request, Shortfall
from pipeline.letters.questions import Question

FOLDER = "templates"
"""Beside office.yaml."""

KINDS: Mapping[str, str] = {"supplement": "补正通知书（核实函亦用）", "ineligible": "不符合条件告知书"}
BROKEN = (TemplateError, PackageNotFoundError, zipfile.BadZipFile, LxmlError, KeyError, ValueError, TypeError, OSError)
"""What a template raises that cannot be filled in."""

MOST_BYTES = 8 << 20
_ROWS: Mapping[str, Mapping[str, str]] = {
    "requests": {"paper": "材料名称", "problem": "问题", "demand": "补正要求", "basis": "依据"},
    "questions": {"item": "需核实的项目", "stated": "材料所载", "please": "请说明"},
    "shortfalls": {"item": "未达到的项目", "required": "办法的要求", "stated": "材料所载", "basis": "依据"},
}
_MUST: Mapping[str, tuple[str, ...]] = {
    "supplement": ("applicant", "number", "rulebook", "days", "requests", "questions"),
    "ineligible": ("applicant", "number", "rulebook", "answer_days", "shortfalls"),
}
_TITLES = {
    "applicant": "申报单位",
    "number": "文号",
    "rulebook": "办法名称",
    "days": "补正期限",
    "answer_days": "陈述申辩期限",
    "matter": "申报事项",
    "received": "收件日期",
    "reckoned": "按哪一天计算",
    "call": "申报通知",
    "remark": "给经办人的提示",
    "sign": "发文代字",
    "office": "机关名称",
    "contact": "联系人",
    "telephone": "联系电话",
    "address": "办公地址",
    "how": "提交方式",
    "enclosed": "随附的通知",
    "signed_on": "落款日期",
}
"""What a specimen says in each blank, and what a blank is called that is lacking."""
_ROW_NUMBERS = ("一", "二")
_PROGRAMS = ("vbaproject.bin", ".exe", ".ocx")
_RELATION = re.compile(rb"<Relationship [^>]*>")


def specimen(kind: str) -> Letter:
    """A letter with every blank filled in, two rows in each of its tables."""
    words = {one.name: f"〔{_TITLES.get(one.name, one.name)}〕" for one in fields(LetterHead)}
    requests = tuple(Request(rules=(), **_row("requests", at)) for at in _ROW_NUMBERS)
    questions = tuple(Question(rule="", **_row("questions", at)) for at in _ROW_NUMBERS)
    shortfalls = tuple(Shortfall(rule="", **_row("shortfalls", at)) for at in _ROW_NUMBERS)
    rows = Notice((), (), shortfalls) if kind == "ineligible" else Notice(requests, questions, ())
    return Letter("样张", kind, LetterHead(**words), rows)


def problems(kind: str, data: bytes, written: Callable[[bytes, Letter], bytes]) -> list[str]:
    """What is wrong with it as the template of this kind, in Chinese; empty where it is fit.

    ``written``: how a letter is filled into a template (``letter_docx.document_in``).
    """
    if len(data) > MOST_BYTES:
        return [f"文件超过 {MOST_BYTES >> 20} MB，请压缩其中的图片。"]
    outside = _of_package(data)
    if outside:
        return outside
    try:
        made = written(data, specimen(kind))
        written(data, Letter("", kind, LetterHead(), Notice((), (), ())))
    except SecurityError:
        return ["模板中用了不允许的写法。只能使用 {{ 名称 }} 和 {%tr for … %} 等填写标记。"]
    except BROKEN as error:
        return [f"模板中的填写标记无法使用（{type(error).__name__}）。请对照随程序的模板检查 {{{{ }}}} 和 {{% %}}。"]
    lacking = _lacking(kind, made)
    return [f"模板中缺少：{'、'.join(lacking)}。请对照随程序的模板补上再上传。"] if lacking else []


def sandbox() -> SandboxedEnvironment:
    """What obeys the marks of a template that is not ours."""
    return SandboxedEnvironment(autoescape=True)


def place(folder: Path | None, name: str) -> Path | None:
    """Where the bureau's own template of this name lies; None where it has none."""
    path = folder / name if folder else None
    return path if path and file_names.reachable(path).is_file() else None


def opened(data: bytes) -> DocxTemplate:
    """The template, to be filled in."""
    return DocxTemplate(io.BytesIO(data))


def _row(table: str, number: str) -> dict[str, str]:
    """A row of which every cell says what it is for, and in which row it stands."""
    return {key: f"〔{title}{number}〕" for key, title in _ROWS[table].items()}


def _of_package(data: bytes) -> list[str]:
    """What is wrong with the file itself, before anything in it is obeyed."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            names = package.namelist()
            large = sum(one.file_size for one in package.infolist()) > 8 * MOST_BYTES
            remote = not large and _refers_outside(package)
    except (zipfile.BadZipFile, RuntimeError, ValueError):
        return ["文件不是 Word 文档（DOCX），或已损坏。请在 Word 中另存为 DOCX 再上传。"]
    found = {
        "文件展开后过大，请压缩其中的图片。": large,
        "文件不是 Word 文档（DOCX）。请在 Word 中另存为 DOCX 再上传。": "word/document.xml" not in names,
        "文件带有宏或控件。请另存为不带宏的 DOCX 再上传。": any(name.lower().endswith(_PROGRAMS) for name in names),
        "文件引用了外部的图片、模板或对象。请把它们嵌入文档再上传。": remote,
    }
    return [said for said, wrong in found.items() if wrong][:1]


def _refers_outside(package: zipfile.ZipFile) -> bool:
    """Whether it fetches something from elsewhere when it is opened; a link that somebody may follow does not."""
    lists = (package.read(name) for name in package.namelist() if name.endswith(".rels"))
    relations = (one for listed in lists for one in _RELATION.findall(listed))
    return any(b'"External"' in one and b"/hyperlink" not in one for one in relations)


def _lacking(kind: str, made: bytes) -> list[str]:
    """The Chinese names of what the specimen says and the letter does not."""
    text, letter = _text(made), specimen(kind)
    heads = [_TITLES[key] for key in _MUST[kind] if key in _TITLES and str(getattr(letter.head, key)) not in text]
    tables = [key for key in _MUST[kind] if key in _ROWS]
    cells = [said for key in tables for said in _lacking_cells(getattr(letter.notice, key), _ROWS[key], text)]
    return list(dict.fromkeys((*heads, *cells)))


def _lacking_cells(rows: Sequence[object], titles: Mapping[str, str], text: str) -> Iterator[str]:
    for field, title in titles.items():
        there = [str(getattr(row, field)) in text for row in rows]
        if not all(there):
            yield f"{title}（只列出一行）" if any(there) else title


def _text(made: bytes) -> str:
    """All that the document says, in its body, heads and feet."""
    with zipfile.ZipFile(io.BytesIO(made)) as package:
        parts = [package.read(name).decode() for name in package.namelist() if re.fullmatch(r"word/\w+\.xml", name)]
    return re.sub(r"<[^>]{0,3000}>", "", "\n".join(parts))
