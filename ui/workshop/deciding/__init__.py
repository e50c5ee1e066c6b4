"""Deciding: adopt, park or decline, with who and why, until nothing is left open."""
