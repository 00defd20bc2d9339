"""What an administrator does: people, members, the office, its rules, its network, its back-ups."""
