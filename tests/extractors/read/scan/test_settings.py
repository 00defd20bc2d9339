"""Every tolerance of reading scan says what it measures, and lies in the range in which its benchmark holds."""

from __future__ import annotations

from dataclasses import is_dataclass

import pytest

from extractors.layout.tolerance import measured
from extractors.read.scan import settings

GROUPS = [value for name, value in sorted(vars(settings).items()) if name.isupper() and is_dataclass(value)]


@pytest.mark.parametrize("group", GROUPS, ids=lambda group: type(group).__name__)
def test_each_tolerance_says_what_it_measures_and_lies_in_its_range(group: object):
    for name, known in measured(group).items():
        value = getattr(group, name)
        assert known.means, name
        assert (known.holds is None) == (known.benchmark == ""), name
        assert known.holds is None or known.holds[0] <= value <= known.holds[1], name


def test_nobody_changes_a_tolerance_on_the_way():
    with pytest.raises(AttributeError):
        setattr(GROUPS[0], next(iter(measured(GROUPS[0]))), 1)
