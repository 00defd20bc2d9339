"""What a regulation may bring along of its own: measures, blanks, lists, papers, bounds for whom, points."""
