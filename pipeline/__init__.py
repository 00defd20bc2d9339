"""Puts it together and meets the world: inbox, batch, reports, command line."""
