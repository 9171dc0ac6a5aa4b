"""Ready references after the Chinese standard GB/T 7714—2015, for both languages' texts."""

from __future__ import annotations

from scnotes.bibliography.citable import Citable
from scnotes.bibliography.footnotes import pin


def gbt(item: Citable) -> str:
    """联合国安全理事会. 安全理事会主席的说明: S/2017/507[R/OL]. 第94段(2017-08-30). https://undocs.org/zh/S/2017/507.

    The order and the signs are those of the standard for electronic resources: responsible body, title, other
    information on the title (the symbol, as the standard puts the number of an official paper), type and carrier, place
    cited, date, path. Place and name of a publisher may be left out of an electronic resource.

    The type is R, a report of an institution, as in the standard's example of a centre's report on line. Z (other) is for
    what fits no type, EB for notices, A, which its example of a city's circular has, for archives. And R is what a
    reference manager gives to our files, whose type is "report" for want of one for UN documents. The carrier is OL, on line.

    The day on which a reader looked is not known when the page is made and is no fact of the document, so the brackets
    for it, which would follow the date, are left out for the reader to add. A date of which the register knows only the
    year or month is given as such; where it knows none, the round brackets go too.
    """
    date = "-".join(f"{part:02}" for part in item.date)
    where = pin(item)
    where = where[:1].upper() + where[1:] + (f"({date})" if date else "")
    parts = [item.author, f"{item.title}: {item.document.symbol}[R/OL]", where, item.url]
    return ". ".join(filter(None, parts)) + "."
