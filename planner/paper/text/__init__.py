"""Text on paper: whatever a user can type is printed as on screen and comes back by text extraction.

The way of a text: `clean` takes out what is no character, `layout` splits it into paragraphs, `runs`
finds a font, a script and a direction (`fonts`, `scripts`, `bidi`) for each stretch, `breaking`
says where lines may end, `glyphs` shapes a line, `paint` writes it on a page, `codes`, `program`,
`compose` and `embed` put into the file what was drawn. Text in which each character is one glyph is
never shaped, so that long documents stay quick.

What others use: `block` (a flowable, lines for a table, a line at a place), `style`, `canvas`, and
`fonts.missing_characters`, which is asked before an export.

Known limits:
- Chinese characters take the Japanese or Korean form where the paragraph has kana or hangul, the
  traditional one where it has bopomofo, else the simplified one; no language can be set.
- Thai, Lao, Khmer and Burmese are broken without a dictionary: at blanks, before leading vowels, else
  between two characters. Korean is broken at blanks.
- Signs that only Noto Sans Math and Symbols 2 have exist at one weight.
- A phrase of several words that runs against its paragraph comes back from PDFium with its brackets
  and the order of its words changed; no character is lost, and the page looks right. pypdf does not
  turn text that runs to the left round where it has digits, signs or vowel points.
- A day in figures within words that run to the left ("31/10/2026" in Arabic) comes back from either with
  its parts in another order; on the page it is whole.
"""
