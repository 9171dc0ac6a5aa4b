"""A table that lists documents gets a last column that tells each one's status: from the register, never typed."""

from __future__ import annotations

from xml.etree import ElementTree as etree

from markdown import Markdown
from markdown.extensions import Extension
from markdown.treeprocessors import Treeprocessor

from scnotes import symbols
from scnotes.diagnostics import Lang
from scnotes.labels import WORDS
from scnotes.register import Register
from scnotes.status import told
from scnotes.symbols import Symbol

NONE = "—"


class StatusColumn(Extension):
    """For a page in a language; the statuses are the register's."""

    def __init__(self, lang: Lang, register: Register) -> None:
        super().__init__()
        self.lang, self.register = lang, register

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 (Python-Markdown's name)
        """After 'inline' (20), which makes the cells; before 'scnotes-citations' (15), which links the symbols."""
        md.treeprocessors.register(Columns(md, self), "scnotes-status-column", 16)


class Columns(Treeprocessor):
    """A table of the page itself whose every row begins with a document of the register, and with nothing else."""

    def __init__(self, md: Markdown, extension: StatusColumn) -> None:
        super().__init__(md)
        self.extension = extension

    def run(self, root: etree.Element) -> None:
        """Add the column; the table goes into a block by which the style knows it. What is generated stands in blocks already."""
        for place, table in enumerate(list(root)):
            rows = list(table.iterfind("tbody/tr")) if table.tag == "table" else []
            listed = [self._document(row) for row in rows]
            if rows and all(listed):
                header = table.find("thead/tr")
                if header is not None:
                    etree.SubElement(header, "th").text = WORDS["status"].in_(self.extension.lang)
                for row, symbol in zip(rows, listed, strict=True):
                    assert symbol is not None, "every row has one"
                    row.append(self._cell(symbol))
                root[place] = block = etree.Element("div", {"class": "status-list"})
                block.append(table)
                block.tail, table.tail = table.tail, None

    def _document(self, row: etree.Element) -> Symbol | None:
        cell = next(iter(row), None)
        text = "".join(cell.itertext()).strip() if cell is not None else ""
        found = list(symbols.find(text))
        if len(found) != 1 or found[0].text != text or self.extension.register.get(found[0].symbol) is None:
            return None
        return found[0].symbol

    def _cell(self, symbol: Symbol) -> etree.Element:
        cell = etree.Element("td")
        status = told(symbol, self.extension.register, self.extension.lang)
        if status is None:
            cell.text = NONE
        else:
            etree.SubElement(cell, "span", {"class": f"status status--{status.kind}"}).text = status.phrase
        return cell
