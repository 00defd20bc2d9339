"""What people do: one module an act. Each checks, changes, and puts a line into the log."""
