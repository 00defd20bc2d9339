"""Which value stands where in a YAML file, read strictly: every value knows its file, line and key.

Wrong is, in Chinese, whatever a form or rulebook file must not hold: unknown and missing keys, keys written twice,
values of another type. The first fault raises RulebookError; a reader that brings a list of faults is told all of
them, and goes on with empty values. Numbers never pass through floats.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import TypeVar

import yaml
from rapidfuzz import process

from schemas.errors import RulebookError
from schemas.yaml_signs import odd_signs

MOST_BYTES = 2 << 20
"""Larger than any rulebook, and than the decisions of a thousand dossiers."""

MOST_NODES = 200_000
MOST_DEPTH = 40
_NUMBER = re.compile(r"\d+(\.\d+)?")
_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_PLAIN_LOADER = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
_NULL = "tag:yaml.org,2002:null"
_TRUTH = "tag:yaml.org,2002:bool"
_ABSENT = "absent"
_ALIKE = 70
_T = TypeVar("_T")
_NEVER = date(1, 1, 1)


@dataclass(frozen=True, slots=True, order=True)
class Fault:
    """One thing wrong with a file: the line to look at and, in Chinese, what to do."""

    line: int
    message: str

    def said_of(self, path: Path) -> str:
        """The fault as a line that names its file."""
        return f"{path} 第 {self.line} 行{'' if self.message.startswith('“') else '：'}{self.message}"


@dataclass(frozen=True, slots=True)
class Marked:
    """One value of the file: exactly one of scalar, entries and members is used, by its kind.

    ``faults`` collects what is wrong; without it the first fault raises.
    """

    file: str
    line: int
    key: str
    kind: str
    scalar: str = ""
    tag: str = ""
    entries: Mapping[str, Marked] = field(default_factory=dict)
    members: tuple[Marked, ...] = ()
    faults: list[Fault] | None = field(default=None, compare=False, repr=False)

    def wrong(self, message: str) -> RulebookError:
        """The error to raise about this value."""
        return RulebookError(f"{self.file} 第 {self.line} 行{self._where()}：{message}")

    def amiss(self, message: str, instead: _T) -> _T:
        """Say what is wrong with this value, and go on with another, where faults are collected; else raise."""
        if self.faults is None:
            raise self.wrong(message)
        if self.kind != _ABSENT:
            self.faults.append(Fault(self.line, f"{self._where()}：{message}".removeprefix("：")))
        return instead

    def _where(self) -> str:
        return f"“{self.key}”" if self.key else ""

    def fields(self, required: str, optional: str = "") -> Mapping[str, Marked]:
        """The entries, after making sure that only these keys stand here, and all the required ones do."""
        must, may = required.split(), optional.split()
        if self.kind != "mapping":
            self.amiss("这里应为“键: 值”的形式", None)
            return {key: self._absent(key) for key in must}
        for key, value in self.entries.items():
            if key not in must and key not in may:
                value.amiss(
                    f"不认识的键“{key}”。{_perhaps(key, must + may)}可用的键：{'、'.join(must + may)}。请改正或删去",
                    None,
                )
        missing = [key for key in must if key not in self.entries]
        if missing:
            self.amiss(f"缺少键“{'”“'.join(missing)}”，请补上", None)
        return {**self.entries, **{key: self._absent(key) for key in missing}}

    def _absent(self, key: str) -> Marked:
        """What a missing key is read as, once its absence has been told."""
        return Marked(self.file, self.line, f"{self.key}.{key}".strip("."), _ABSENT, faults=self.faults)

    def pairs(self) -> tuple[tuple[str, Marked], ...]:
        """The entries of a mapping whose keys are free."""
        if self.kind != "mapping":
            return self.amiss("这里应为“键: 值”的形式", ())
        return tuple(self.entries.items())

    def list(self) -> tuple[Marked, ...]:
        """The members of a list."""
        if self.kind != "sequence":
            return self.amiss("这里应为列表（每行以“- ”开头，或写在方括号里）", ())
        return self.members

    def text(self) -> str:
        """The scalar as text, as written."""
        if self.kind != "scalar" or self.tag == _NULL or not self.scalar.strip():
            return self.amiss("这里应为一段文字，不能留空", "")
        return self.scalar.strip()

    def texts(self) -> tuple[str, ...]:
        """A list of texts."""
        return tuple(member.text() for member in self.list())

    def words(self) -> tuple[str, ...]:
        """A list of words, none of them twice."""
        texts = self.texts()
        for index, member in enumerate(self.members):
            if texts[index] in texts[:index]:
                raise member.wrong(f"“{texts[index]}”在这个列表里写了两次，请删去一个")
        return texts

    def pattern(self) -> re.Pattern[str]:
        """A regular expression."""
        try:
            return re.compile(self.text())
        except re.error as error:
            raise self.wrong(f"不是有效的正则表达式：{error}") from None

    def patterns(self) -> tuple[re.Pattern[str], ...]:
        """A list of regular expressions."""
        return tuple(member.pattern() for member in self.list())

    def number(self) -> Decimal:
        """A plain number; never an expression, never with a unit."""
        if self.kind != "scalar" or not _NUMBER.fullmatch(self.scalar) or not self.scalar.isascii():
            return self.amiss(
                "这里应为不带单位的数字（半角），例如 30 或 0.5；1 亿元请换算为 10000（万元）", Decimal(0)
            )
        return Decimal(self.scalar)

    def whole(self) -> int:
        """A whole number."""
        if not self.scalar.isdecimal() or not self.scalar.isascii():
            return self.amiss("这里应为整数（半角）", 0)
        return int(self.scalar)

    def truth(self) -> bool:
        """True or false."""
        if self.kind != "scalar" or self.tag != _TRUTH:
            return self.amiss("这里应为 true 或 false", instead=False)
        return self.scalar.lower() in ("true", "yes", "on")

    def day(self) -> date:
        """A date written 2022-01-01."""
        try:
            return date.fromisoformat(self.scalar)
        except ValueError:
            return self.amiss("这里应为日期，写作 2022-01-01", _NEVER)


def closest(word: str, known: list[str] | tuple[str, ...]) -> str:
    """The known word that is meant, perhaps; empty where none is near."""
    found = process.extractOne(word, known, score_cutoff=_ALIKE)
    return found[0] if found else ""


def _perhaps(word: str, known: list[str]) -> str:
    if ":" in word:
        return "冒号后面要有一个空格。"
    near = closest(word, known)
    return f"是不是“{near}”？" if near else ""


class Unbounded(yaml.YAMLError):
    """The text is larger, deeper or more of a riddle than anything a person writes; the message says which."""


def composed(data: bytes, loader: type) -> yaml.Node | None:
    """The nodes of a YAML text, within bounds: its size, how deep it nests, no value that refers to another.

    Raises UnicodeDecodeError, and yaml.YAMLError where it is no YAML or unbounded.
    """
    _within_size(len(data))
    return _compose(data.decode("utf-8-sig"), loader)


def _within_size(size: int) -> None:
    if size > MOST_BYTES:
        raise Unbounded(f"文件超过 {MOST_BYTES >> 20} MB，不像是手写的文件")


def _compose(text: str, loader: type) -> yaml.Node | None:
    depth = nodes = 0
    for event in yaml.parse(text, Loader=loader):
        if isinstance(event, yaml.AliasEvent) or getattr(event, "anchor", None):
            raise Unbounded("文件使用了锚点和引用（& 和 *），请把内容逐处写出")
        depth += isinstance(event, yaml.CollectionStartEvent) - isinstance(event, yaml.CollectionEndEvent)
        nodes += isinstance(event, yaml.NodeEvent)
        if depth > MOST_DEPTH or nodes > MOST_NODES:
            raise Unbounded("文件的层数或条目过多")
    return yaml.compose(text, Loader=loader)


def plain(data: bytes) -> object:
    """The text as lists, mappings and strings alone: 013 is a phone and 2025-03 a month. Raises as ``composed``."""
    node = composed(data, _PLAIN_LOADER)
    return None if node is None else yaml.BaseLoader("").construct_document(node)


def read_marked(path: Path, faults: list[Fault] | None = None) -> Marked:
    """The whole file as one marked value. With ``faults``, what is wrong inside is collected there."""
    text = read_utf8(path)
    try:
        _within_size(len(text))
        node = _compose(text, _LOADER)
    except Unbounded as error:
        raise RulebookError(f"{path}：{error}") from None
    except yaml.MarkedYAMLError as error:
        raise RulebookError(_not_yaml(path, text, error.problem_mark)) from None
    except yaml.YAMLError:
        raise RulebookError(f"{path}：不是有效的 YAML 文本，含有不能显示的字符") from None
    if node is None:
        raise RulebookError(f"{path}：文件是空的")
    return _marked(node, str(path), "", faults)


def read_utf8(path: Path) -> str:
    """The text of a file that must be UTF-8. Raises RulebookError, which names the encoding that it seems to be in."""
    try:
        data = path.read_bytes()
    except OSError:
        raise RulebookError(f"{path}：文件不存在或无法打开。请检查路径") from None
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        seems = "UTF-16" if data[:2] in (b"\xff\xfe", b"\xfe\xff") else "GBK（GB18030）"
        how = "请用记事本打开，另存为时编码选 UTF-8，再试一次"
        raise RulebookError(f"{path}：文件不是 UTF-8 编码，看起来是 {seems}。{how}") from None


def _not_yaml(path: Path, text: str, mark: yaml.Mark | None) -> str:
    """All that may be the reason, line by line: the parser itself stops at the first."""
    line = mark.line + 1 if mark else 1
    faults = [Fault(number, message) for number, message in odd_signs(text)]
    if not any(fault.line == line for fault in faults):
        faults.append(Fault(line, "不是有效的 YAML，请检查缩进、冒号后的空格和引号"))
    return "\n".join(fault.said_of(path) for fault in sorted(faults))


def _marked(node: yaml.Node, file: str, key: str, faults: list[Fault] | None) -> Marked:
    line = node.start_mark.line + 1
    if isinstance(node, yaml.MappingNode):
        return Marked(file, line, key, "mapping", entries=_entries(node, file, key, faults), faults=faults)
    if isinstance(node, yaml.SequenceNode):
        members = tuple(_marked(member, file, f"{key}[{index}]", faults) for index, member in enumerate(node.value, 1))
        return Marked(file, line, key, "sequence", members=members, faults=faults)
    return Marked(file, line, key, "scalar", scalar=str(node.value), tag=str(node.tag), faults=faults)


def _entries(node: yaml.MappingNode, file: str, key: str, faults: list[Fault] | None) -> dict[str, Marked]:
    found: dict[str, Marked] = {}
    for name, value in node.value:
        where = Marked(file, name.start_mark.line + 1, key, "key", faults=faults)
        if not isinstance(name, yaml.ScalarNode):
            where.amiss("键应为一个词", None)
            continue
        inner = f"{key}.{name.value}" if key else str(name.value)
        if name.value in found:
            replace(where, key=inner).amiss("同一个键写了两次，请删去一个", None)
        found[str(name.value)] = _marked(value, file, inner, faults)
    return found
