"""The full-text table of SQLite; other databases search the lines themselves."""

from django.db import migrations

MADE = "CREATE VIRTUAL TABLE console_search USING fts5(words)"


def made(apps, schema_editor):
    if schema_editor.connection.vendor == "sqlite":
        schema_editor.execute(MADE)


def gone(apps, schema_editor):
    if schema_editor.connection.vendor == "sqlite":
        schema_editor.execute("DROP TABLE console_search")


class Migration(migrations.Migration):
    dependencies = [("console", "0001_initial")]
    operations = [migrations.RunPython(made, gone)]
