"""The command line with the console besides: what ``dossier`` starts."""

from __future__ import annotations

from console.options import ConsoleOptions
from pipeline.cli import main as run
from pipeline.cli.deferred import add_commands
from pipeline.cli.main import app

add_commands(app, "console", {"console": ConsoleOptions})


def main() -> None:
    """Run the command; end with 0, 1 or 2, and one line where it went wrong."""
    run()


if __name__ == "__main__":
    main()
