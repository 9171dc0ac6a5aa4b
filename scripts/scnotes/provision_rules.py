"""What must hold of provisions.yml beyond its schema: one function a rule, each finding at its place."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from typing import TYPE_CHECKING

from scnotes.diagnostics import Diagnostic, Text

if TYPE_CHECKING:
    from scnotes.provisions import Known
    from scnotes.register_rules import Files

Where = list[int | str]
NAME = "provisions"
ADD = Text("在 documents.yml 中为其立一条", "give it a record in documents.yml")


def cited_documents(files: Files) -> Iterator[Diagnostic]:
    """REG006: a document that says so has a record; REG013: and as many paragraphs as the number."""
    records = {document.symbol: document for document in files.documents}
    for key, provision in files.provisions.items():
        for number, cited in enumerate(provision.cites):
            where: Where = [key, "cites", number]
            document = records.get(cited.symbol)
            if document is None:
                message = Text(f"登记册中没有 {cited.symbol}", f"{cited.symbol} is not in the register")
                yield files.at(NAME, [*where, "symbol"], "REG006", message, ADD)
            elif document.paragraphs and isinstance(cited.paragraph, int) and cited.paragraph > document.paragraphs:
                total = document.paragraphs
                message = Text(f"{cited.symbol} 只有 {total} 段", f"{cited.symbol} has {total} paragraphs")
                yield files.at(NAME, [*where, "paragraph"], "REG013", message, Text("核对段号", "check the number"))


def statements_with_sources(files: Files) -> Iterator[Diagnostic]:
    """REG008: a provision, and each thing that is known of it, has a source."""
    hint = Text("在 sources 中注明", "name it in sources")
    for key, provision in files.provisions.items():
        if not provision.sources:
            yield files.at(NAME, [key], "REG008", Text(f"{key} 没有来源", f"{key} has no source"), hint)
        for number, known in enumerate(provision.known):
            if not known.sources:
                message = Text(f"{key} 的 {known.years} 没有来源", f"{known.years} of {key} has no source")
                yield files.at(NAME, [key, "known", number], "REG008", message, hint)


def years_and_days(files: Files) -> Iterator[Diagnostic]:
    """PRV001: years run forwards, a day exists and is in its years, and statements stand in the order of time."""
    for key, provision in files.provisions.items():
        if provision.due[0] > provision.due[1]:
            yield _backwards(files, [key, "due"], f"{provision.due[0]}-{provision.due[1]}")
        before = ""
        for number, known in enumerate(provision.known):
            where: Where = [key, "known", number]
            if not known.span:
                yield _backwards(files, [*where, "years"], known.years)
            if known.date is not None and not _in_its_years(known):
                message = Text(f"{known.date} 不是 {known.years} 的日子", f"{known.date} is no day of {known.years}")
                hint = Text("核对日期和年份", "check the day and the years")
                yield files.at(NAME, [*where, "date"], "PRV001", message, hint)
            time = known.date or known.years
            if time < before[: len(time)]:
                message = Text(f"{time} 应排在前一条之前", f"{time} belongs earlier")
                hint = Text("按时间排列", "put them in the order of time")
                yield files.at(NAME, [*where, "years"], "PRV001", message, hint)
            before = time


def uses(files: Files) -> Iterator[tuple[str, Where, str]]:
    """Each source that is named: the file, where it stands, its key."""
    for key, provision in files.provisions.items():
        for number, source in enumerate(provision.sources):
            yield NAME, [key, "sources", number], source
        for place, known in enumerate(provision.known):
            for number, source in enumerate(known.sources):
                yield NAME, [key, "known", place, "sources", number], source


def _backwards(files: Files, where: Where, years: str) -> Diagnostic:
    message = Text(f"{years} 先后颠倒", f"{years} runs backwards")
    return files.at(NAME, where, "PRV001", message, Text("先写较早的一年", "write the earlier year first"))


def _in_its_years(known: Known) -> bool:
    try:
        return known.date is not None and date.fromisoformat(known.date).year in known.span
    except ValueError:
        return False  # such as 30 February


RULES: tuple[Callable[[Files], Iterator[Diagnostic]], ...] = (cited_documents, statements_with_sources, years_and_days)
