"""Drafts of the made-up regulation, and of one clause at a time."""

from __future__ import annotations

from pathlib import Path

from pipeline.drafting.draft import Drafted, drafted
from pipeline.drafting.files import write_draft
from pipeline.drafting.points import Point
from pipeline.drafting.source import source
from pipeline.rulebook.articles import Regulation, read_regulation
from tests.builders.regulations import MADE_UP


def made_up(folder: Path, *changes: tuple[str, str]) -> Drafted:
    """The draft of the made-up regulation with these changes of its text."""
    text = MADE_UP
    for old, new in changes:
        assert old in text
        text = text.replace(old, new, 1)
    path = folder / "yichang.txt"
    path.write_text(text, encoding="utf-8")
    return drafted("yichang", source(path))


def made_up_rulebook(folder: Path) -> Path:
    """The rulebook drafted from it, on disk."""
    text = folder / "办法.txt"
    text.write_text(MADE_UP, encoding="utf-8")
    return write_draft(text, [], folder / "草案", "yichang").rulebook


def point(whole: Drafted, quoted: str) -> Point:
    """The one point on these words."""
    found = [one for one in whole.draft.points if quoted in one.quoted]
    assert len(found) == 1, [one.quoted for one in found]
    return found[0]


def chapter(conditions: str, materials: str = "（一）营业执照；", behind: str = "") -> Regulation:
    """A regulation of these items on conditions (第二条) and this checklist (第三条)."""
    return read_regulation(
        f"第一章 总则\n第一条 为规范认定，制定本办法。\n第二章 认定条件\n第二条 应当具备以下条件：\n{conditions}\n"
        f"第三章 材料\n第三条 申报单位应当提交下列材料：\n{materials}\n第四条 本办法自发布之日起施行。\n{behind}"
    )
