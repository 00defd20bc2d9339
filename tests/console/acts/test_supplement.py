"""补正材料 come into the next round's inbox, are screened upon the last one as by the command, and nothing is lost."""

from datetime import date
from pathlib import Path

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from schemas.errors import UsageError
from tests.builders.commands import dossier as command
from tests.builders.console import at_work
from tests.builders.rounds import two_rounds


@pytest.fixture
def place(tmp_path):
    with at_work(tmp_path) as (one, batch, results):
        yield one, batch, results, batch.dossiers.order_by("order").last()


def by():
    from console.events import Actor

    return Actor("张三")


def told(place, state="served", **facts):
    """A 补正通知 that went out, as the database has it."""
    person = place[0].people["zhang"]
    return place[3].letters.create(kind="supplement", state=state, by=person, number="样补〔2026〕1号", **facts)


def files(*names):
    return [SimpleUploadedFile(name, f"{name} 的内容".encode()) for name in names]


def taken(place, *names):
    from console.acts import supplement

    return supplement.taken_in(by(), place[0].people["zhang"], place[3], files(*names))


def inbox_of(current):
    return sorted(path.relative_to(current.inbox).as_posix() for path in Path(current.inbox).rglob("*.*"))


def test_files_come_into_the_next_round_under_the_dossier_s_name_and_are_put_down(place):
    from console.models import Job, LoggedEvent, Receipt

    told(place)
    current = taken(place, "补正说明.txt", "合同.docx")
    key = place[3].key
    assert current.number == 2
    assert inbox_of(current) == [f"{key}/合同.docx", f"{key}/补正说明.txt"]
    kept = Receipt.objects.filter(round=current).order_by("file")
    assert [(one.file, one.size, one.by.name) for one in kept] == [
        ("合同.docx", len("合同.docx 的内容".encode()), "张三"),
        ("补正说明.txt", len("补正说明.txt 的内容".encode()), "张三"),
    ]
    assert Job.objects.get(kind="screen").batch_id == place[1].pk
    assert LoggedEvent.objects.filter(event="收补正材料").get().facts == {"round": 2, "files": 2}


def test_more_of_the_same_round_comes_beside_and_nothing_is_written_over(place):
    told(place)
    taken(place, "说明.txt")
    current = taken(place, "说明.txt")
    assert current.number == 2
    key = place[3].key
    assert inbox_of(current) == [f"{key}/说明 (2).txt", f"{key}/说明.txt"]


def test_a_dossier_that_waits_has_handed_in_and_one_that_is_closed_takes_nothing(place):
    from console.models import DossierWork, WorkState

    told(place)
    DossierWork.objects.filter(pk=place[3].pk).update(state=WorkState.SUPPLEMENTING)
    place[3].refresh_from_db()
    taken(place, "说明.txt")
    assert place[3].state == WorkState.SUPPLEMENTED
    DossierWork.objects.filter(pk=place[3].pk).update(state=WorkState.CLOSED_WITHDRAWN)
    place[3].refresh_from_db()
    with pytest.raises(UsageError, match="不再收补正材料"):
        taken(place, "说明.txt")


def test_nothing_chosen_is_asked_for_and_a_path_is_only_a_name(place):
    told(place)
    with pytest.raises(UsageError, match="请选择"):
        taken(place)
    current = taken(place, "../../外面.txt")
    assert inbox_of(current) == [f"{place[3].key}/外面.txt"]


def test_the_second_round_is_the_bytes_of_the_command_and_the_others_stay_in_the_first(tmp_path):
    with two_rounds(tmp_path) as at:
        ours, out = Path(at.second.results), Path(at.second.results).parent / "by-command"
        typed = ["--as-of", "2026-03-15", "--jobs", "1", "--upon", at.first]
        done = command("screen", at.second.inbox, "--out", out, *typed)
        assert done.exit_code == 0, done.output
        names = sorted(path.relative_to(out) for path in out.rglob("*") if path.is_file())
        assert names == sorted(path.relative_to(ours) for path in ours.rglob("*") if path.is_file())
        for name in names:
            assert (ours / name).read_bytes() == (out / name).read_bytes(), name
        assert at.dossier.results == ours
        other = at.batch.dossiers.exclude(pk=at.dossier.pk).get()
        assert (other.results, other.verdict) == (at.first, "complete")


@pytest.mark.parametrize(
    ("days", "reason", "why"), [("0", "疫情", "正整数"), ("3", " ", "理由"), ("三", "疫情", "正整数")]
)
def test_a_term_is_made_longer_only_by_a_number_and_a_reason(place, days, reason, why):
    from console.acts import supplement

    record = told(place, due_on=date(2026, 2, 12))
    with pytest.raises(UsageError, match=why):
        supplement.extended(by(), record, days, reason)


def test_a_term_is_longer_by_working_days_from_its_old_end(place):
    from console.acts import supplement

    record = told(place, due_on=date(2026, 2, 12))
    assert supplement.extended(by(), record, "5", "申请人在外地") == date(2026, 2, 26)
    place[3].refresh_from_db()
    assert place[3].due == date(2026, 2, 26)
    drafted = told(place, state="draft", due_on=None)
    with pytest.raises(UsageError, match="还没有送达"):
        supplement.extended(by(), drafted, "5", "申请人在外地")


def test_a_batch_of_the_command_gets_a_folder_of_its_name(place):
    told(place)
    current = taken(place, "说明.txt")
    assert Path(current.inbox) == place[0].folder / "batches" / "春季批次" / "r2" / "inbox"
