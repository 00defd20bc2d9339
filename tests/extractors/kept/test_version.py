"""When what was kept no longer holds: any file, word or library that a reader stands on gives another version."""

from __future__ import annotations

import ast
from importlib import metadata
from pathlib import Path

import pytest

from extractors.kept import version

ROOT = Path(__file__).resolve().parents[3]


def imported(module: str) -> set[str]:
    """The modules of ours that this one imports, wherever in it."""
    file = ROOT / (module.replace(".", "/") + ".py")
    file = file if file.is_file() else ROOT / module.replace(".", "/") / "__init__.py"
    found: set[str] = set()
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        names = []
        if isinstance(node, ast.Import):
            names = [one.name for one in node.names]
        elif isinstance(node, ast.ImportFrom) and node.module:
            names = [node.module, *(f"{node.module}.{one.name}" for one in node.names)]
        found |= {name for name in names if name.split(".")[0] in ("extractors", "schemas") and there(name)}
    return found


def there(module: str) -> bool:
    place = ROOT / module.replace(".", "/")
    return place.with_suffix(".py").is_file() or (place / "__init__.py").is_file()


def test_all_that_a_reader_imports_is_part_of_its_version():
    """Readers are imported by name, too: every module of the room counts as imported."""
    readers = (path.relative_to(ROOT) for path in (ROOT / "extractors" / "read").rglob("*.py"))
    waiting = {".".join(path.with_suffix("").parts).removesuffix(".__init__") for path in readers}
    waiting.add("extractors.papers.ocr_scope")
    seen: set[str] = set()
    while waiting:
        module = waiting.pop()
        seen.add(module)
        waiting |= imported(module) - seen
    packages = {"extractors", "extractors.papers"}  # their docstrings
    covered = tuple(place.removesuffix(".py") for place in version.READERS)
    outside = [one for one in seen - packages if not one.replace(".", "/").startswith(covered)]
    assert outside == []


@pytest.fixture
def tree(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / "extractors" / "read").mkdir(parents=True)
    (tmp_path / "extractors" / "read" / "pdf.py").write_text("one", encoding="utf-8")
    (tmp_path / "data" / "vocabulary").mkdir(parents=True)
    (tmp_path / "data" / "vocabulary" / "papers.yaml").write_text("two", encoding="utf-8")
    monkeypatch.setattr(version, "_root", lambda: tmp_path)
    monkeypatch.setattr(version, "data_folder", lambda: tmp_path / "data")
    return tmp_path


def of_readers() -> str:
    return version.of_readers.__wrapped__()


def test_the_same_files_have_the_same_version(tree: Path):
    first = of_readers()
    (tree / "extractors" / "read" / "pdf.pyc").write_bytes(b"compiled")
    (tree / "extractors" / "lists.py").write_text("no reader", encoding="utf-8")
    assert of_readers() == first


@pytest.mark.parametrize("name", ["extractors/read/pdf.py", "data/vocabulary/papers.yaml", "extractors/read/new.py"])
def test_another_line_is_another_version(tree: Path, name: str):
    first = of_readers()
    (tree / name).write_text("another", encoding="utf-8")
    assert of_readers() != first


def test_a_file_under_another_name_is_another_version(tree: Path):
    first = of_readers()
    (tree / "extractors" / "read" / "pdf.py").rename(tree / "extractors" / "read" / "ofd.py")
    assert of_readers() != first


@pytest.mark.usefixtures("tree")
def test_another_library_is_another_version(monkeypatch: pytest.MonkeyPatch):
    first = of_readers()
    monkeypatch.setattr(version, "_version", lambda name: "99" if name == "pypdfium2" else "1")
    second = of_readers()
    monkeypatch.setattr(version, "_version", lambda _: "1")
    assert len({first, second, of_readers()}) == 3


def test_every_library_named_is_one_that_is_there():
    assert [name for name in version.READER_LIBRARIES if not metadata.version(name)] == []


def test_another_rulebook_is_another_program_and_the_same_readers(tree: Path):
    readers, program = of_readers(), version.of_program.__wrapped__()
    (tree / "data" / "rulebooks").mkdir()
    (tree / "data" / "rulebooks" / "city.yaml").write_text("id: city", encoding="utf-8")
    assert of_readers() == readers
    assert version.of_program.__wrapped__() != program


def test_a_program_that_was_replaced_tells(tmp_path: Path):
    program = tmp_path / "soffice"
    assert version.of_program_file(program) == ""
    program.write_bytes(b"one")
    first = version.of_program_file(program)
    program.write_bytes(b"other")
    assert version.of_program_file(program) != first
