"""How does a command explain itself at once, and load what it works with only when it is called?"""

from __future__ import annotations

import inspect
from collections.abc import Callable, Mapping
from importlib import import_module
from keyword import iskeyword
from typing import get_type_hints

import typer

from pipeline.cli import unheard
from pipeline.cli.chinese import ChineseGroup, Command
from pipeline.cli.said import say
from schemas.errors import NotWritten, RulebookError, UsageError


def add_commands(app: typer.Typer, package: str, commands: Mapping[str, type]) -> None:
    """Each command by its name: the options it takes, obeyed by ``run`` of the module of that name.

    A word of Python's own, ``import``, is the module ``import_``.
    """
    for name, options in commands.items():
        module = f"{name}_" if iskeyword(name) else name
        app.command(name, cls=Command)(_deferred(f"{package}.{module}", options))


def group(package: str, purpose: str, commands: Mapping[str, type]) -> typer.Typer:
    """Commands that belong together, said after one word."""
    app = typer.Typer(cls=ChineseGroup, no_args_is_help=True, help=purpose)
    add_commands(app, package, commands)
    return app


def _deferred(module: str, options: type) -> Callable[..., None]:
    """What typer calls: its parameters are the fields of ``options``, its help their docstring.

    A wrong call or a faulty rulebook is one line, and status 2; a disk that takes no more is status 1.
    """

    def call(**given: object) -> None:
        asked = options(**given)
        try:
            import_module(module).run(asked)
        except (UsageError, RulebookError) as error:
            say(str(error), err=True)
            raise typer.Exit(1 if isinstance(error, NotWritten) else 2) from None
        except (BrokenPipeError, SystemExit) as ended:
            # typer and rich would end without a word; rich makes a SystemExit of it.
            if not isinstance(ended, BrokenPipeError) and not isinstance(ended.__context__, BrokenPipeError):
                raise
            unheard.said()
            raise typer.Exit(1) from None

    call.__doc__ = options.__doc__
    call.__annotations__ = get_type_hints(options, include_extras=True)
    call.__signature__ = inspect.signature(options, eval_str=True)  # type: ignore[attr-defined]
    return call
