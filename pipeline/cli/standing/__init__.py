"""The commands `dossier standing …`, one module each."""
