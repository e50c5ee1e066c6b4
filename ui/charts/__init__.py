"""Charts in the window: scenes of `planner.charts` painted with the theme's colours."""
