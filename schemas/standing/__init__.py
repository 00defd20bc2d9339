"""What holds after recognition: the rulebook's numbers, periods, working days."""
