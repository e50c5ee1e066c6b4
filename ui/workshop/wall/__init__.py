"""The wall: ideas as cards, put into groups by mouse and by keys."""
