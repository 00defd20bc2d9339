"""The last back-up is laid back by the command itself, beside the office's folder, and leaves nothing behind."""

import pytest

from schemas.errors import UsageError
from tests.builders.console import office


@pytest.fixture
def place(tmp_path):
    with office(tmp_path / "office") as one:
        from console import events
        from console.acts.admin import backup
        from console.events import Actor

        one.person("wang", "administers", name="王五")
        events.noted(Actor("王五"), "建立")
        yield one, lambda: backup.made(Actor("王五"), one.folder, one.folder / "backups").path


def test_the_last_one_is_laid_back_and_the_trial_leaves_nothing(place):
    from console.acts.admin import restore_trial

    path = place[1]()
    told = restore_trial.tried(place[0].folder)
    assert path.name in told
    assert "成功" in told
    assert list((place[0].folder / "incoming").iterdir()) == []


def test_one_that_is_broken_is_told_of(place):
    from console.acts.admin import restore_trial

    path = place[1]()
    path.write_bytes(path.read_bytes()[:-40])
    with pytest.raises(UsageError, match="不能恢复"):
        restore_trial.tried(place[0].folder)


def test_without_one_there_is_nothing_to_try(place):
    from console.acts.admin import restore_trial

    with pytest.raises(UsageError, match="没有可以试恢复"):
        restore_trial.tried(place[0].folder)
