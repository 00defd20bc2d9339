"""How lines are put into the full-text table: Chinese by characters, telephones as hashes."""

import pytest

from console.results.search_lines import spaced
from tests.builders.console import at_work


@pytest.mark.parametrize("text", ["电话 139-0000-0001", "13900000001", "+86 13900000001", "86-139 0000 0001"])
def test_a_telephone_is_no_digits(text):
    assert "0000" not in spaced(text)
    assert spaced("13900000001").strip() in spaced(text)


def test_what_is_no_telephone_stays():
    assert "123456" in spaced("合计 123456 元")
    assert spaced("甲乙 AB").split() == ["甲", "乙", "ab"]


def test_no_telephone_stands_in_the_tables(tmp_path):
    with at_work(tmp_path):
        import re

        from console.models import SearchEntry

        texts = " ".join(SearchEntry.objects.values_list("text", flat=True))
        assert len(texts) > 1000
        assert not re.search(r"(?<!\d)1[3-9]\d{9}(?!\d)", texts)


def test_put_anew_it_is_there_once(tmp_path):
    with at_work(tmp_path) as (_, batch, results):
        from console.models import SearchEntry
        from console.results import search_lines
        from console.results.read_back import screening_at

        row = batch.dossiers.first()
        before = SearchEntry.objects.filter(dossier=row).count()
        search_lines.put(row, screening_at(results / row.folder))
        assert SearchEntry.objects.filter(dossier=row).count() == before
