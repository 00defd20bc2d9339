"""What each clause of a regulation asks: bounds, one of several, functions, points, what relaxes, what people judge."""
