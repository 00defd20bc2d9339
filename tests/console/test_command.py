"""The command line with the console is the command line, and one command more."""

from typer.testing import CliRunner

from console.command import app


def test_all_commands_are_there():
    told = CliRunner().invoke(app, ["--help"]).output
    for name in ("console", "screen", "decide", "sample"):
        assert name in told
