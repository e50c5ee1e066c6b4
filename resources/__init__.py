"""Data that ships with Truecourse: icons, fonts, samples, texts."""
