"""Pages as they will be printed, on the screen."""
