"""An own rulebook by the mouse: begun from a text, a question answered, rehearsed, chosen for a batch."""

import re

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from tests.builders.console import own_rulebook, shown, with_rows
from tests.builders.regulations import MADE_UP


@pytest.fixture
def place(tmp_path):
    with with_rows(tmp_path, 1) as (one, _, _):
        one.person("zheng", "administers", "decides")
        yield one, one.browser("zheng")


def text():
    return SimpleUploadedFile("办法.txt", MADE_UP.encode())


def asked_points(answer):
    page = answer.content.decode()
    return re.findall(r'class="point asked.*?name="point" value="([^"]+)".*?</form>', page, re.DOTALL)


def test_begun_answered_and_usable(place):
    _, client = place
    answer = client.post("/rules/add", {"name": "yichang", "text": text(), "act": "draft"}, follow=True)
    assert answer.redirect_chain[-1][0] == "/rules/of/yichang/draft"
    before = asked_points(answer)
    point = before[0]
    choices = re.search(rf'value="{re.escape(point)}".*?</form>', answer.content.decode(), re.DOTALL)[0]
    chosen = re.findall(r'name="choose" value="([^"]+)"', choices)[-1]
    after = client.post("/rules/of/yichang/draft", {"point": point, "choose": chosen}, headers={"HX-Request": "true"})
    assert after.status_code == 200
    assert "<html" not in after.content.decode(), "the part that changed, alone"
    assert point not in asked_points(after)
    assert len(asked_points(client.get("/rules/of/yichang/draft"))) == len(before) - 1
    assert "（本机关）" in shown(client.get("/batches/new"))


@pytest.mark.parametrize("name", ["", "My City", "harbin", "../x", "-a"])
def test_a_name_that_cannot_be(place, name):
    one, client = place
    answer = client.post("/rules/add", {"name": name, "text": text(), "act": "draft"})
    assert answer.status_code == 400
    assert not list((one.folder / "rulebooks").glob("*"))


def test_a_text_that_cannot_be_read_leaves_nothing(place):
    one, client = place
    file = SimpleUploadedFile("办法.docx", b"no document")
    assert client.post("/rules/add", {"name": "yichang", "text": file, "act": "draft"}).status_code == 400
    assert not list((one.folder / "rulebooks").glob("*"))


def test_files_that_are_there_already(place, tmp_path):
    client = place[1]
    made = own_rulebook(tmp_path / "elsewhere")
    names = [path for path in made.iterdir() if path.suffix in (".yaml", ".txt")]
    files = [SimpleUploadedFile(path.name, path.read_bytes()) for path in names]
    answer = client.post("/rules/add", {"name": "yichang", "rules": files, "act": "upload"}, follow=True)
    assert answer.redirect_chain[-1][0] == "/rules/of/yichang"
    assert client.get("/rules/of/yichang/draft").status_code == 404, "it was not drafted here"
    wrong = SimpleUploadedFile("x.exe", b"x")
    refused = client.post("/rules/add", {"name": "other", "rules": [wrong], "act": "upload"})
    assert "不是规则文件" in shown(refused)


def test_an_answer_that_is_none_and_a_file_that_a_person_changed(place):
    one, client = place
    home = own_rulebook(one.folder)
    where = "/rules/of/yichang/draft"
    assert client.post(where, {"point": "none", "choose": "x"}).status_code == 400
    point = asked_points(client.get(where))[0]
    path = home / "yichang.yaml"
    path.write_text(path.read_text(encoding="utf-8") + "# von Hand\n", encoding="utf-8")
    answer = client.post(where, {"point": point, "choose": "manual"})
    assert answer.status_code == 400
    assert "没有覆盖" in shown(answer)
    assert path.read_text(encoding="utf-8").endswith("# von Hand\n")


def test_rehearsed_as_a_job(place, monkeypatch):
    from console.jobs import tasks, worker

    one, client = place
    own_rulebook(one.folder)
    rehearse = tasks.rehearsing.rehearse
    monkeypatch.setattr(tasks.rehearsing, "rehearse", lambda *given: rehearse(*given, only="condition.total_assets"))
    client.post("/rules/of/yichang/rehearsal")
    client.post("/rules/of/yichang/rehearsal")
    worker.done(worker.taken())
    assert worker.taken() is None, "one that waits is not asked for twice"
    page = shown(client.get("/rules/of/yichang/rehearsal"))
    assert "119.99" in page
    assert "演练" in page


def test_taken_into_use_and_out_of_it_again(place, monkeypatch):
    from console.models import LoggedEvent
    from console.rulebooks import in_use

    one, client = place
    own_rulebook(one.folder)
    where = "/rules/of/yichang/rehearsal"
    assert "请先演练" in shown(client.get(where)) or "核对" in shown(client.get(where))
    refused = client.post(where, {"act": "use"})
    assert refused.status_code == 400
    monkeypatch.setattr(in_use, "why_not", lambda _: "")
    assert client.post(where, {"act": "use"}).status_code == 302
    assert "已启用" in shown(client.get(where))
    assert "参加自动识别" in shown(client.get("/rules"))
    path = one.folder / "rulebooks" / "yichang" / "yichang.yaml"
    path.write_text(path.read_text(encoding="utf-8") + "# 改\n", encoding="utf-8")
    assert "按现在的规则启用" in shown(client.get(where))
    client.post(where, {"act": "leave"})
    assert "参加自动识别" not in shown(client.get("/rules"))
    said = [logged.event for logged in LoggedEvent.objects.order_by("pk")]
    assert [act for act in said if act.endswith("用办法")] == ["启用办法", "停用办法"]
