"""Pictures of the places that findings speak of."""
