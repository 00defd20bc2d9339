"""The commands of ``dossier cache``."""
