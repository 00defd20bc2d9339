"""Every pattern of the program: those its modules hold, those its data files hold, those written inside a function.

Run as a module it loads the whole program in a process of its own, notes whatever is compiled on the way, and prints
it; patterns written out inside functions are read off the source, whether or not anything calls them, and so are those
of the console, which asks for a server to be loaded.
"""

from __future__ import annotations

import ast
import functools
import importlib
import json
import re
import subprocess
import sys
from collections.abc import Iterator, Mapping
from contextlib import suppress
from pathlib import Path
from types import ModuleType

ROOT = Path(__file__).parents[2]
PACKAGES = ("schemas", "extractors", "validators", "pipeline", "console")
DATA = ROOT / "data"
_CALLS = frozenset(("compile", "search", "match", "fullmatch", "split", "sub", "subn", "findall", "finditer"))

Patterns = Mapping[re.Pattern[str], str]


@functools.cache
def every_pattern() -> Patterns:
    """Each pattern with the place it stands at."""
    command = [sys.executable, "-m", __name__]
    done = subprocess.run(command, capture_output=True, check=True, cwd=ROOT)  # noqa: S603  our own command
    found = {re.compile(source, flags): place for source, flags, place in json.loads(done.stdout)}
    for source, place in _written_out():
        found.setdefault(re.compile(source), place)
    return found


def _written_out() -> Iterator[tuple[str, str]]:
    """Patterns that stand as plain words in a call of ``re``."""
    for path in (path for package in PACKAGES for path in (ROOT / package).rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if not (isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.args):
                continue
            of, first = node.func.value, node.args[0]
            asks = isinstance(of, ast.Name) and of.id == "re" and node.func.attr in _CALLS
            if asks and isinstance(first, ast.Constant) and isinstance(first.value, str):
                yield first.value, f"{path.relative_to(ROOT)}:{node.lineno}"


def _noted() -> dict[tuple[str, int], str]:
    """What is compiled, by source and flags, from now on."""
    found: dict[tuple[str, int], str] = {}
    compiled = re._compile  # type: ignore[attr-defined]  # noqa: SLF001  the one place that all calls go through

    def note(source: object, flags: int) -> object:
        place = _place()
        if isinstance(source, str) and place:
            found.setdefault((source, int(flags)), place)
        return compiled(source, flags)

    re._compile = note  # type: ignore[attr-defined]  # noqa: SLF001
    return found


def _place() -> str:
    """Where in the program this was asked for; empty where a library asked."""
    frame = sys._getframe(2)  # noqa: SLF001
    while frame.f_back is not None and Path(frame.f_code.co_filename).parent.name == "re":
        frame = frame.f_back
    path = Path(frame.f_code.co_filename)
    ours = path.is_relative_to(ROOT) and path.relative_to(ROOT).parts[0] in PACKAGES
    return f"{path.relative_to(ROOT)}:{frame.f_lineno}" if ours else ""


def _load() -> None:
    """Every module, and whatever a function that keeps its answer (a vocabulary, a rulebook) has to say."""
    for path in sorted(path for package in PACKAGES[:-1] for path in (ROOT / package).rglob("*.py")):
        importlib.import_module(".".join(path.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__"))
    for name, module in list(sys.modules.items()):
        if name.partition(".")[0] in PACKAGES:
            _ask(name, module)
    from pipeline.rulebook.find import load

    for path in sorted((DATA / "rulebooks").glob("*.yaml")):
        load(path.stem)


def _ask(name: str, module: ModuleType) -> None:
    for value in list(vars(module).values()):
        if hasattr(value, "cache_info") and getattr(value, "__module__", "") == name:
            with suppress(TypeError):  # it asks for something
                value()


def main() -> None:
    """Print source, flags and place of each."""
    found = _noted()
    _load()
    sys.stdout.write(json.dumps([[source, flags, place] for (source, flags), place in found.items()]))


if __name__ == "__main__":
    main()
