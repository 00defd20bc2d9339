"""拟推荐 and 不推荐 from the summary: what ``dossier decide … outcome`` writes, and the reports that follow."""

import shutil
from datetime import date

import pytest

from schemas.errors import UsageError
from tests.builders.commands import dossier as command
from tests.builders.console import at_work, kept


def seat(one, dossier, **form):
    from console.acts.seat import Seat
    from console.acts.settle import version

    seen = version(dossier.results, dossier)
    return Seat(dossier.results, dossier.key, one.people["zhang"], seen.partition(".")[0], form), seen


def test_a_mark_leaves_the_files_of_the_command(tmp_path):
    from console.acts import outcome
    from console.acts.settle import settled
    from console.events import Actor

    with at_work(tmp_path) as (one, batch, results):
        kept(results)
        shutil.copytree(results.parent / "inbox", tmp_path / "again" / "inbox")
        other = tmp_path / "again" / "results"
        shutil.copytree(results, other)
        dossier = batch.dossiers.order_by("order").first()
        sat, seen = seat(one, dossier, choice="recommend", reason="符合")
        assert "拟推荐" in settled(Actor("张三"), sat, dossier, seen, outcome.marked).told()
        typed = ["--name", "张三", "--reason", "符合", "--date", date.today().isoformat()]  # noqa: DTZ011
        done = command("decide", other, dossier.key, "outcome", "recommend", *typed)
        assert done.exit_code == 0, done.output
        assert (results / "decisions.yaml").read_bytes() == (other / "decisions.yaml").read_bytes()
        for name in ("register.docx", f"{dossier.folder}/opinion.docx"):
            assert (results / name).read_bytes() == (other / name).read_bytes(), name


@pytest.mark.parametrize(
    ("form", "why"),
    [({"choice": "recommend", "reason": " "}, "理由"), ({"choice": "perhaps", "reason": "好"}, "请选择")],
)
def test_without_a_reason_or_a_choice_nothing_is_marked(tmp_path, form, why):
    from console.acts import outcome

    with at_work(tmp_path) as (one, batch, results):
        sat, _ = seat(one, batch.dossiers.order_by("order").first(), **form)
        with pytest.raises(UsageError, match=why):
            outcome.marked(sat)
        assert not (results / "decisions.yaml").exists()
