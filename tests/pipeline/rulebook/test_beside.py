"""Where the text of a regulation lies."""

from pipeline.rulebook.beside import text_beside
from tests.builders.rulebooks import write_city


def test_the_text_lies_beside_the_file_or_in_a_folder_near_it(tmp_path):
    path = write_city(tmp_path)
    assert text_beside(path) == path.with_suffix(".txt")
    (tmp_path / "rulebooks").mkdir()
    (tmp_path / "regulations").mkdir()
    (tmp_path / "regulations" / "a.txt").write_text("", encoding="utf-8")
    assert text_beside(tmp_path / "rulebooks" / "a.yaml") == tmp_path / "regulations" / "a.txt"
    assert text_beside(tmp_path / "rulebooks" / "b.yaml") is None
