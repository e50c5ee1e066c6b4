"""What the facilitator works with while a workshop runs."""
