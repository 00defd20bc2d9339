"""Every part that is shipped has the text of its licence beside it."""

import zipfile
from pathlib import Path

import pytest

from scripts.release import licence_texts


def wheel(folder: Path, name: str, files: dict[str, str]) -> None:
    folder.mkdir(exist_ok=True)
    with zipfile.ZipFile(folder / f"{name}-1.0-py3-none-any.whl", "w") as archive:
        for path, text in files.items():
            archive.writestr(path, text)


def test_the_texts_that_a_wheel_holds(tmp_path: Path):
    inside = {"rich-1.0.dist-info/licenses/LICENSE": "MIT …", "rich/licence.py": "", "rich/vendored/COPYING": "BSD …"}
    wheel(tmp_path / "wheels", "rich", inside)
    licence_texts.gather(tmp_path / "wheels", tmp_path / "LICENSES")
    folder = tmp_path / "LICENSES" / "rich-1.0"
    assert sorted(path.read_text(encoding="utf-8") for path in folder.iterdir()) == ["BSD …", "MIT …"]
    assert (tmp_path / "LICENSES" / "README.txt").read_text(encoding="utf-8") == "rich 1.0: MIT\n"


def test_a_wheel_without_a_text_gets_that_of_the_licence_it_names(tmp_path: Path):
    wheel(tmp_path / "wheels", "docxtpl", {"docxtpl/__init__.py": ""})
    licence_texts.gather(tmp_path / "wheels", tmp_path / "LICENSES")
    (text,) = (tmp_path / "LICENSES" / "docxtpl-1.0").iterdir()
    assert "GNU LESSER GENERAL PUBLIC LICENSE" in text.read_text(encoding="utf-8")


def test_without_any_text_nothing_is_shipped(tmp_path: Path):
    wheel(tmp_path / "wheels", "rich", {"rich/__init__.py": ""})
    with pytest.raises(SystemExit, match="no text of its licence"):
        licence_texts.gather(tmp_path / "wheels", tmp_path / "LICENSES")


@pytest.mark.parametrize(
    ("name", "is_one"),
    [
        ("a/LICENSE", True),
        ("a/ThirdPartyNotices.txt", True),
        ("a-1.dist-info/licenses/REUSE/Apache-2.0.txt", True),
        ("a/licenses/__init__.py", False),
        ("a/__init__.py", False),
    ],
)
def test_what_is_the_text_of_a_licence(name: str, is_one: bool):
    assert licence_texts.texts([name]) == [name] * is_one
