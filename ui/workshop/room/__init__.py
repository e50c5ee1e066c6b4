"""What the room sees on the projector: one question at a time, and nothing private."""
