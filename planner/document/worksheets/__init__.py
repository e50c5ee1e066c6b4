"""Worksheets: blank forms for a workshop, a step of the walk each, and typing their answers back in."""
