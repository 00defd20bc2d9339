"""Which messages may a clerk see, as templates in which … stands for what differs? Read from the code.

A message is what one of our exceptions is made with: its text, or the reason and the request of a file that cannot be
read. Constants are followed to where they are defined. ``python -m scripts.messages`` prints rows for docs/errors.md
that are not there yet.
"""

from __future__ import annotations

import ast
import re
import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
PACKAGES = ("schemas", "extractors", "validators", "pipeline", "console")
PAGE = ROOT / "docs" / "errors.md"
EXCEPTIONS = frozenset({"UsageError", "RulebookError", "NotWritten", "Busy", "UnreadableDocument", "Refused", "Lost"})
TABLES = frozenset({"extractors/read/refusals.py", "pipeline/results/files.py", "pipeline/workers/deaths.py"})
"""Modules whose every sentence is one that such an exception is made with."""
REQUESTS = ("请申请人", "可请申请人", "如需作为佐证")
"""What is asked of the applicant stands behind a message, and needs no explanation of its own."""
GAP = "…"
_HANZI = re.compile(r"[\u4e00-\u9fff]")


def messages() -> dict[str, str]:
    """Every template, with the module that it stands in; in the order of the code."""
    found: dict[str, str] = {}
    for path in modules():
        name = path.relative_to(ROOT).as_posix()
        for text in (*_raised(path), *(_all(path) if name in TABLES else ())):
            template = _tidy(text)
            if _HANZI.search(template) and not template.startswith(REQUESTS):
                found.setdefault(template, name)
    return found


def modules() -> list[Path]:
    """Every module of ours."""
    return sorted(path for package in PACKAGES for path in (ROOT / package).rglob("*.py"))


def told() -> dict[str, str]:
    """Every template that docs/errors.md explains, with what stands beside it."""
    rows: dict[str, str] = {}
    for line in PAGE.read_text(encoding="utf-8").splitlines():
        cells = [cell.strip() for cell in line.strip().strip("|").split(" | ")]
        if line.startswith("| ") and len(cells) == 3 and not line.startswith(("| --- ", "| 消息 ")):
            rows[cells[0].replace("\\|", "|")] = " ".join(cells[1:]).strip()
    return rows


def _raised(path: Path) -> Iterator[str]:
    for node in ast.walk(_tree(path)):
        if isinstance(node, ast.Call) and _called(node.func) in EXCEPTIONS:
            for given in node.args:
                yield from _texts(given, path)


def _all(path: Path) -> Iterator[str]:
    for node in ast.walk(_tree(path)):
        if isinstance(node, (ast.Assign, ast.AnnAssign, ast.Return)) and node.value is not None:
            yield from _inside(node.value)


def _inside(node: ast.AST) -> Iterator[str]:
    """Every text in an expression, one with gaps as a whole."""
    texts = list(_literal(node))
    yield from texts
    if not texts:
        for part in ast.iter_child_nodes(node):
            yield from _inside(part)


def _called(function: ast.expr) -> str:
    return function.id if isinstance(function, ast.Name) else getattr(function, "attr", "")


def _texts(given: ast.expr, path: Path) -> Iterator[str]:
    """The templates that an argument may come to."""
    if isinstance(given, ast.Starred):
        given = given.value
    if isinstance(given, ast.IfExp):
        yield from _texts(given.body, path)
        yield from _texts(given.orelse, path)
    elif isinstance(given, ast.Tuple):
        for part in given.elts:
            yield from _texts(part, path)
    elif isinstance(given, (ast.Name, ast.Attribute)):
        constant = _constant(given, path)
        if constant is not None:
            yield from _texts(*constant)
    else:
        yield from _literal(given)


def _literal(node: ast.AST) -> Iterator[str]:
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        yield node.value
    elif isinstance(node, ast.JoinedStr):
        yield "".join(str(part.value) if isinstance(part, ast.Constant) else GAP for part in node.values)
    elif isinstance(node, ast.BinOp) and isinstance(node.op, ast.Add):
        sides = [next(_literal(side), GAP) for side in (node.left, node.right)]
        yield "".join(sides)


def _constant(given: ast.Name | ast.Attribute, path: Path) -> tuple[ast.expr, Path] | None:
    """The value of a module's constant, and the module, which may be another."""
    name = given.id if isinstance(given, ast.Name) else given.attr
    holder = "" if isinstance(given, ast.Name) else getattr(given.value, "id", "")
    here = _constants(path)
    if not holder and name in here:
        return here[name], path
    for node in ast.walk(_tree(path)):
        if isinstance(node, ast.ImportFrom) and node.module:
            inside = node.module + (f".{holder}" if holder else "")
            other = ROOT / f"{inside.replace('.', '/')}.py"
            if any(one.name == (holder or name) for one in node.names) and other.is_file():
                value = _constants(other).get(name)
                return None if value is None else (value, other)
    return None


@cache
def _tree(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"))


@cache
def _constants(path: Path) -> dict[str, ast.expr]:
    found: dict[str, ast.expr] = {}
    for node in _tree(path).body:
        if isinstance(node, ast.Assign) and isinstance(node.targets[0], ast.Name):
            found[node.targets[0].id] = node.value
    return found


def _tidy(text: str) -> str:
    """One line, with one gap where several meet."""
    return re.sub(f"{GAP}+", GAP, re.sub(r"\{[^}]*\}", GAP, " ".join(text.split())))


def main() -> None:
    """Print what is not explained yet."""
    known = told() if PAGE.is_file() else {}
    for template, module in messages().items():
        if template not in known:
            sys.stdout.write(f"| {template} |  |  | {module}\n")


if __name__ == "__main__":
    main()
