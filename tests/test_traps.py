"""The ten traps in which editors have been caught: each holds in both languages, and a slip into it would be noticed."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from scnotes.corpus import Corpus
from scnotes.diagnostics import LANGS, Lang
from scnotes.page import Page
from scnotes.provisions import LETTER, basis
from scnotes.register import Document, Register
from scnotes.symbols import parse
from scnotes.views import compose

ROOT = Path(__file__).resolve().parent.parent
LETTER_PAGE = f"{LETTER}.md"
SUPERSEDED = {
    "S/2017/507",
    *(f"S/2019/{number}" for number in range(990, 998)),
    *(f"S/2021/{number}" for number in range(645, 649)),
    "S/2023/612", "S/2023/615", "S/2023/945",
}  # fmt: skip
# The page and the register are kept with the text, so that no other object gets their ids.
_composed: dict[tuple[int, int], tuple[Page, Register, str]] = {}
MISPRINT = re.compile("误印|misprint")


@pytest.fixture(scope="module")
def corpus() -> Corpus:
    return Corpus.load(ROOT)


def lines(corpus: Corpus) -> Iterator[tuple[Lang, str, str]]:
    """Every line that readers see on our pages, with what is made of the register, but for the letter's own words.

    The words of the letter stand on its own page, and on the pages of the documents that it cites as a quotation. The
    page of the terms lists words and says nothing with them.
    """
    for (lang, path), page in corpus.pages.items():
        if path == "terms.md":
            continue
        letter = corpus.pages[lang, LETTER_PAGE]
        quoted = [letter.prose(block) for block in letter.blocks]
        yield from ((lang, path, note.text) for note in page.front.notes)
        for line in _text(corpus, lang, path).replace("<br>", "\n").splitlines():
            words = re.sub(r"<[^>]+>", " ", line).strip(" -#*>")
            if words and not any(words in each for each in quoted):
                yield lang, path, line


def said(corpus: Corpus, wrong: str, unless: str, only: str = "") -> list[str]:
    """The lines that say what is wrong without what makes it right: three patterns, the last for lines that matter."""
    return [
        f"{lang} {path}: {line}"
        for lang, path, line in lines(corpus)
        if re.search(wrong, line, re.IGNORECASE)
        and re.search(only, line, re.IGNORECASE)
        and not re.search(unless, line, re.IGNORECASE)
    ]


def noted(corpus: Corpus, at: str, on: dict[Lang, str], text: str) -> list[str]:
    """Complaints about an editor's note that the letter lacks, in each language."""
    missing = []
    for lang in LANGS:
        notes = corpus.pages[lang, LETTER_PAGE].front.notes
        if not any(note.at == at and note.on == on[lang] and re.search(text, note.text) for note in notes):
            missing.append(f"{lang}: no note at {at} on {on[lang]}")
    return missing


def lacking(corpus: Corpus, path: str, zh: str, en: str) -> list[str]:
    """Complaints about a page that does not say something, in each language."""
    wanted = {"zh": zh, "en": en}
    return [f"{lang} {path}: {wanted[lang]}" for lang in LANGS if wanted[lang] not in _text(corpus, lang, path)]


def _text(corpus: Corpus, lang: Lang, path: str) -> str:
    """A page as composed; kept, because a slip changes one page or the register and leaves the rest as it is."""
    page = corpus.pages[lang, path]
    key = (id(page), id(corpus.register))
    if key not in _composed:
        _composed[key] = (page, corpus.register, compose(page.body, page, corpus))
    return _composed[key][2]


def record(corpus: Corpus, symbol: str) -> Document:
    document = corpus.register.get(parse(symbol))
    assert document is not None
    return document


def unless(true: bool, complaint: str) -> list[str]:
    return [] if true else [complaint]


# ---- slips: what an editor could write


Slip = Callable[[Corpus], Corpus]


def write(path: str, old: dict[Lang, str], new: dict[Lang, str]) -> list[Slip]:
    """Two slips, one a language: words of a page changed, or with empty ``old`` a paragraph added."""

    def slip(lang: Lang) -> Slip:
        def slipped(corpus: Corpus) -> Corpus:
            page = corpus.pages[lang, path]
            assert old[lang] in page.text, (path, old[lang])
            text = page.text.replace(old[lang], new[lang]) if old[lang] else f"{page.text}\n\n{new[lang]}\n"
            return replace(corpus, pages=corpus.pages | {(lang, path): replace(page, text=text)})

        return slipped

    return [slip(lang) for lang in LANGS]


def unnoted(at: str) -> list[Slip]:
    """Two slips, one a language: the letter loses its notes at a paragraph."""

    def slip(lang: Lang) -> Slip:
        def slipped(corpus: Corpus) -> Corpus:
            page = corpus.pages[lang, LETTER_PAGE]
            notes = tuple(note for note in page.front.notes if note.at != at)
            front = page.front.model_copy(update={"notes": notes})
            return replace(corpus, pages=corpus.pages | {(lang, LETTER_PAGE): replace(page, front=front)})

        return slipped

    return [slip(lang) for lang in LANGS]


def registered(symbol: str, **facts: object) -> Slip:
    """A slip in the register."""

    def slipped(corpus: Corpus) -> Corpus:
        document = record(corpus, symbol).model_copy(update=facts)
        documents = corpus.register.documents | {parse(symbol): document}
        return replace(corpus, register=replace(corpus.register, documents=documents))

    return slipped


def digested(symbol: str, para: int, old: dict[Lang, str], new: dict[Lang, str]) -> list[Slip]:
    """Two slips, one a language: words of the gist of a paragraph changed."""

    def slip(lang: Lang) -> Slip:
        def slipped(corpus: Corpus) -> Corpus:
            entries = list(corpus.register.digests[parse(symbol)])
            index = next(number for number, each in enumerate(entries) if each.para == para)
            said = getattr(entries[index].gist, lang)
            assert old[lang] in said, (symbol, para, old[lang])
            gist = entries[index].gist.model_copy(update={lang: said.replace(old[lang], new[lang])})
            entries[index] = entries[index].model_copy(update={"gist": gist})
            digests = corpus.register.digests | {parse(symbol): tuple(entries)}
            return replace(corpus, register=replace(corpus.register, digests=digests))

        return slipped

    return [slip(lang) for lang in LANGS]


def assert_trap(corpus: Corpus, faults: Callable[[Corpus], list[str]], slips: list[Slip]) -> None:
    """Nobody has fallen into it, and each slip would be noticed."""
    assert faults(corpus) == []
    for number, slip in enumerate(slips):
        assert faults(slip(corpus)), f"slip {number} is not noticed"


NOTHING: dict[Lang, str] = {"zh": "", "en": ""}


# ---- the traps


def test_trap_1_annual_since_2010_is_the_letters_claim_and_2017_had_none(corpus):
    def faults(corpus: Corpus) -> list[str]:
        yearly = "2010年.{0,8}每年|每年.{0,30}自2010年|since 2010.{0,60}(?:year|annual)|(?:every|each) year.{0,40}(?:since|from) 2010"
        (claim,) = (each for each in corpus.register.provisions["annual-open-debate"].known if each.span.start == 2010)
        return [
            *said(corpus, yearly, r"(?<!/)2017(?!/)"),
            *noted(corpus, "p10", {"zh": "自2010年以来", "en": "Since 2010"}, "2017"),
            *unless(basis(claim.sources) == "claim", "the provisions give the claim as a fact"),
        ]

    new = {
        "zh": "安理会自2010年以来每年都举行这种辩论。",
        "en": "The Council has held such debates since 2010, every year.",
    }
    assert_trap(corpus, faults, [*write("index.md", NOTHING, new), *unnoted("p10")])


def test_trap_2_ten_working_days(corpus):
    def faults(corpus: Corpus) -> list[str]:
        return [
            *said(corpus, r"(?:10|十)\s*(?:天|日内)|\b(?:10|ten) days", "工作日|working days"),
            *noted(corpus, "p15", {"zh": "10天内", "en": "within 10 days"}, "10个工作日|10 working days"),
            *lacking(corpus, "A/RES/76/262.md", "10个工作日内", "within 10 working days"),
        ]

    old = {"zh": "10个工作日内", "en": "within 10 working days"}
    new = {"zh": "10天内", "en": "within 10 days"}
    slips = [*digested("A/RES/76/262", 1, old, new), *write("S/PV.9048.md", old, new), *unnoted("p15")]
    assert_trap(corpus, faults, slips)


def test_trap_3_without_a_vote_is_not_unanimously(corpus):
    def faults(corpus: Corpus) -> list[str]:
        return [
            *said(corpus, "一致通过|unanimous", "未经表决|without a vote"),
            *noted(corpus, "p15", {"zh": "一致通过", "en": "adopted unanimously"}, "未经表决|without a vote"),
            *lacking(corpus, "A/RES/76/262.md", "未经表决通过了这项决议", "without a vote"),
        ]

    old = {"zh": "未经表决通过了这项决议", "en": "without a vote"}
    new = {"zh": "一致通过了这项决议", "en": "unanimously"}
    assert_trap(corpus, faults, [*write("A/RES/76/262.md", old, new), *unnoted("p15")])


def test_trap_4_s_2021_1074_was_not_superseded(corpus):
    def faults(corpus: Corpus) -> list[str]:
        ours, theirs = parse("S/2021/1074"), record(corpus, "S/2024/507")
        return [
            *unless(set(theirs.supersedes) == SUPERSEDED, "S/2024/507 supersedes other notes than the sixteen"),
            *unless(corpus.register.status(ours).kind == "standing", "S/2021/1074 does not stand"),
            *lacking(corpus, "S/2024/507.md", "S/2021/1074不在其中", "S/2021/1074 is not among them"),
            *lacking(corpus, "S/2021/1074.md", "status--standing", "status--standing"),
        ]

    text = {"zh": "S/2021/1074不在其中", "en": "S/2021/1074 is not among them"}
    slips = [
        registered("S/2024/507", supersedes=(*record(corpus, "S/2024/507").supersedes, "S/2021/1074")),
        registered("S/2024/507", supersedes=record(corpus, "S/2024/507").supersedes[:-1]),
        registered("S/2021/1074", standing=None),
        *write("S/2024/507.md", text, {"zh": "S/2021/1074也在其中", "en": "S/2021/1074 is among them"}),
    ]
    assert_trap(corpus, faults, slips)


def test_trap_5_s_2021_1074_is_dated_22_december_2021(corpus):
    def faults(corpus: Corpus) -> list[str]:
        return [
            *unless(record(corpus, "S/2021/1074").date == "2021-12-22", "the register has another date"),
            *said(corpus, "12月21日|21 December", "12月21日通过|adopted", "2021|1074"),
            *lacking(corpus, "S/2021/1074.md", "2021年12月22日", "dated 22 December 2021"),
        ]

    old, new = {"zh": "2021年12月22日", "en": "dated 22 December"}, {"zh": "2021年12月21日", "en": "dated 21 December"}
    slips = [registered("S/2021/1074", date="2021-12-21"), *write("S/2021/1074.md", old, new)]
    assert_trap(corpus, faults, slips)


def test_trap_6_the_date_of_s_2010_507_and_that_sources_differ(corpus):
    def faults(corpus: Corpus) -> list[str]:
        note = record(corpus, "S/2010/507")
        remarks = [remark for remark in note.remarks if "7月26日" in remark.zh and "7月27日" in remark.zh]
        return [
            *unless(note.date == "2010-07-26", "the register has another date"),
            *unless(
                bool(remarks) and all("26 July" in each.en and "27 July" in each.en for each in remarks), "no remark"
            ),
            *said(corpus, "2010年7月27日|27 July 2010", "2010年7月26日|26 July 2010"),
            *lacking(corpus, "S/2010/507.md", "关于日期，各处说法不一", "Sources differ on its date"),
        ]

    old = {"zh": "多数来源作2010年7月26日；", "en": "Most give 26 July 2010; "}
    slips = [
        registered("S/2010/507", date="2010-07-27"),
        registered("S/2010/507", remarks=()),
        *write("S/2010/507.md", old, NOTHING),
    ]
    assert_trap(corpus, faults, slips)


def test_trap_7_s_2023_945_is_about_penholding(corpus):
    def faults(corpus: Corpus) -> list[str]:
        subject = record(corpus, "S/2023/945").subject
        return [
            *unless("执笔" in subject.zh and "enholding" in subject.en, "the register has another subject"),
            *lacking(corpus, "S/2023/945.md", "S/2023/945项下重复了", "repeats under S/2023/945 the description"),
            *lacking(corpus, "S/2023/945.md", "# S/2023/945：执笔事宜", "# S/2023/945: penholding"),
            *said(corpus, "应急|contingency|轮值主席国承担", "执笔|penhold|612|615", "S/2023/945"),
        ]

    wrong = {
        "zh": "S/2023/945规定了主席未能任命时的应急措施。",
        "en": "S/2023/945 has a contingency measure for Chairs.",
    }
    slips = [
        registered("S/2023/945", subject=record(corpus, "S/2023/615").subject),
        *write("guide.md", NOTHING, wrong),
        *write("S/2023/945.md", {"zh": "重复了", "en": "repeats"}, {"zh": "列出了", "en": "gives"}),
    ]
    assert_trap(corpus, faults, slips)


def test_trap_8_the_draft_of_76_262_is_a_76_l_52(corpus):
    def faults(corpus: Corpus) -> list[str]:
        remarks = [both for each in corpus.register for both in each.remarks if "A/77/L.52" in both.zh + both.en]
        return [
            *said(corpus, r"A/77/L\.52", MISPRINT.pattern),
            *unless(corpus.register.get(parse("A/77/L.52")) is None, "A/77/L.52 has a record"),
            *unless(corpus.register.get(parse("A/76/L.52")) is not None, "A/76/L.52 has no record"),
            *unless(all(MISPRINT.search(each.zh) and MISPRINT.search(each.en) for each in remarks), "as a fact"),
            *unless(len(remarks) == 1, "the misprint is not noted"),
        ]

    wrong = {"zh": "草案为A/77/L.52。", "en": "The draft is A/77/L.52."}
    slips = [*write("A/RES/76/262.md", NOTHING, wrong), registered("A/76/L.52", remarks=())]
    assert_trap(corpus, faults, slips)


def test_trap_9_the_debate_of_5_september_2023_is_s_pv_9410(corpus):
    def faults(corpus: Corpus) -> list[str]:
        (remark,) = record(corpus, "S/PV.9410").remarks or (None,)
        return [
            *unless(record(corpus, "S/PV.9410").date == "2023-09-05", "the register has another date"),
            *unless(remark is not None and "9401" in remark.zh and "9401" in remark.en, "the slip 9401 is not noted"),
            *unless(corpus.register.get(parse("S/PV.9401")) is None, "S/PV.9401 has a record"),
            *said(corpus, "9401", MISPRINT.pattern),
            *said(corpus, "2023年9月5日|5 September 2023", r"S/PV\.9410", r"S/PV\.\d"),
        ]

    old, new = {lang: "S/PV.9410" for lang in LANGS}, {lang: "S/PV.9401" for lang in LANGS}
    slips = [*write("S/PV.9079.md", old, new), *write("guide.md", old, new), registered("S/PV.9410", remarks=())]
    assert_trap(corpus, faults, slips)


def test_trap_10_the_debate_of_6_june_2019_is_s_pv_8539(corpus):
    def faults(corpus: Corpus) -> list[str]:
        dated = {each.symbol for each in corpus.register if each.date == "2019-06-06"}
        return [
            *unless(dated == {"S/PV.8539"}, "the register has another record of that day"),
            *unless(corpus.register.get(parse("S/PV.8550")) is None, "S/PV.8550 has a record"),
            *said(corpus, "8550", r"(?!)"),
            *unless("8550" not in "".join(str(each) for each in corpus.register), "8550 is in the register"),
        ]

    wrong = {"zh": "2019年6月6日的记录为S/PV.8550。", "en": "The record of 6 June 2019 is S/PV.8550."}
    remark = {"zh": "即第8550次会议。", "en": "That is the 8550th meeting."}
    slips = [
        *write("corpus.md", NOTHING, wrong),
        registered("S/PV.8539", date="2019-06-05"),
        registered("S/PV.8539", remarks=(type(record(corpus, "S/PV.9410").remarks[0])(**remark),)),
    ]
    assert_trap(corpus, faults, slips)
