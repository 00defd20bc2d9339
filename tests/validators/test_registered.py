"""An address that is given and could not be placed may lie anywhere."""

import pytest

from tests.builders.contents import case, contents, entry, figure, paper
from validators.registered import addresses, has_unplaced


@pytest.mark.parametrize(
    ("form", "licence", "placed", "unplaced"),
    [
        pytest.param("一号", None, ["form"], False, id="placed"),
        pytest.param("一号", None, [], True, id="not-placed"),
        pytest.param("一号", "二号", ["form"], True, id="the-licence-not-placed"),
        pytest.param(None, None, [], False, id="none-given"),
    ],
)
def test_unplaced(form, licence, placed, unplaced):
    read = contents(
        [figure("registered_in", "河南省郑州市", source) for source in placed],
        [] if form is None else [entry("registered_address", form)],
        papers=[] if licence is None else [paper("business_licence", facts={"address": licence})],
    )
    assert has_unplaced(case(read)) is unplaced
    assert addresses(case(read)) == [one for one in (form, licence) if one]
