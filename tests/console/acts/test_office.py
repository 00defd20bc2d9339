"""office.yaml: what is said of the office; what else stands in it stays."""

import pytest
import yaml

from schemas.errors import UsageError
from tests.builders.console import office as made_office


def test_what_is_written_is_known_and_the_rest_stays(tmp_path):
    with made_office(tmp_path):
        from console.acts import office

        (tmp_path / "office.yaml").write_text("days: 5\nname: 旧名称\n", encoding="utf-8")
        office.written({"name": " 示例市工业和信息化局 ", "telephone": "0000-1234567"})
        read = yaml.safe_load((tmp_path / "office.yaml").read_text(encoding="utf-8"))
        assert read["days"] in (5, "5")
        assert read["name"] == "示例市工业和信息化局"
        assert office.known()["telephone"] == "0000-1234567"


def test_a_file_that_is_no_yaml_is_said_and_not_overwritten(tmp_path):
    with made_office(tmp_path):
        from console.acts import office

        (tmp_path / "office.yaml").write_text("{[", encoding="utf-8")
        with pytest.raises(UsageError):
            office.known()


def test_nothing_is_said_of_an_office_without_a_file(tmp_path):
    with made_office(tmp_path):
        from console.acts import office

        assert set(office.known().values()) == {""}
