"""Where links of the docs lead on the site."""

import pytest

from scripts import site_links


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("see [the test](../tests/test_docs.py).", "see the test."),
        ("[adr/](adr/)", "[adr/](adr/index.md)"),
        ("[a](b.md#c)", "[a](b.md#c)"),
        ("![p](p.png)", "![p](p.png)"),
        ("[here](#below)", "[here](#below)"),
    ],
)
def test_a_link_that_leaves_the_docs_is_plain_text(written: str, shown: str):
    assert site_links.on_page_markdown(written) == shown
