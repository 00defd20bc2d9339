"""Broken files thrown at every reader: ``make fuzz``. What was found lies in ``tests/fuzz/finds``."""
