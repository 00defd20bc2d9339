"""What has been met so far while one DOCX story (body, header, footer) is read in order."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from lxml.etree import _Element as Element

from extractors.read.set_off import NOTE_MARKS
from extractors.read.word.numbering import Lists
from extractors.read.word.run_looks import RunLooks

# Pictures from about 5 × 5 cm may hold a page of writing; logos, stamps and codes are smaller.
LARGE = 20_000
"""Square points."""


@dataclass(slots=True)
class SectionPictures:
    """The pictures of one section."""

    count: int = 0
    large: list[str] = field(default_factory=list)
    """The relationships of those that may hold a page of writing."""

    def add(self, relation: str, width: float, height: float) -> None:
        """Count one of this size, in points."""
        self.count += 1
        if width * height >= LARGE:
            self.large.append(relation)


@dataclass(slots=True)
class Story:
    """Counters and remarks; changed while reading."""

    lists: Lists
    prompt_styles: frozenset[str] = frozenset()
    looks: RunLooks = field(default_factory=RunLooks)
    paragraphs: int = 0
    tables: int = 0
    pictures: SectionPictures = field(default_factory=SectionPictures)
    revised: bool = False
    hidden: bool = False
    struck: int = 0
    """Paragraphs in which something is struck out."""
    chosen_by_look: bool = False
    """An option was ticked because it is underlined or the like."""
    references: bool = False
    """A number bears the raised mark of a note, typed by hand."""
    objects: list[str] = field(default_factory=list)
    """The relationships of embedded objects and inserted chunks, in order."""
    opened: frozenset[str] = frozenset()
    """Those whose file can be had, and is read by itself."""
    diagrams: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """The words of each SmartArt, by its relationship."""
    comments: Mapping[str, str] = field(default_factory=dict)
    """The words of each comment, by its number."""
    commented: dict[str, str] = field(default_factory=dict)
    """Number of a comment → the address of the paragraph or cell where it hangs."""
    stores: Mapping[str, Element] = field(default_factory=dict)
    """The data stored beside the text that controls are bound to, by their identifier."""
    rebound: set[Element] = field(default_factory=set)
    """Texts of controls whose stored data say otherwise than the document did."""
    unresolved: int = 0
    """Fields whose result no program stored."""
    charts: int = 0
    unread_pictures: int = 0
    """Pictures large enough for writing that could not be read."""

    def hang(self, numbers: Iterable[str], address: str) -> None:
        """Note that these comments hang here; one over several paragraphs hangs on the first."""
        for number in numbers:
            if number in self.comments:
                self.commented.setdefault(number, address)

    def remarks(self) -> list[str]:
        """What had to be left aside, in Chinese."""
        apart = len(self.objects) - self._unread_objects()
        met = (
            (self.revised, "文档含修订痕迹，按接受修订后读取"),
            (self.hidden, "文档含隐藏文字，未计入"),
            (self.struck, f"文档含划去的文字 {self.struck} 处，未计入"),
            (self.chosen_by_look, "未打钩而以下划线、加框等标出的选项，按已选读取"),
            (self.rebound, "文档控件中的文字与其所绑定的数据不一致，按绑定的数据读取"),
            (self.unresolved, f"文档含没有保存结果的域 {self.unresolved} 处，其内容未读取"),
            (self.references, NOTE_MARKS),
            (apart, f"文档含嵌入或插入的文件 {apart} 个，已作为单独的文件读取"),
            (self._unread_objects(), f"文档含嵌入对象或插入内容 {self._unread_objects()} 处，未读取"),
            (self.charts, f"文档含图表 {self.charts} 个，其中数字未读取"),
        )
        return [said for holds, said in met if holds]

    def left_unread(self) -> list[str]:
        """What may hold a paper and was not read, in Chinese."""
        parts = (("嵌入对象或插入内容", self._unread_objects(), "处"), ("图片", self.unread_pictures, "张"))
        return [f"{what} {count} {unit}" for what, count, unit in parts if count]

    def _unread_objects(self) -> int:
        return sum(key not in self.opened for key in self.objects)
