"""The card of a point: its clause, what may be corrected, its papers, and what was decided."""

from tests.builders.console import at_work


def test_the_card(tmp_path):
    with at_work(tmp_path) as (_, batch, results):
        from console.results.read_back import screening_at
        from console.review.card import card
        from console.review.places import places_of

        row = batch.dossiers.order_by("order").last()
        read = screening_at(results / row.folder)
        finding = read.finding("material.11.3b")
        seen = card(row, results, read, finding, places_of(finding, read))
        assert "租赁合同" in seen.clause
        assert seen.badge == "缺少"
        assert seen.is_point
        assert "租赁" in seen.papers[0][1] or "房产" in seen.papers[0][1]
        assert (seen.decision, seen.settled, seen.history) == ("", False, [])
