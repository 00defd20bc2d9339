"""A record for another program is JSON alone."""

import json

from pipeline.cli.json_output import print_json


def test_hanzi_stay_hanzi_and_nothing_else_is_printed(capsysbinary):
    print_json({"名称": "示例公司", "count": 3})
    shown = capsysbinary.readouterr()
    assert json.loads(shown.out) == {"名称": "示例公司", "count": 3}
    assert "示例公司".encode() in shown.out
    assert shown.err == b""
