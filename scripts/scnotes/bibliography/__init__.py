"""How to cite a document or one of its paragraphs: ready texts, files for reference managers, metadata of pages."""
