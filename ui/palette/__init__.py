"""One line that finds everything: actions, steps and the plan's entries."""
