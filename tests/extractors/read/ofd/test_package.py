"""A location within a package is seen from the part that names it."""

from __future__ import annotations

import pytest

from extractors.read.ofd.package import resolved


@pytest.mark.parametrize(
    ("base", "location", "part"),
    [
        ("Doc_0/Document.xml", "Pages/Page_0/Content.xml", "Doc_0/Pages/Page_0/Content.xml"),
        ("Doc_0/Document.xml", "/Doc_1/Document.xml", "Doc_1/Document.xml"),
        ("Doc_0/Annots/Annotations.xml", "..\\Res\\a.jpg", "Doc_0/Res/a.jpg"),
        ("", " Doc_0/Document.xml ", "Doc_0/Document.xml"),
    ],
)
def test_a_location_leads_to_its_part(base, location, part):
    assert resolved(base, location) == part
