"""A module that is loaded when something of it is used, and not before."""

import sys

import pytest

from pipeline.on_use import on_use


def test_loaded_with_the_first_name_that_is_asked_for(monkeypatch):
    module = on_use("colorsys")
    monkeypatch.delitem(sys.modules, "colorsys", raising=False)
    assert "colorsys" not in sys.modules
    assert module.rgb_to_yiq(0, 0, 0) == (0.0, 0.0, 0.0)
    assert "colorsys" in sys.modules


def test_what_stands_in_for_a_name_is_what_is_used(monkeypatch):
    import colorsys

    monkeypatch.setattr(colorsys, "ONE_THIRD", 3)
    assert on_use("colorsys").ONE_THIRD == 3


def test_a_name_that_it_has_not_is_missed_as_in_any_module():
    with pytest.raises(AttributeError):
        _ = on_use("colorsys").nothing
