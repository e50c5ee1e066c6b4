"""The kit: field editors, forms and tables that every page is made of."""
