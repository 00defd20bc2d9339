"""What pages say names no command: sentence by sentence, and for every sentence that the program has."""

import ast
import re
from pathlib import Path

import pytest

from console.plain_words import plain

ROOT = Path(__file__).resolve().parents[2]
AT_A_COMMAND = ("pipeline/cli", "pipeline/doctor", "pipeline/watch", "pipeline/drafting/write.py", "pipeline/experts")
"""What nobody at a page is told by."""
COMMAND = re.compile(r"dossier [a-z]+|sample (?:draw|evaluate|plan|verify)|(?<![^\s（、：，；])--[a-z]+")
CHINESE = re.compile(r"[一-鿿]")


@pytest.mark.parametrize(
    ("said", "shown"),
    [
        ("--period “去年”不是期间。", "“去年”不是期间。"),
        ("记录报送须写明 --received（收到日期）。", "记录报送须写明 收到日期。"),
        ("记录失去称号须写明 --ground（依据）、--number（决定文号）。", "记录失去称号须写明 依据、决定文号。"),
        ("台账中没有“丙公司”。", "台账中没有“丙公司”。"),
        ("结果已有变动。请重新运行 dossier screen 后再写文书。", "结果已有变动。请在批次页重新初审后再写文书。"),
        ("可能内存不足，请人工核看，或减少 --jobs 后重试", "可能内存不足，请人工核看，或稍后重试"),
        ("合同--final.pdf 与 a--b.pdf 相同。", "合同--final.pdf 与 a--b.pdf 相同。"),
    ],
)
def test_what_a_page_says_names_no_command_and_leaves_the_rest(said, shown):
    assert plain(said) == shown


def sentences():
    """Every Chinese text of the program that names a command; docstrings are nobody's."""
    found = []
    for path in sorted((ROOT / "pipeline").rglob("*.py")):
        name = path.relative_to(ROOT).as_posix()
        if name.startswith(AT_A_COMMAND):
            continue
        tree = ast.parse(path.read_text(encoding="utf-8"))
        apart = {id(one.value) for one in ast.walk(tree) if isinstance(one, ast.Expr)}
        apart |= {id(part) for one in ast.walk(tree) if isinstance(one, ast.JoinedStr) for part in one.values}
        for node in ast.walk(tree):
            text = "" if id(node) in apart else _text(node)
            if CHINESE.search(text) and COMMAND.search(text) and not text.startswith("#"):
                found.append(pytest.param(text, id=f"{name}:{node.lineno}"))
    return found


def _text(node):
    if isinstance(node, ast.JoinedStr):
        return "".join(str(one.value) if isinstance(one, ast.Constant) else "甲" for one in node.values)
    return node.value if isinstance(node, ast.Constant) and isinstance(node.value, str) else ""


@pytest.mark.parametrize("said", sentences())
def test_every_sentence_of_the_program_can_be_said_at_a_page(said):
    assert not COMMAND.search(plain(said))
