"""The board: the whole plan on one page, by its objectives."""
