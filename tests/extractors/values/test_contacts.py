"""Numbers to call and write to, as applicants write them."""

from __future__ import annotations

import pytest

from extractors import values


@pytest.mark.parametrize(
    ("text", "native", "number"),
    [
        ("199-0000-8616", None, "19900008616"),
        ("+86 199 0000 8616", None, "19900008616"),
        ("0451-55502635", None, "0451-55502635"),
        ("0451—5550 2635", None, "0451-55502635"),
        ("（0451）55502635", None, "0451-55502635"),
        ("19900008616.0", None, "19900008616"),
        ("1.99E+10", 19900008616.0, "19900008616"),
        ("1.99E+10", None, "1.99E+10"),
        ("'19900008616", None, "19900008616"),
        ("19900008616/0451-55502635", None, "19900008616/0451-55502635"),
        ("无", None, None),
        ("", None, None),
    ],
)
def test_phone(text, native, number):
    assert values.phone(text, native) == number


@pytest.mark.parametrize(
    ("text", "mobile", "phone"),
    [
        pytest.param("19900008616", True, True, id="mobile"),
        pytest.param("1990000861", False, False, id="a-digit-short"),
        pytest.param("199000086160", False, False, id="a-digit-too-many"),
        pytest.param("12900008616", False, False, id="no-such-network"),
        pytest.param("0451-55502635", False, True, id="landline"),
        pytest.param("55502635", False, True, id="without-area-code"),
        pytest.param("0451-555026", False, False, id="landline-short"),
        pytest.param("010-55502635-801", False, True, id="extension"),
        pytest.param("400-800-0000", False, True, id="service-line"),
        pytest.param("19900008616/0451-55502635", False, True, id="two-numbers"),
        pytest.param("199****8616", False, False, id="masked"),
        pytest.param("见附件", False, False, id="words"),
    ],
)
def test_valid_phone(text, mobile, phone):
    assert values.valid_mobile(text) is mobile
    assert values.valid_phone(text) is phone


def test_valid_postcode_and_mail():
    assert values.postcode("66000", 66000) == "066000"
    assert values.valid_postcode("066000")
    assert not values.valid_postcode("66000")
    assert values.valid_email("office@example.com")
    assert values.valid_email("a@example.com；b@example.com.cn")
    assert not values.valid_email("office.example.com")
    assert not values.valid_email("office@")
