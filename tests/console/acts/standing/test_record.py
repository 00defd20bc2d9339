"""What is put down in the browser are the very lines that the command writes."""

import json
import shutil
from datetime import date

import pytest

from schemas.errors import UsageError
from tests.builders.commands import dossier as command
from tests.builders.console import office
from tests.builders.ledger import code, small

TODAY = date(2026, 6, 15)
# What the form says, and what is typed for it.
TOLD = {
    "report": (
        {"period": "2026年上半年", "received": "2026-07-20"},
        ["--period", "2026年上半年", "--received", "2026-07-20"],
    ),
    "inspection": (
        {"day": "2026-05-10", "inspector": "bureau", "result": "合格", "note": "现场核看"},
        ["--day", "2026-05-10", "--inspector", "市局", "--result", "合格", "--note", "现场核看"],
    ),
    "recheck": (
        {"day": "2026-05-10", "result": "整改", "round": "2026年"},
        ["--day", "2026-05-10", "--result", "整改", "--round", "2026年"],
    ),
    "complaint": (
        {"day": "2026-05-10", "source": "来信", "proven": "no"},
        ["--day", "2026-05-10", "--source", "来信", "--not-proven"],
    ),
    "penalty": (
        {"day": "2026-05-10", "source": "样税罚〔2026〕1号", "proven": "yes"},
        ["--day", "2026-05-10", "--source", "样税罚〔2026〕1号", "--proven"],
    ),
    "changed": (
        {"since": "2026-05-10", "name": "新名称有限公司", "legal_representative": "王示例"},
        ["--since", "2026-05-10", "--new-name", "新名称有限公司", "--representative", "王示例"],
    ),
    "known": (
        {"day": "2026-05-10", "number": "样工信〔2026〕2号", "from": "2026-06-01", "type": "综合性"},
        ["--day", "2026-05-10", "--number", "样工信〔2026〕2号", "--from", "2026-06-01", "--type", "综合性"],
    ),
    "publicity": ({"day": "2026-05-10", "objections": "无"}, ["--day", "2026-05-10", "--objections", "无"]),
    "lost": (
        {"day": "2026-05-10", "ground": "第十四条", "number": "样工信〔2026〕9号"},
        ["--day", "2026-05-10", "--ground", "第十四条", "--number", "样工信〔2026〕9号"],
    ),
}


@pytest.fixture
def place(tmp_path):
    with office(tmp_path / "office") as one:
        yield small(one.folder / "台账"), tmp_path / "again"


def by():
    from console.events import Actor

    return Actor("张三")


def last(folder):
    return json.loads((folder / "events.jsonl").read_text("utf-8").splitlines()[-1])


def same(folder, again, *typed):
    """The command, with the name and the time of the line that the browser wrote, gives the same file."""
    at = ["--name", "张三", "--at", last(folder)["at"]]
    done = command("standing", *typed[:1], again, *typed[1:], *at)
    assert done.exit_code == 0, done.output
    return (again / "events.jsonl").read_bytes() == (folder / "events.jsonl").read_bytes()


@pytest.mark.parametrize("kind", sorted(TOLD))
def test_each_kind_of_event_is_the_line_of_the_command(place, kind):
    from console.acts.standing import record
    from console.results.standing import record_fields
    from pipeline.standing.ledger.record import ReportedEvent

    folder, again = place
    shutil.copytree(folder, again)
    form, typed = TOLD[kind]
    record.recorded(by(), [ReportedEvent(code(1), kind, record_fields.facts(kind, form))], TODAY)
    assert same(folder, again, "record", code(1), kind, *typed)


def test_every_kind_is_tried():
    from console.results.standing.record_fields import FIELDS

    assert set(TOLD) == set(FIELDS)


def test_a_county_s_report_is_the_line_of_the_command(place):
    from console.acts.standing import record
    from pipeline.standing.ledger.record import ReportedEvent

    folder, again = place
    shutil.copytree(folder, again)
    facts = {"period": "2025H1", "received": "2026-06-10"}
    record.recorded(by(), [ReportedEvent("金水区", "report", facts, "zhengzhou")], TODAY)
    assert same(folder, again, "record", "金水区", "report", "--period", "2025H1", "--received", "2026-06-10")


def test_an_event_is_taken_back_as_by_the_command_and_only_once(place):
    from console.acts.standing import record

    folder, again = place
    shutil.copytree(folder, again)
    assert record.taken_back(by(), 5, "记错单位") == 11
    assert same(folder, again, "void", "5", "--reason", "记错单位")
    with pytest.raises(UsageError, match="已经作废"):
        record.taken_back(by(), 5, "再来一次")
    with pytest.raises(UsageError, match="理由"):
        record.taken_back(by(), 6, " ")


def test_of_several_events_all_are_written_or_none(place):
    from console.acts.standing import record
    from pipeline.standing.ledger.record import ReportedEvent

    folder, _ = place
    before = (folder / "events.jsonl").read_bytes()
    whole, lacking = ({"day": "2026-06-01", "objections": "无"}, {"day": "", "objections": ""})
    told = [ReportedEvent(code(1), "publicity", whole), ReportedEvent(code(2), "publicity", lacking)]
    with pytest.raises(UsageError, match="公示须写明"):
        record.recorded(by(), told, TODAY)
    with pytest.raises(UsageError, match="没有可记录"):
        record.recorded(by(), [], TODAY)
    assert (folder / "events.jsonl").read_bytes() == before


@pytest.mark.usefixtures("place")
def test_a_day_that_has_not_come_is_written_and_said():
    from console.acts.standing import record
    from pipeline.standing.ledger.record import ReportedEvent

    told = ReportedEvent(code(1), "complaint", {"day": "2026-06-16", "source": "来信"})
    _, remarks = record.recorded(by(), [told], TODAY)
    assert remarks == ["2026-06-16 晚于今天（2026-06-15），请核对"]


@pytest.mark.usefixtures("place")
def test_the_log_tells_who_put_down_what_kind_and_no_more():
    from console.acts.standing import record
    from console.models import LoggedEvent
    from pipeline.standing.ledger.record import ReportedEvent

    record.recorded(by(), [ReportedEvent(code(1), "complaint", {"day": "2026-06-01", "source": "来信"})], TODAY)
    entry = LoggedEvent.objects.order_by("-pk").first()
    assert (entry.by, entry.event, entry.facts) == ("张三", "台账记录", {"kind": "complaint", "numbers": [11]})
