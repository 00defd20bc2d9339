"""What lies beside the dossier: the past, and the recommender's papers."""
