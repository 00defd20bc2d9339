"""An own template is taken where it is fit, and given up for ours; one that is not fit changes nothing."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from schemas.errors import UsageError
from tests.builders.console import office


@pytest.fixture
def place(tmp_path):
    with office(tmp_path) as one:
        yield one.folder


def upload(data):
    from console.acts.admin import templates
    from console.events import Actor

    templates.uploaded(Actor("王五"), "supplement", SimpleUploadedFile("我的.docx", data) if data else None)


def test_one_that_is_fit_is_the_template_from_then_on_until_it_is_given_up(place):
    from console.acts.admin import templates
    from console.events import Actor

    assert [one.own for one in templates.every()] == [False, False]
    upload(templates.current("supplement"))
    assert (place / "templates" / "supplement.docx").is_file()
    assert [(one.own, one.problems) for one in templates.every()] == [(True, ()), (False, ())]
    assert templates.trial("supplement").startswith(b"PK")
    templates.given_up(Actor("王五"), "supplement")
    assert [one.own for one in templates.every()] == [False, False]


@pytest.mark.parametrize(("data", "why"), [(None, "请选择"), (b"x", "不是 Word")])
def test_one_that_is_not_fit_changes_nothing(place, data, why):
    with pytest.raises(UsageError, match=why):
        upload(data)
    assert not (place / "templates").exists()


def test_one_that_was_broken_later_is_told_of(place):
    from console.acts.admin import templates

    upload(templates.current("supplement"))
    (place / "templates" / "supplement.docx").write_bytes(b"x")
    assert "不是 Word" in templates.every()[0].problems[0]
