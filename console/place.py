"""What lies where in the console's folder?"""

from __future__ import annotations

import secrets
from dataclasses import dataclass
from pathlib import Path

from pipeline.results import private


@dataclass(frozen=True, slots=True)
class DataFolder:
    """The folder that ``dossier console DATA`` is given; everything of the console lies below it."""

    root: Path

    @property
    def database(self) -> Path:
        """Work, never judgement: it can be made anew from the results, but for who was to do what."""
        return self.root / "console.sqlite3"

    @property
    def office(self) -> Path:
        """What letters say of the office."""
        return self.root / "office.yaml"

    @property
    def templates(self) -> Path:
        """The office's own templates of letters, where it has any."""
        return self.root / "templates"

    @property
    def removed(self) -> Path:
        """Batches laid aside to be deleted, for thirty days."""
        return self.root / "removed"

    @property
    def batches(self) -> Path:
        """Below it a folder a batch, in it a folder a round."""
        return self.root / "batches"

    @property
    def ledger(self) -> Path:
        """The office's ledger of platforms; office.yaml lies beside it, where ``dossier standing`` looks for it too."""
        return self.root / "台账"

    @property
    def incoming(self) -> Path:
        """What is being uploaded, until it is whole."""
        return self.root / "incoming"

    @property
    def pages(self) -> Path:
        """Pictures of pages; may be deleted at any time."""
        return self.root / "pages"

    @property
    def rulebooks(self) -> Path:
        """The office's own rulebooks, a folder each."""
        return self.root / "rulebooks"

    @property
    def recognised(self) -> Path:
        """Those of them that are in use: copies as they were taken into use, which dossiers are recognised by."""
        return self.root / "rulebooks-in-use"

    @property
    def backups(self) -> Path:
        """Back-ups, where no other folder was chosen."""
        return self.root / "backups"

    def key(self) -> str:
        """The secret that signs sessions: made once, readable by its owner alone."""
        path = self.root / "secret.key"
        private.make_folder(self.root)
        try:
            with private.opened_new(path) as stream:
                stream.write(secrets.token_urlsafe(48).encode())
        except FileExistsError:
            pass
        return path.read_text(encoding="ascii")
