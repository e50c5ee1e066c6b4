"""What every printed page is made of: text in every script, tags for those who listen, the bytes of a PDF.

It knows letters, not plans: charts and documents both draw with it, and neither needs the other for that.
"""
