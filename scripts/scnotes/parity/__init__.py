"""Two languages, one text: what a paragraph says by value, which paragraph is which, where the two differ."""
