"""Which value stands where in a YAML file, read strictly: every value knows its file, line and key.

Raises RulebookError, in Chinese, for anything a form or rulebook file must not hold: unknown and
missing keys, keys written twice, values of another type. Numbers never pass through floats.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from pathlib import Path

import yaml

from schemas.errors import RulebookError

MOST_BYTES = 2 << 20
"""Larger than any rulebook, and than the decisions of a thousand dossiers."""

MOST_NODES = 200_000
MOST_DEPTH = 40
_NUMBER = re.compile(r"\d+(\.\d+)?")
_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_PLAIN_LOADER = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
_NULL = "tag:yaml.org,2002:null"
_TRUTH = "tag:yaml.org,2002:bool"


@dataclass(frozen=True, slots=True)
class Marked:
    """One value of the file: exactly one of scalar, entries and members is used, by its kind."""

    file: str
    line: int
    key: str
    kind: str
    scalar: str = ""
    tag: str = ""
    entries: Mapping[str, Marked] = field(default_factory=dict)
    members: tuple[Marked, ...] = ()

    def wrong(self, message: str) -> RulebookError:
        """The error to raise about this value."""
        where = f"“{self.key}”" if self.key else ""
        return RulebookError(f"{self.file} 第 {self.line} 行{where}：{message}")

    def fields(self, required: str, optional: str = "") -> Mapping[str, Marked]:
        """The entries, after making sure that only these keys stand here, and all the required ones do."""
        if self.kind != "mapping":
            raise self.wrong("这里应为“键: 值”的形式")
        must, may = required.split(), optional.split()
        for key, value in self.entries.items():
            if key not in must and key not in may:
                raise value.wrong(f"不认识的键“{key}”。可用的键：{'、'.join(must + may)}。请改正或删去")
        missing = [key for key in must if key not in self.entries]
        if missing:
            raise self.wrong(f"缺少键“{'”“'.join(missing)}”，请补上")
        return self.entries

    def pairs(self) -> tuple[tuple[str, Marked], ...]:
        """The entries of a mapping whose keys are free."""
        if self.kind != "mapping":
            raise self.wrong("这里应为“键: 值”的形式")
        return tuple(self.entries.items())

    def list(self) -> tuple[Marked, ...]:
        """The members of a list."""
        if self.kind != "sequence":
            raise self.wrong("这里应为列表（每行以“- ”开头，或写在方括号里）")
        return self.members

    def text(self) -> str:
        """The scalar as text, as written."""
        if self.kind != "scalar" or self.tag == _NULL or not self.scalar.strip():
            raise self.wrong("这里应为一段文字，不能留空")
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
        if self.kind != "scalar" or not _NUMBER.fullmatch(self.scalar):
            raise self.wrong("这里应为不带单位的数字，例如 30 或 0.5；1 亿元请换算为 10000（万元）")
        return Decimal(self.scalar)

    def whole(self) -> int:
        """A whole number."""
        if not self.scalar.isdecimal():
            raise self.wrong("这里应为整数")
        return int(self.scalar)

    def truth(self) -> bool:
        """True or false."""
        if self.kind != "scalar" or self.tag != _TRUTH:
            raise self.wrong("这里应为 true 或 false")
        return self.scalar.lower() in ("true", "yes", "on")

    def day(self) -> date:
        """A date written 2022-01-01."""
        try:
            return date.fromisoformat(self.scalar)
        except ValueError:
            raise self.wrong("这里应为日期，写作 2022-01-01") from None


class Unbounded(yaml.YAMLError):
    """The text is larger, deeper or more of a riddle than anything a person writes; the message says which."""


def composed(data: bytes, loader: type) -> yaml.Node | None:
    """The nodes of a YAML text, within bounds: its size, how deep it nests, no value that refers to another.

    Raises UnicodeDecodeError, and yaml.YAMLError where it is no YAML or unbounded.
    """
    if len(data) > MOST_BYTES:
        raise Unbounded(f"文件超过 {MOST_BYTES >> 20} MB，不像是手写的文件")
    text = data.decode("utf-8-sig")
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


def read_marked(path: Path) -> Marked:
    """The whole file as one marked value."""
    try:
        node = composed(path.read_bytes(), _LOADER)
    except OSError:
        raise RulebookError(f"{path}：文件不存在或无法打开。请检查路径") from None
    except UnicodeDecodeError:
        raise RulebookError(f"{path}：文件不是 UTF-8 编码。请另存为 UTF-8 后再试") from None
    except Unbounded as error:
        raise RulebookError(f"{path}：{error}") from None
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line + 1 if error.problem_mark else 1
        raise RulebookError(f"{path} 第 {line} 行：不是有效的 YAML，请检查缩进、冒号后的空格和引号") from None
    except yaml.YAMLError:
        raise RulebookError(f"{path}：不是有效的 YAML 文本，含有不能显示的字符") from None
    if node is None:
        raise RulebookError(f"{path}：文件是空的")
    return _marked(node, str(path), "")


def _marked(node: yaml.Node, file: str, key: str) -> Marked:
    line = node.start_mark.line + 1
    if isinstance(node, yaml.MappingNode):
        return Marked(file, line, key, "mapping", entries=_entries(node, file, key))
    if isinstance(node, yaml.SequenceNode):
        members = tuple(_marked(member, file, f"{key}[{index}]") for index, member in enumerate(node.value, 1))
        return Marked(file, line, key, "sequence", members=members)
    return Marked(file, line, key, "scalar", scalar=str(node.value), tag=str(node.tag))


def _entries(node: yaml.MappingNode, file: str, key: str) -> dict[str, Marked]:
    found: dict[str, Marked] = {}
    for name, value in node.value:
        if not isinstance(name, yaml.ScalarNode):
            raise RulebookError(f"{file} 第 {name.start_mark.line + 1} 行：键应为一个词")
        inner = f"{key}.{name.value}" if key else str(name.value)
        if name.value in found:
            raise RulebookError(f"{file} 第 {name.start_mark.line + 1} 行“{inner}”：同一个键写了两次，请删去一个")
        found[str(name.value)] = _marked(value, file, inner)
    return found
