"""What has been met so far while one DOCX story (body, header, footer) is read in order."""

from __future__ import annotations

from dataclasses import dataclass, field

from extractors.read.word.numbering import Lists

# Pictures from about 5 × 5 cm may hold a page of writing; logos, stamps and codes are smaller.
_LARGE = 20_000


@dataclass(slots=True)
class SectionPictures:
    """The pictures of one section."""

    count: int = 0
    large: list[str] = field(default_factory=list)
    """The relationships of those that may hold a page of writing."""

    def add(self, relation: str, width: float, height: float) -> None:
        """Count one of this size, in points."""
        self.count += 1
        if width * height >= _LARGE:
            self.large.append(relation)


@dataclass(slots=True)
class Story:
    """Counters and remarks; changed while reading."""

    lists: Lists
    prompt_styles: frozenset[str] = frozenset()
    paragraphs: int = 0
    tables: int = 0
    pictures: SectionPictures = field(default_factory=SectionPictures)
    revised: bool = False
    hidden: bool = False
    objects: int = 0
    charts: int = 0
    unread_parts: int = 0

    def remarks(self) -> list[str]:
        """What had to be left aside, in Chinese."""
        found = []
        if self.revised:
            found.append("文档含修订痕迹，按接受修订后读取")
        if self.hidden:
            found.append("文档含隐藏文字，未计入")
        if self.objects:
            found.append(f"文档含嵌入对象 {self.objects} 个，其中内容未读取")
        if self.charts:
            found.append(f"文档含图表 {self.charts} 个，其中数字未读取")
        if self.unread_parts:
            found.append(f"文档含插入的外部内容 {self.unread_parts} 处，未读取")
        return found
