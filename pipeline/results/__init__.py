"""The record of a screening: as JSON, as files, compared, masked."""
