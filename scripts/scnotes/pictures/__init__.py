"""Pictures made of the register when the site is built: a map of the documents and a timeline, as SVG without a script."""
