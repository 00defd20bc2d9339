"""Every file of data/vocabulary is read strictly: a misspelt key is refused with its file, line and name."""

from __future__ import annotations

import re
import shutil

import pytest

import schemas.data_files
from extractors.read.ocr import alike_signs
from extractors.values import blanks, choices, cities, units
from extractors.vocabulary import (
    denials,
    facts,
    headings,
    issuer_levels,
    labels,
    levels,
    narrative,
    organisations,
    papers,
    qualifications,
    size_classes,
    statements,
    versions,
)
from pipeline.drafting.vocabulary import draft_words
from pipeline.rulebook.checks.vocabulary import shipped
from pipeline.rulebook.key_words import key_meanings
from pipeline.standing.titles import import_list
from schemas.errors import RulebookError

READERS = {
    "answers": choices.answers.__wrapped__,
    "blanks": blanks.blank_words.__wrapped__,
    "denials": denials.denials.__wrapped__,
    "draft_words": draft_words.__wrapped__,
    "education": lambda: qualifications.level_words.__wrapped__("education"),
    "facts": facts.words.__wrapped__,
    "headings": headings.shipped.__wrapped__,
    "issuer_levels": issuer_levels.level_words.__wrapped__,
    "levels": levels.level_steps.__wrapped__,
    "labels": labels.shipped.__wrapped__,
    "look_alikes": alike_signs.alike_signs.__wrapped__,
    "narrative": narrative.words.__wrapped__,
    "organisations": organisations.organisation_words.__wrapped__,
    "papers": papers.shipped.__wrapped__,
    "places": cities.place_words.__wrapped__,
    "recognised_lists": import_list.column_words.__wrapped__,
    "rule_words": shipped.__wrapped__,
    "rulebook_keys": key_meanings.__wrapped__,
    "size_classes": size_classes.size_classes.__wrapped__,
    "statements": statements.shipped.__wrapped__,
    "units": units.units.__wrapped__,
    "versions": versions.version_words.__wrapped__,
    "titles": lambda: qualifications.level_words.__wrapped__("titles"),
}
NESTED = {
    "headings": ("education: {heads:", "education: {head:"),
    "labels": ("fax: {labels:", "fax: {label:"),
    "papers": ("  must: [真实]", "  most: [真实]"),
    "narrative": ("    short: 信息", "    shrt: 信息"),
    "statements": ("    titles: [资产负债表", "    title: [资产负债表"),
}


@pytest.fixture
def data(tmp_path, monkeypatch):
    folder = tmp_path / "data"
    shutil.copytree(schemas.data_files.data_folder() / "vocabulary", folder / "vocabulary")
    monkeypatch.setattr(schemas.data_files, "data_folder", lambda: folder)
    return folder / "vocabulary"


def test_every_vocabulary_that_is_read_here_is_there(data):
    assert {path.stem for path in data.glob("*.yaml")} - {"divisions", "regions"} == set(READERS)


@pytest.mark.parametrize("name", READERS)
def test_a_key_that_nobody_reads_is_refused(data, name):
    path = data / f"{name}.yaml"
    READERS[name]()
    lines = path.read_text(encoding="utf-8").rstrip("\n").count("\n") + 2
    with path.open("a", encoding="utf-8") as file:
        file.write("\nmisspelt: [甲]\n" if not path.read_text(encoding="utf-8").endswith("\n") else "misspelt: [甲]\n")
    with pytest.raises(RulebookError, match=re.escape(f"{path} 第 {lines} 行“misspelt")):
        READERS[name]()


@pytest.mark.parametrize("name", NESTED)
def test_a_misspelt_key_inside_an_entry_is_refused(data, name):
    right, wrong = NESTED[name]
    path = data / f"{name}.yaml"
    text = path.read_text(encoding="utf-8")
    assert right in text
    path.write_text(text.replace(right, wrong, 1), encoding="utf-8")
    with pytest.raises(RulebookError, match=re.escape(str(path)) + r" 第 \d+ 行.*(不认识|缺少)"):
        READERS[name]()


@pytest.mark.parametrize(
    ("name", "right", "wrong", "says"),
    [
        pytest.param(
            "headings", "- [name, education, age]", "- [name, education, ag]", "没有“ag”", id="no-such-column"
        ),
        pytest.param("labels", "within: [premises_area]", "within: [premises]", "“premises”", id="no-such-blank"),
        pytest.param("papers", "inside: [audit_report,", "inside: [audit,", "“audit”", id="no-such-paper"),
        pytest.param("papers", "glance: top", "glance: half", "title 或 top", id="no-such-glance"),
        pytest.param("units", "户(次): [enterprises,", "户(次): [firms,", "“firms”", id="no-such-family"),
        pytest.param("statements", "rows: [total_assets]", "rows: [assets]", "“assets”", id="no-such-row"),
    ],
)
def test_a_word_that_names_nothing_is_refused(data, name, right, wrong, says):
    path = data / f"{name}.yaml"
    text = path.read_text(encoding="utf-8")
    assert right in text
    path.write_text(text.replace(right, wrong, 1), encoding="utf-8")
    with pytest.raises(RulebookError, match=says):
        READERS[name]()
