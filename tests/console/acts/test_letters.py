"""文书 in the office: drafted, changed, read by a second person, numbered without gap or twin, sent, served."""

from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta

import pytest
from django.utils import timezone

from schemas.errors import UsageError
from tests.builders.console import at_work, kept


@pytest.fixture
def place(tmp_path):
    with at_work(tmp_path) as (one, batch, results):
        kept(results)
        (one.folder / "office.yaml").write_text(
            "name: 示例市工业和信息化局\nsign: 示工信补\ndays: 5\n", encoding="utf-8"
        )
        yield one, batch.dossiers.order_by("order").last(), results


def by(name="张三"):
    from console.events import Actor

    return Actor(name)


def drafted(place):
    from console.acts import letters

    one, dossier, _ = place
    return letters.drafted(by(), one.people["zhang"], dossier, "supplement")


def step(place, record, to, who="zhang", **said):
    from console.acts import letters

    form = {"to": to, "version": str(record.version), "on": timezone.localdate().isoformat(), **said}
    return letters.stepped(by(), place[0].people[who], record, form)


def form_of(record):
    """What the page would send, as it shows the letter."""
    from console.acts import letters
    from console.results import letter_rows

    now = letters.words(record)
    form = {"version": str(record.version)}
    for row in letter_rows.rows(now, letters.fresh(record.dossier, record.kind)):
        form |= {f"{row.name}-{key}": text for key, text in row.cells.items()} | {f"{row.name}-rules": row.told}
        form |= {f"{row.name}-use": "1"} if row.used else {}
    return form


def test_a_letter_goes_its_way_with_a_second_person_and_a_term_in_working_days(place):
    from console.acts import letters

    record = drafted(place)
    step(place, record, "check")
    step(place, record, "confirm", "li")
    year = timezone.localdate().year
    assert (record.get_state_display(), record.number) == ("已核", f"示工信补〔{year}〕1号")
    assert letters.words(record).head.number == record.number
    step(place, record, "sent", how="邮寄送达")
    step(place, record, "served")
    assert record.due_on is None or record.due_on >= record.served_on + timedelta(days=5)


def test_the_writer_cannot_confirm_and_a_return_says_why(place):
    record = drafted(place)
    step(place, record, "check")
    with pytest.raises(UsageError, match="经办人以外"):
        step(place, record, "confirm", "zhang")
    with pytest.raises(UsageError, match="写明理由"):
        step(place, record, "return", "li")
    step(place, record, "return", "li", reason="第二项有误")
    assert record.state == "draft"


def test_a_step_out_of_order_or_on_an_old_version_is_refused(place):
    record = drafted(place)
    with pytest.raises(UsageError, match="不能这样办理"):
        step(place, record, "sent")
    with pytest.raises(UsageError, match="另有人改动过"):
        step(place, record, "check", version="9")
    assert record.state == "draft"


def test_a_row_is_changed_taken_out_and_put_back_and_one_is_added(place):
    from console.acts import letters
    from console.results import letter_rows

    record = drafted(place)
    form = form_of(record)
    form["requests-0-demand"] = "请于期限内提交原件"
    del form["requests-1-use"]
    last = max(int(key.split("-")[1]) for key in form if key.startswith("requests-"))
    form |= {f"requests-{last}-use": "1", f"requests-{last}-paper": "其他", f"requests-{last}-problem": "页码不全"}
    with pytest.raises(UsageError, match="没有填写要求"):
        letters.saved(by(), record, form)
    letters.saved(by(), record, form | {f"requests-{last}-demand": "请补齐页码"})
    now = letters.words(record)
    assert now.notice.requests[0].demand == "请于期限内提交原件"
    assert now.notice.requests[-1].rules == ()
    rows = letter_rows.rows(now, letters.fresh(record.dossier, record.kind))
    out = [row for row in rows if not row.used and row.rules]
    assert len(out) == 1
    assert next(row for row in rows if row.used).drafted["demand"] != "请于期限内提交原件"


def test_a_letter_without_a_row_is_to_be_voided(place):
    from console.acts import letters

    record = drafted(place)
    form = {key: text for key, text in form_of(record).items() if not key.endswith("-use")}
    with pytest.raises(UsageError, match="作废"):
        letters.saved(by(), record, form)
    step(place, record, "void", reason="不再需要")
    assert drafted(place).pk != record.pk


def test_what_was_confirmed_does_not_go_out_changed(place):
    from console.acts import letters

    record = drafted(place)
    step(place, record, "check")
    step(place, record, "confirm", "li")
    with pytest.raises(UsageError, match="不能这样办理"):
        letters.saved(by(), record, form_of(record))
    letters.path_of(record).write_bytes(b"changed")
    with pytest.raises(UsageError, match="与核定的不同"):
        step(place, record, "sent")


def test_without_a_sign_no_number_is_given(place):
    (place[0].folder / "office.yaml").unlink()
    record = drafted(place)
    step(place, record, "check")
    with pytest.raises(UsageError, match="发文代字"):
        step(place, record, "confirm", "li")
    assert record.state == "to_check"


def test_no_day_lies_in_the_future_and_none_is_served_before_it_was_sent(place):
    record = drafted(place)
    step(place, record, "check")
    step(place, record, "confirm", "li")
    tomorrow = (timezone.localdate() + timedelta(days=1)).isoformat()
    with pytest.raises(UsageError, match="今天以后"):
        step(place, record, "sent", on=tomorrow)
    step(place, record, "sent")
    with pytest.raises(UsageError, match="早于发出"):
        step(place, record, "served", on="2026-01-05")


@pytest.mark.usefixtures("place")
def test_numbers_given_at_once_have_no_gap_and_no_twin():
    from django.db import connections, transaction

    from console.acts import letters

    def one(_):
        try:
            with transaction.atomic():
                return letters._number("示工信")  # noqa: SLF001  what the confirmation does inside
        finally:
            connections.close_all()

    with ThreadPoolExecutor(6) as pool:
        given = list(pool.map(one, range(24)))
    assert sorted(int(number.split("〕")[1].removesuffix("号")) for number in given) == list(range(1, 25))


def test_where_the_office_allows_it_the_writer_confirms_and_the_record_says_so(place):
    from console import house
    from console.models import LoggedEvent

    one, dossier, _ = place
    from console.acts import letters

    house.write(one.folder, house.HouseRules(own_check=True))
    record = letters.drafted(by("李四"), one.people["li"], dossier, "supplement")
    step(place, record, "check", "li")
    step(place, record, "confirm", "li")
    assert record.own_check
    assert LoggedEvent.objects.get(event="核定文书").facts["own_check"] == "本人自核"


def test_where_somebody_else_confirms_it_is_none_of_ones_own(place):
    from console import house

    house.write(place[0].folder, house.HouseRules(own_check=True))
    record = drafted(place)
    step(place, record, "check")
    step(place, record, "confirm", "li")
    assert not record.own_check
