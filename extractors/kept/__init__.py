"""What was read before, kept from run to run: the folder, the form of what lies in it, and when it no longer holds."""
