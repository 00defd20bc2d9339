"""The command says what it takes, in Chinese."""

from typer.testing import CliRunner

from console.command import app


def test_the_help_names_the_folder_and_the_address():
    told = CliRunner().invoke(app, ["console", "--help"])
    assert told.exit_code == 0
    assert "--address" in told.output
    assert "文件夹" in told.output
    assert all(option in told.output for option in ("--tls-certificate", "--tls-key", "--backup", "--restore"))
