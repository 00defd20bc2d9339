"""A file as it is shown: pages with their sizes, tables with their cells; nothing where nothing can be shown."""

import io
import os
from pathlib import Path

import pytest
from PIL import Image

from console.papers import render
from console.results.read_back import screening_at
from tests.builders.console import screened


@pytest.fixture(scope="module")
def place(tmp_path_factory, database):
    assert database
    results = screened(tmp_path_factory.mktemp("batch"))
    folder = sorted(child for child in results.iterdir() if child.is_dir())[1]
    return results, screening_at(folder).screening, Path(os.environ["DOSSIER_CACHE"])


def of_kind(place, ending):
    return next(file.path for file in place[1].contents.files if file.path.endswith(ending))


def test_a_pdf_has_pages_and_each_a_picture_of_its_shape(place):
    results, screening, cache = place
    path = of_kind(place, ".pdf")
    shown = render.shown_file(results, screening.id, path, cache)
    assert shown.pages
    assert shown.as_read
    image = Image.open(io.BytesIO(render.page_picture(results, screening.id, path, 1, cache)))
    assert image.width / image.height == pytest.approx(shown.pages[0].width / shown.pages[0].height, rel=0.01)


def test_without_what_was_read_a_pdf_is_shown_as_it_says_itself(place, tmp_path):
    results, screening, _ = place
    shown = render.shown_file(results, screening.id, of_kind(place, ".pdf"), tmp_path)
    assert shown.pages
    assert not shown.as_read


def test_a_word_file_has_tables_and_lines(place):
    results, screening, cache = place
    paths = [file.path for file in screening.contents.files if file.path.endswith(".docx")]
    shown = [render.shown_file(results, screening.id, path, cache) for path in paths]
    assert not any(one.pages for one in shown)
    blocks = [block for one in shown for block in one.blocks]
    assert any(block.table for block in blocks)
    assert all(cell.address for block in blocks for row in block.rows for cell in row)


def test_a_page_that_is_not_there_has_no_picture(place):
    results, screening, cache = place
    assert render.page_picture(results, screening.id, of_kind(place, ".pdf"), 999, cache) is None
    assert render.page_picture(results, screening.id, of_kind(place, ".docx"), 1, cache) is None
