"""Was a rulebook of somebody's own held against the text of its regulation, and did it stand?"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from pipeline.rulebook.articles import read_regulation
from pipeline.rulebook.beside import text_beside
from pipeline.rulebook.check import check
from pipeline.rulebook.known_words import Problem, unknown_words
from pipeline.rulebook.parse import Parsed, parse_on
from schemas.errors import UsageError
from schemas.strict_yaml import Fault

_OTHERS = ("gb18030",)
_MARKS = {b"\xff\xfe": "utf-16", b"\xfe\xff": "utf-16"}


@dataclass(frozen=True, slots=True)
class Held:
    """What came of it: the text that was found (None where there is none) and what does not agree with it."""

    text: Path | None
    problems: tuple[Problem, ...]
    remark: str = ""
    """That the text was read in another encoding than UTF-8, in Chinese."""

    @property
    def conclusion(self) -> str:
        """How many problems there are, and what the rulebook was held against."""
        count = len(self.problems)
        against = (
            "没有办法文本，只检查了用词；请用 --text 给出正文以核对条款和数字"
            if self.text is None
            else f"已与 {self.text.name} 逐条核对{self.remark}"
        )
        return f"{f'发现 {count} 个问题' if count else '没有发现问题'}。{against}。"

    @property
    def unheld(self) -> str:
        """The sentence that every report bears where the rulebook does not stand; empty where it does."""
        if self.text is None:
            return "所用规则文件旁边没有办法文本，未与办法核对，结果仅供参考"
        if self.problems:
            return f"所用规则文件与办法文本有 {len(self.problems)} 处不符，未经核对即使用，结果仅供参考"
        return ""


def hold(parsed: Parsed, text: Path | None = None) -> Held:
    """Hold the rulebook against this text, or the one that lies beside its file."""
    beside = text or text_beside(parsed.path)
    if beside is None:
        return Held(None, tuple(check(parsed, None)))
    words, remark = read_text(beside)
    return Held(beside, tuple(check(parsed, read_regulation(words))), remark)


def examine(path: Path, text: Path | None = None) -> tuple[list[str], str]:
    """Everything wrong with the rulebook file, a line each, and the conclusion.

    A file that is not built as it must be is told all that is wrong with its build and its words; only a sound one
    can be held against a text.
    """
    parsed, faults = parse_on(path)
    if not faults:
        held = hold(parsed, text)
        return [f"{path} 第 {one.line} 行：{one.message}" for one in held.problems], held.conclusion
    told = {fault.line for fault in faults}
    more = [Fault(one.line, one.message) for one in unknown_words(parsed) if one.line not in told]
    every = sorted({*faults, *more})
    return [fault.said_of(path) for fault in every], f"发现 {len(every)} 个问题。改正后再与办法文本逐条核对。"


def read_text(path: Path) -> tuple[str, str]:
    """The text, and a remark where it is not UTF-8. Raises UsageError where it is no text at all."""
    try:
        data = path.read_bytes()
    except OSError:
        raise UsageError(f"找不到办法文本 {path}，请检查路径") from None
    for encoding in ("utf-8-sig", *([_MARKS[data[:2]]] if data[:2] in _MARKS else _OTHERS)):
        try:
            words = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        return words, "" if encoding == "utf-8-sig" else f"（正文是 {_name(encoding)} 编码，已照此读出）"
    how = "请用记事本打开，另存为 UTF-8 编码的 .txt 文件后再试"
    raise UsageError(f"{path} 不是文本文件，或者编码无法识别。{how}（Word、PDF 文件请先另存为纯文本）")


def _name(encoding: str) -> str:
    return {"gb18030": "GBK", "utf-16": "UTF-16"}[encoding]
