"""Bringing plans in and out in open forms."""
