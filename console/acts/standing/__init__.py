"""What is put down in the ledger: the functions behind `dossier standing …`, and the same lines."""
