"""What a process does whatever it reads: it tells nobody outside, and says that it comes on."""
