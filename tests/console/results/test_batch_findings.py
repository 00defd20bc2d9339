"""What dossiers have in common is shown to who sees all of them."""

import json

from tests.builders.console import at_work


def test_somebody_who_is_barred_from_one_learns_nothing_of_it(tmp_path):
    with at_work(tmp_path) as (one, batch, results):
        from console.results.batch_findings import across

        keys = [row.key for row in batch.dossiers.all()]
        told = json.loads((results / "batch.json").read_text(encoding="utf-8"))
        told["findings"] = [
            {"rule": "batch.shared_staff", "status": "review", "dossiers": keys, "message": "同一人", "evidence": []}
        ]
        (results / "batch.json").write_text(json.dumps(told), encoding="utf-8")
        zhang = one.people["zhang"]
        assert [(point.message, len(point.dossiers)) for point in across(batch, zhang)] == [("同一人", 2)]
        batch.dossiers.first().recusals.create(person=zhang, by=one.people["wang"])
        assert across(batch, zhang) == []
        (results / "batch.json").write_text("{", encoding="utf-8")
        assert across(batch, zhang) == []
