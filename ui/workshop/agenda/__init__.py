"""The agenda: timed blocks on a scale of time, moved and stretched by mouse and by keys."""
