"""The organisation's logo: taken from a PNG or SVG file, checked, and brought to the size that is printed."""
