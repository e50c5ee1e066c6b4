"""Charts as scenes: shapes and text at positions, drawn alike on paper and on screen."""
