"""催报 in the browser: who owes what, reports put down with one click, the very files of the command."""

import io
import zipfile
from urllib.parse import quote

import pytest

from tests.builders.commands import dossier as command
from tests.builders.console import office, shown
from tests.builders.ledger import code, small

ON = "on=2026-06-15"


@pytest.fixture
def place(tmp_path):
    with office(tmp_path / "office") as one:
        one.person("zhang", "decides", name="张三")
        (one.folder / "office.yaml").write_text("name: 样例局\ncontact: 王示例\n", encoding="utf-8")
        yield one.browser("zhang"), small(one.folder / "台账"), tmp_path / "文书"


def written(ledger, out, *more):
    done = command("standing", "letters", ledger, "--as-of", "2026-06-15", "--out", out, *more)
    assert done.exit_code == 0, done.output
    return {path.name: path.read_bytes() for path in out.iterdir()}


def test_all_papers_are_the_files_of_the_command(place):
    client, ledger, out = place
    packed = zipfile.ZipFile(io.BytesIO(client.get(f"/standing/papers/all?{ON}").content))
    assert {name: packed.read(name) for name in packed.namelist()} == written(ledger, out)


def test_one_paper_alone_is_the_same_file_and_an_unknown_one_is_none(place):
    client, ledger, out = place
    for name, data in written(ledger, out).items():
        assert client.get(f"/standing/papers/file?{ON}&name={quote(name)}").content == data
    assert client.get(f"/standing/papers/file?{ON}&name=..%2Fevents.jsonl").status_code == 404


def test_a_loss_is_drafted_only_under_a_ground_that_a_person_names(place):
    client, ledger, out = place
    assert not any("告知书" in name for name in written(ledger, out))
    answer = client.get(f"/standing/papers/file?{ON}&platform={code(1)}&ground=twice")
    proposed = written(ledger, out / "again", "--propose", f"{code(1)}=twice")
    (name,) = [name for name in proposed if "告知书" in name]
    assert answer.content == proposed[name]
    refused = client.get(f"/standing/papers/file?{ON}&platform={code(1)}&ground=nothing", follow=True)
    assert "不是《郑州市" in shown(refused)


def test_a_county_s_report_is_put_down_with_one_click(place):
    client, *_ = place
    assert "2025年上半年" in shown(client.get(f"/standing/papers?{ON}"))
    form = {"about": "金水区", "kind": "report", "period": "2025H1", "received": "2026-06-15", "rulebook": "zhengzhou"}
    after = client.post("/standing/record", form | {"to": "calls", "on": "2026-06-15"}, follow=True)
    assert "已记入第 11 号：报送" in shown(after)
    assert "2025年上半年" not in shown(after).split("新郑市")[0]
