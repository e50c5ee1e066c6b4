"""The plan document for those who must edit it further: the same report as an Office Open XML file (.docx).

`export` is the way in. `body` gives each block of the report its counterpart, `tables` writes tables,
`texts` writes paragraphs, `look` sets styles and page, `furniture` writes header, footer and contents,
`package` makes the same bytes of the same report.

Texts of users are text here too: they become runs and nothing else, never a field, a link or markup.
Source of the elements: ECMA-376, part 1 (WordprocessingML).
"""
