"""What lies in the folder of the office's own rulebooks; what is no rulebook is none."""

from console.rulebooks import own
from tests.builders.console import own_rulebook


def test_found_checked_and_usable(tmp_path):
    own_rulebook(tmp_path)
    root = tmp_path / "rulebooks"
    (root / "Not a name").mkdir()
    (root / "empty").mkdir()
    assert [one.name for one in own.every(root)] == ["empty", "yichang"]
    one = own.found(root, "yichang")
    assert one.source.name == "办法.txt"
    assert own.checked(one.path).problems == ()
    assert own.usable(root) == [(str(one.path), "宜昌市示范服务平台认定管理办法（试行）")]
    assert own.found(root, "../rulebooks") is None
    assert own.found(root, "none") is None


def test_the_check_is_made_again_when_the_file_changes(tmp_path):
    one = own.found((own_rulebook(tmp_path)).parent, "yichang")
    assert own.checked(one.path).problems == ()
    text = one.path.read_text(encoding="utf-8").replace("at_least: 120", "at_least: 1200")
    one.path.write_text(text, encoding="utf-8")
    assert any("1200万元" in line for line in own.checked(one.path).problems)
    one.path.write_text("id: x\n", encoding="utf-8")
    assert own.checked(one.path).problems
    assert own.found(one.folder.parent, "yichang").title == ""
