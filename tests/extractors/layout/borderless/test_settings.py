"""Every tolerance of tables without lines says what it measures, and lies in the range in which its benchmark holds."""

from __future__ import annotations

import pytest

from extractors.layout.borderless import settings
from tests.builders.tolerances import assert_frozen, assert_measured, groups


@pytest.mark.parametrize("group", groups(settings), ids=lambda group: type(group).__name__)
def test_each_tolerance_says_what_it_measures_and_lies_in_its_range(group: object):
    assert_measured(group)
    assert_frozen(group)
