"""What the pages of a document say they are made of, for readers who listen and for archives.

A page that is only drawn tells a screen reader nothing: text lies on it in pieces. Here drawing code
says while it draws what each piece is, by PDF/UA-1 (ISO 14289-1) and PDF/A-3a (ISO 19005-3):

    tags = Tags.of(canvas)
    with tags.group("L"), tags.group("LI"), tags.text("LBody"):
        draw_line(canvas, 0, 0, "A point", style)

`drawing.Tags` is that one object. `structure` holds the elements, `tree` writes them into the file that
ReportLab makes, `fields` draws empty signature fields. `finish.finish` then turns ReportLab's file into
an archival one: metadata, colour profile, attached files. Whatever is drawn and not tagged (rules,
boxes, marks beside their words) counts as decoration that readers skip; so all text has to be tagged,
and `planner.paper.text.block` and `planner.document.pages.setting` tag the lines that they draw by
themselves: a paragraph each, in whatever element is open.
"""
