"""Clauses and rulebooks cut short, for asking one check at a time."""

from __future__ import annotations

from pathlib import Path

from pipeline.rulebook.articles import Regulation, read_regulation
from pipeline.rulebook.check import check
from pipeline.rulebook.parse import parse
from schemas.data_files import data_folder
from tests.builders.rulebooks import REGULATION, RULEBOOK, write_city


def regulation_of(conditions: str = "", materials: str = "", behind: str = "") -> Regulation:
    """A regulation with these conditions (第二条), this checklist (第三条) and whatever follows."""
    return read_regulation(
        f"第一章 总则\n第一条 为规范认定，制定本办法。\n第二章 认定条件\n第二条 应具备以下条件：\n{conditions}\n"
        f"第三章 材料\n第三条 提交下列材料：\n{materials}\n第四条 本办法自发布之日起施行。\n{behind}"
    )


def said_of_example(folder: Path, *changes: tuple[str, str], text: str = REGULATION) -> list[str]:
    """What the check says of the made-up city's rulebook with these changes."""
    rulebook = RULEBOOK
    for old, new in changes:
        assert old in rulebook
        rulebook = rulebook.replace(old, new, 1)
    return [one.message for one in check(parse(write_city(folder, rulebook)), read_regulation(text))]


def said_of(name: str, folder: Path, *changes: tuple[str, str]) -> list[str]:
    """What the check says of one of our rulebooks with these changes."""
    rulebook = (data_folder() / "rulebooks" / f"{name}.yaml").read_text(encoding="utf-8")
    for old, new in changes:
        assert old in rulebook
        rulebook = rulebook.replace(old, new, 1)
    path = folder / f"{name}.yaml"
    path.write_text(rulebook, encoding="utf-8")
    text = (data_folder() / "regulations" / f"{name}.txt").read_text(encoding="utf-8")
    return [one.message for one in check(parse(path), read_regulation(text))]
