"""A file is saved under its name, whatever the name holds."""

from console.pages.download import XLSX, download


def test_the_name_is_quoted_and_nothing_is_opened_in_the_browser():
    answer = download('台账"\r\nX: y.xlsx', b"data", XLSX)
    assert answer.content == b"data"
    assert answer.headers["Content-Disposition"].startswith("attachment; filename*=UTF-8''%E5%8F%B0")
    assert "\n" not in answer.headers["Content-Disposition"]
