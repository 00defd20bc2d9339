"""Batches are their members'; a dossier from which somebody is barred is in none of his lists."""

from django.utils import timezone

from tests.builders.console import with_rows


def test_a_recusal_takes_one_dossier_away_from_one_person_until_it_ends(tmp_path):
    with with_rows(tmp_path) as (one, _, rows):
        from console.access.visible import dossiers_of

        zhang, li = one.people["zhang"], one.people["li"]
        recusal = rows[1].recusals.create(person=zhang, by=one.people["wang"])
        assert rows[1] not in dossiers_of(zhang)
        assert dossiers_of(zhang).count() == len(rows) - 1
        assert rows[1] in dossiers_of(li)
        recusal.ended = timezone.now()
        recusal.save()
        assert rows[1] in dossiers_of(zhang)


def test_who_is_no_member_sees_nothing_of_a_batch(tmp_path):
    with with_rows(tmp_path) as (one, batch, _):
        from console.access.visible import batches_of, dossiers_of

        assert list(batches_of(one.people["zhang"])) == [batch]
        assert not batches_of(one.people["wang"]).exists()
        assert not dossiers_of(one.people["wang"]).exists()
