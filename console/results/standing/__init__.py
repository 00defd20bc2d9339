"""The office's ledger of platforms (台账), as pages show it."""
