"""A stretch of a regulation's text without white space, every character with its line."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(slots=True)
class UnspacedText:
    """A stretch of the text without white space, and the line that each character stands on."""

    text: str = ""
    lines: list[int] = field(default_factory=list)

    def add(self, text: str, line: int) -> None:
        """Carry the stretch on with the text of one more line."""
        self.text += text
        self.lines += [line] * len(text)

    def copy(self) -> UnspacedText:
        """The same stretch, to be carried on by itself."""
        return UnspacedText(self.text, [*self.lines])

    def line_at(self, index: int) -> int:
        """The line of the text file on which this character stands."""
        return self.lines[index] if index < len(self.lines) else 1
