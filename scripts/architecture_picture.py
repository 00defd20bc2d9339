"""How do the rooms of the house depend on each other, drawn from the imports themselves?

``python scripts/architecture_picture.py`` writes docs/architecture.svg anew. Rows are the layers of import-linter's
contracts in pyproject.toml, captions the first lines of the docstrings, arrows the imports: an arrow that a longer way
already implies is left out.
"""

from __future__ import annotations

import ast
import textwrap
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from xml.sax.saxutils import escape

ROOT = Path(__file__).resolve().parents[1]
PICTURE = ROOT / "docs" / "architecture.svg"
_WIDTH, _EDGE, _HEAD = 940, 16, 34
_BOX, _ROOM, _HIGH, _GAP = 162, 14, 78, 34
_LETTERS, _LINES, _LINE = 27, 4, 13
_COLOURS = {"pipeline": "#e8f0fa", "extractors": "#eaf5ea", "validators": "#faf1e3", "schemas": "#f2eef7"}

Edges = Mapping[str, frozenset[str]]


@dataclass(frozen=True)
class Box:
    """A room on the picture: its name, what it answers, its upper left corner."""

    name: str
    caption: str
    left: float
    top: float

    @property
    def middle(self) -> float:
        """The middle from left to right."""
        return self.left + _BOX / 2


def layers(package: str) -> list[list[str]]:
    """The rooms of a package, the importing above the imported, as pyproject.toml orders them."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    contracts = project["tool"]["importlinter"]["contracts"]
    listed = next(contract["layers"] for contract in contracts if contract.get("containers") == [package])
    return [[room.strip() for room in layer.split("|")] for layer in listed]


def imports(package: str) -> Edges:
    """Room → the rooms of the same package that it imports."""
    edges: dict[str, set[str]] = {}
    for path in sorted((ROOT / package).rglob("*.py")):
        parts = path.relative_to(ROOT / package).with_suffix("").parts
        for name in _imported(path):
            top, _, rest = name.partition(".")
            other = rest.partition(".")[0]
            if top == package and other and other != parts[0] and _place(package, other) is not None:
                edges.setdefault(parts[0], set()).add(other)
    return {room: frozenset(others) for room, others in edges.items()}


def _imported(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom) and node.module:
            yield from (f"{node.module}.{alias.name}" for alias in node.names)
        elif isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)


def _place(package: str, room: str) -> Path | None:
    folder = ROOT / package / room
    places = (folder / "__init__.py", folder.with_suffix(".py"))
    return next((place for place in places if place.is_file()), None)


def reduced(edges: Edges) -> Edges:
    """The same without the arrows that a longer way implies."""

    def reached(room: str) -> set[str]:
        return {far for near in edges.get(room, ()) for far in (near, *reached(near))}

    return {
        room: frozenset(others - {far for near in others for far in reached(near)}) for room, others in edges.items()
    }


def caption(package: str, room: str = "") -> str:
    """The first line of the docstring, without a reference to the contract."""
    place = _place(package, room) if room else ROOT / package / "__init__.py"
    text = (ast.get_docstring(ast.parse(place.read_text(encoding="utf-8"))) or "") if place else ""
    return text.partition("\n")[0].partition(" (contract")[0]


def boxes(package: str, top: float, width: float) -> dict[str, Box]:
    """The rooms in rows; within a row in the order of those that import them, so that arrows cross little."""
    edges, placed = reduced(imports(package)), dict[str, Box]()
    for number, row in enumerate(layers(package)):

        def pull(room: str) -> float:
            above = [box.middle for name, box in placed.items() if room in edges.get(name, ())]
            return sum(above) / len(above) if above else width / 2

        ordered = sorted(row, key=lambda room: (pull(room), room))
        free = width - len(ordered) * _BOX
        for at, room in enumerate(ordered):
            left = _EDGE + free / (len(ordered) + 1) * (at + 1) + _BOX * at
            placed[room] = Box(room, caption(package, room), left, top + _HEAD + number * (_HIGH + _GAP))
    return placed


def drawing() -> str:
    """The whole picture."""
    inner = _WIDTH - 2 * _EDGE
    upper = boxes("pipeline", _EDGE, inner)
    middle_top = max(box.top for box in upper.values()) + _HIGH + _ROOM + _GAP
    side = _BOX + 3 * _ROOM
    middle = boxes("extractors", middle_top, inner - side)
    bottom_top = max(box.top for box in middle.values()) + _HIGH + _ROOM + _GAP
    height = bottom_top + _HEAD + _ROOM + _EDGE
    right = _WIDTH - _EDGE - side + _ROOM
    left, whole, between = _EDGE / 2, _WIDTH - _EDGE, bottom_top - _GAP - middle_top
    checks = sorted(path.stem for path in (ROOT / "validators").glob("*.py") if path.stem != "__init__")
    aside = [*textwrap.wrap(caption("validators"), _LETTERS), "", *(f"{check}.py" for check in checks)]
    parts = [
        _frame("pipeline", (left, _EDGE, whole, middle_top - _GAP - _EDGE)),
        _frame("extractors", (left, middle_top, right - 1.5 * _EDGE, between)),
        _frame("validators", (right, middle_top, _WIDTH - left - right, between), aside),
        _frame("schemas", (left, bottom_top, whole, _HEAD + _ROOM)),
    ]
    for x, y in ((300, middle_top), (right + side / 2, middle_top), (300, bottom_top), (right + side / 2, bottom_top)):
        parts.append(f'<path class="wide" d="M{x:.0f} {y - _GAP + 3:.0f}V{y - 9:.0f}"/>')
    for package, placed in (("pipeline", upper), ("extractors", middle)):
        parts += _arrows(placed, reduced(imports(package)))
        parts += [_drawn(box, folder=(ROOT / package / box.name).is_dir()) for box in placed.values()]
    return _SVG.format(width=_WIDTH, height=round(height), parts="\n".join(parts))


def _frame(package: str, place: tuple[float, float, float, float], lines: Iterable[str] = ()) -> str:
    """A package: what it answers beside its name, or these lines below it."""
    left, top, width, height = place
    text = _text(lines, left + 10, top + 42) or _text([caption(package)], left + 110, top + 22)
    return (
        f'<rect x="{left:.1f}" y="{top:.1f}" width="{width:.1f}" height="{height:.1f}" rx="8" '
        f'fill="{_COLOURS[package]}"/>'
        f'<text class="name" x="{left + 10:.0f}" y="{top + 22:.0f}">{package}/</text>{text}'
    )


def _drawn(box: Box, *, folder: bool) -> str:
    lines = textwrap.wrap(box.caption, _LETTERS, max_lines=_LINES, placeholder=" …")
    name = box.name + ("/" if folder else ".py")
    return (
        f'<rect class="box" x="{box.left:.1f}" y="{box.top:.1f}" width="{_BOX}" height="{_HIGH}" rx="5"/>'
        f'<text class="name" x="{box.left + 8:.1f}" y="{box.top + 17:.1f}">{name}</text>'
        f"{_text(lines, box.left + 8, box.top + 32)}"
    )


def _text(lines: Iterable[str], left: float, top: float) -> str:
    return "".join(
        f'<text class="small" x="{left:.1f}" y="{top + _LINE * at:.1f}">{escape(line)}</text>'
        for at, line in enumerate(lines)
    )


def _arrows(placed: Mapping[str, Box], edges: Edges) -> Iterator[str]:
    for room, box in placed.items():
        below = sorted((placed[other] for other in edges.get(room, ())), key=lambda other: (other.middle, other.top))
        for at, other in enumerate(below):
            start, y = box.left + _BOX * (at + 1) / (len(below) + 1), box.top + _HIGH
            end, bend = other.middle, (other.top - 5 - y) / 2
            yield (
                f'<path class="arrow" d="M{start:.1f} {y:.1f}C{start:.1f} {y + bend:.1f} {end:.1f} '
                f'{other.top - 5 - bend:.1f} {end:.1f} {other.top - 5:.1f}"/>'
            )


_SVG = """<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" width="{width}" height="{height}">
<style>
text {{ font-family: Helvetica, Arial, sans-serif; fill: #1c2733 }}
.name {{ font-size: 13px; font-weight: bold }}
.small {{ font-size: 10px; fill: #46525e }}
.box {{ fill: #ffffff; stroke: #9aa7b3 }}
.arrow {{ fill: none; stroke: #6b7b8a; stroke-width: 1.1; marker-end: url(#tip) }}
.wide {{ fill: none; stroke: #46525e; stroke-width: 4; marker-end: url(#tip) }}
</style>
<defs><marker id="tip" viewBox="0 0 6 6" refX="3" refY="3" markerWidth="5" markerHeight="5" orient="auto"
markerUnits="strokeWidth"><path d="M0 0L6 3L0 6z" fill="#46525e"/></marker></defs>
<rect width="{width}" height="{height}" fill="#ffffff"/>
{parts}
</svg>
"""


if __name__ == "__main__":
    PICTURE.write_text(drawing(), encoding="utf-8")
