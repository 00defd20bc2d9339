"""台账: who holds a title, what is due, what goes public, what is written."""
