"""What the applicant is told."""
