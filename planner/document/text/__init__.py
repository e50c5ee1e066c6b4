"""Text on paper: whatever a user can type is printed as on screen and comes back by text extraction."""
