"""The commands `dossier rulebook …`: what rulebooks there are, what they ask, whether they hold."""
