"""The template of the 初审意见表 comes from a script."""

from pathlib import Path

from pipeline.letters.letter_docx import TEMPLATES
from schemas.data_files import data_folder
from scripts import opinion_template


def test_the_template_in_the_repository_is_the_one_the_script_makes(tmp_path: Path) -> None:
    opinion_template.main(tmp_path)
    (made,) = tmp_path.iterdir()
    assert made.read_bytes() == (data_folder() / TEMPLATES / made.name).read_bytes()
