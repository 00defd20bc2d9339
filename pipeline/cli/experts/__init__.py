"""The commands of ``dossier experts``."""
