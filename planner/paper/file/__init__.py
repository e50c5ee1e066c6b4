"""A PDF as it is written: object after object, each as soon as it is known, so that nothing piles up.

`writer.FileWriter` numbers the objects, keeps their places and closes the file; `syntax` spells names,
texts and numbers; `pages` keeps the order of the pages; `outline` the bookmarks and the places that links
lead to; `pictures` writes pictures of pixels. The canvas in `planner.paper.text.canvas` brings them
together. A document of 500 pages so takes hardly more memory than one of five.
"""
