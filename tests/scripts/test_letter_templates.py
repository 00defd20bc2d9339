"""The templates that a bureau edits come from a script."""

from pathlib import Path

from pipeline.letters.letter_docx import TEMPLATES
from schemas.data_files import data_folder
from scripts import letter_templates


def test_the_templates_in_the_repository_are_those_the_script_makes(tmp_path: Path) -> None:
    letter_templates.main(tmp_path)
    made = {path.name: path.read_bytes() for path in tmp_path.iterdir()}
    assert len(made) == 3
    assert made == {name: (data_folder() / TEMPLATES / name).read_bytes() for name in made}
