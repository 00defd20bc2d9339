"""What follows from the events on a day: states, dues, hints; working days."""
