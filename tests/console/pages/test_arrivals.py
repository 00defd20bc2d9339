"""What waits stands on the desk of whoever may receive it; a click takes it into a batch of his own, or declines it."""

from datetime import date

import pytest

from tests.builders.console import office, shown


@pytest.fixture
def place(tmp_path):
    with office(tmp_path / "office") as one:
        from console import house
        from console.acts import new_batch
        from console.acts.incoming import arrivals
        from console.events import Actor

        person = one.person("zhang", "decides", name="张三")
        one.person("zhao", "reads", name="赵六")
        one.person("li", "decides", name="李四")
        batch = new_batch.begun(Actor("张三"), person, new_batch.WantedBatch("春季", date(2026, 3, 1), "auto", ()))
        (tmp_path / "come" / "D01").mkdir(parents=True)
        (tmp_path / "come" / "D01" / "表.docx").write_bytes(b"1")
        house.write(one.folder, house.HouseRules(watch_from=str(tmp_path / "come")))
        yield one, batch, arrivals.noted("D01", arrivals.lies_there()["D01"])


def test_it_stands_on_the_desk_of_those_who_receive(place):
    one = place[0]
    assert "待收件" in shown(one.browser("zhang").get("/"))
    assert "待收件" not in shown(one.browser("zhao").get("/"))


def test_a_click_takes_it_into_a_batch_of_ones_own(place):
    one, batch, arrival = place
    told = shown(one.browser("li").post(f"/arrivals/{arrival.pk}", {"batch": batch.pk}, follow=True))
    assert "请选择收入哪个批次" in told
    told = shown(one.browser("zhang").post(f"/arrivals/{arrival.pk}", {"batch": batch.pk}, follow=True))
    assert "已收入“春季”" in told
    assert "待收件" not in told
    assert one.browser("zhang").post(f"/arrivals/{arrival.pk}", {"batch": batch.pk}).status_code == 404


def test_it_is_declined(place):
    one, _, arrival = place
    told = shown(one.browser("zhang").post(f"/arrivals/{arrival.pk}", {"decline": "1"}, follow=True))
    assert "不收" in told
    arrival.refresh_from_db()
    assert arrival.state == "declined"
