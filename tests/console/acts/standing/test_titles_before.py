"""A list of titles is laid aside under a name of its own, and waits for the worker."""

from pathlib import Path

import pytest

from schemas.errors import UsageError
from tests.builders.console import office
from tests.builders.ledger import name_list


def test_the_list_waits_under_a_harmless_name_and_nothing_is_written_yet(tmp_path):
    from django.core.files.uploadedfile import SimpleUploadedFile

    from console.acts.standing import titles_before
    from console.events import Actor

    with office(tmp_path / "office") as one:
        person = one.person("zhang", "decides", name="张三")
        upload = SimpleUploadedFile("../../名单.xlsx", name_list([]))
        job = titles_before.brought(Actor("张三"), person, upload, "zhengzhou")
        path = Path(job.asked["file"])
        assert path.is_file()
        assert path.parent.parent == one.folder / "incoming"
        assert (job.kind, job.asked["rulebook"], job.title) == ("titles", "zhengzhou", "导入名单")
        assert not (one.folder / "台账").exists()


def test_no_file_and_a_file_that_is_no_list(tmp_path):
    from django.core.files.uploadedfile import SimpleUploadedFile

    from console.acts.standing import titles_before
    from console.events import Actor

    with office(tmp_path / "office") as one:
        person = one.person("zhang", "decides", name="张三")
        with pytest.raises(UsageError, match="请选择"):
            titles_before.brought(Actor("张三"), person, None, "")
        large = SimpleUploadedFile("名单.xlsx", b"x")
        large.size = titles_before.MOST_BYTES + 1
        with pytest.raises(UsageError, match="64 MB"):
            titles_before.brought(Actor("张三"), person, large, "")
