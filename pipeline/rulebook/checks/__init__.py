"""One question each of whether a rulebook says what its regulation says; pipeline.rulebook.check asks them all."""
