"""A back-up from the command line: made beside a console that may be running, or laid back into an empty folder."""

from __future__ import annotations

from pathlib import Path

import typer

from console.place import DataFolder


def backed_up(data: DataFolder, to: Path) -> None:
    """One back-up in this folder; says where."""
    from console import serve

    serve.ready()
    from console.acts.admin import backup
    from console.events import by_program

    typer.echo(backup.made(by_program(), data.root, to).told())


def restored(archive: Path, data: DataFolder) -> None:
    """The back-up laid back; says what came of it."""
    import django

    django.setup()
    from console.acts.admin import restore

    before = restore.laid_out(archive, data.root)
    from console import serve

    serve.ready()
    typer.echo(restore.taken_up(archive, data.root, before))
