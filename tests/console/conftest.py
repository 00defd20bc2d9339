"""Django is set up before any module of the console is imported: its models need it."""

from tests.builders.console import prepared

prepared()
