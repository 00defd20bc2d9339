"""What is looked for is found where it stands: whole words of Chinese, numbers of telephones by all their digits."""

import pytest

from tests.builders.console import at_work, with_rows


def test_a_dossier_of_somebody_else_is_not_found(tmp_path):
    with at_work(tmp_path) as (one, batch, _):
        from console.queries.search import found

        row = batch.dossiers.first()
        assert {hit.dossier.pk for hit in found(one.people["zhang"], row.applicant)} == {row.pk}
        row.recusals.create(person=one.people["zhang"], by=one.people["wang"])
        assert found(one.people["zhang"], row.applicant) == []
        assert found(one.people["wang"], row.applicant) == []


def put(row, *lines):
    from django.db import connection

    from console.models import SearchEntry
    from console.results.search_lines import spaced

    for line in lines:
        made = SearchEntry.objects.create(dossier=row, kind="提示", text=line)
        with connection.cursor() as cursor:
            cursor.execute("INSERT INTO console_search(rowid, words) VALUES (%s, %s)", (made.pk, spaced(line)))


@pytest.mark.parametrize(
    ("asked", "count"),
    [
        ("张三", 1), ("三张", 0), ("张 三", 1), ("ABC", 1), ("abc", 1), ("13900000001", 1), ("1390000", 0),
        ('"', 0), ("a OR b", 0), ("", 0), ("*", 0), ("NEAR(张", 0),
    ],
)  # fmt: skip
def test_phrases(tmp_path, asked, count):
    with with_rows(tmp_path, 1) as (one, _, rows):
        from console.queries.search import found

        put(rows[0], "张三丰（abc）", "电话 139-0000-0001", "三家张氏公司")
        assert len(found(one.people["zhang"], asked)) == count
