"""A control that is bound to data beside the text shows what the data say, as Word does."""

import pytest
from lxml import etree

from extractors.read.word.bound import bound_words
from extractors.read.word.controls import W

STORE = "{11111111-2222-3333-4444-555555555555}"
DATA = etree.fromstring(
    '<f xmlns="urn:f"><assets>118.50</assets><man name="赵"/><man>钱</man><box><in/></box><no/></f>'
)


def control(path, store=STORE, prefixes="xmlns:n='urn:f'"):
    properties = etree.Element(W + "sdtPr")
    etree.SubElement(
        properties, W + "dataBinding", {W + "xpath": path, W + "storeItemID": store, W + "prefixMappings": prefixes}
    )
    return properties


@pytest.mark.parametrize(
    ("path", "words"),
    [
        pytest.param("/n:f[1]/n:assets[1]", "118.50", id="an-element"),
        pytest.param("/n:f/n:assets/text()", "118.50", id="its-text"),
        pytest.param("/n:f/n:man[2]", "钱", id="the-second-of-its-name"),
        pytest.param("/n:f/n:man[1]/@name", "赵", id="an-attribute"),
        pytest.param("/n:f/n:no", "", id="blank-data"),
        pytest.param("/n:f/n:man[3]", None, id="there-is-no-third"),
        pytest.param("/n:f/n:box", None, id="holds-more-than-words"),
        pytest.param("/f/assets", None, id="of-another-space"),
        pytest.param("/n:g/n:assets", None, id="another-root"),
        pytest.param("//n:assets", None, id="a-path-that-searches-is-not-followed"),
        pytest.param("/n:f/n:man[last()]", None, id="nor-one-that-reckons"),
        pytest.param("", None, id="no-path"),
    ],
)
def test_where_a_path_leads(path, words):
    assert bound_words(control(path), {STORE: DATA}) == words


def test_a_control_that_is_bound_to_nothing_there():
    assert bound_words(control("/n:f/n:assets", store="{0}"), {STORE: DATA}) is None
    assert bound_words(etree.Element(W + "sdtPr"), {STORE: DATA}) is None
    assert bound_words(None, {STORE: DATA}) is None
