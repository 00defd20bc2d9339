"""What do two or more dossiers of a batch have in common that a person should know? (contract §8, batch.*)"""
