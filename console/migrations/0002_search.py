"""The table of words: SQLite's full-text table, PostgreSQL's vector beside the words; both are filled alike."""

from django.db import migrations

MADE = {
    "sqlite": ["CREATE VIRTUAL TABLE console_search USING fts5(words)"],
    "postgresql": [
        "CREATE TABLE console_search (rowid bigint PRIMARY KEY, words text NOT NULL,"
        " found tsvector GENERATED ALWAYS AS (to_tsvector('simple', words)) STORED)",
        "CREATE INDEX console_search_found ON console_search USING gin (found)",
    ],
}


def made(apps, schema_editor):
    for statement in MADE.get(schema_editor.connection.vendor, ()):
        schema_editor.execute(statement)


def gone(apps, schema_editor):
    if schema_editor.connection.vendor in MADE:
        schema_editor.execute("DROP TABLE console_search")


class Migration(migrations.Migration):
    dependencies = [("console", "0001_initial")]
    operations = [migrations.RunPython(made, gone)]
