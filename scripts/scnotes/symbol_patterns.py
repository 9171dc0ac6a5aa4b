"""The series of UN document symbols, as data: each with symbols it must match and texts in which it must find nothing.

Sources: the Dag Hammarskjöld Library's guide to document symbols (https://research.un.org/en/docs/symbols) for organs,
components and modifications; the examples are symbols of documents of the series.
"""

from __future__ import annotations

from dataclasses import dataclass

# A component stands between two slashes: CONF.217, SER.B, PC.V; RES, NGO, CHE; 76, 4-5, ES-11.
_DOTTED = r"[A-Z][A-Za-z]{0,11}\.(?:\d+(?:-\d+)?[A-Z]?|[IVX]+|[A-Z])(?![a-z])"
_WORD = r"[A-Z]{1,10}(?:-\d+)?(?![a-z.])|Agenda|Summary|Inf|Res|Dec"
_NUMBER = r"\d{1,5}(?:-\d{1,5})?[A-Z]?"
_BRACKET = r"\s{0,2}\(\s?(?:\d{1,4}|[IVXLC]+)\s?\)"
COMPONENT = rf"(?:(?:{_DOTTED}|{_WORD}|{_NUMBER})(?:{_BRACKET})?)"
# "(Resumption 1)" names a separate record; UN listings also write it without the blank.
RESUMPTION = r"(?:\s{0,2}\(\s?[Rr]esumption\s?\d+\s?\))"
# Possessive and bounded: a symbol has no more than a dozen parts, and a hostile line must not be read twice.
TAIL = rf"(?:/{COMPONENT}){{0,12}}+{RESUMPTION}?"

OTHER_BODIES = [
    "ACABQ",
    "AG",
    "APLC",
    "AT",
    "ATT",
    "BWC",
    "CAC",
    "CAT",
    "CBD",
    "CCD",
    "CCM",
    "CCPR",
    "CCW",
    "CD",
    "CEB",
    "CED",
    "CEDAW",
    "CERD",
    "CES",
    "CICP",
    "CLCS",
    "CMW",
    "COP",
    "CPR",
    "CRC",
    "CRPD",
    "CSD",
    "CTBT",
    "CTOC",
    "DC",
    "DP",
    "EB",
    "ECA",
    "ECE",
    "ECLAC",
    "EP",
    "ESCAP",
    "ESCWA",
    "ENERGY",
    "FCCC",
    "FWCC",
    "GATT",
    "GC",
    "GEO",
    "GOV",
    "HBP",
    "HCR",
    "HRI",
    "HS",
    "HSP",
    "IAEA",
    "ICC",
    "ICCD",
    "ICEF",
    "ICSC",
    "ID",
    "IDB",
    "IMO",
    "INFCIRC",
    "INTLAW",
    "IPBES",
    "ISBA",
    "ITC",
    "JIU",
    "LC",
    "LOS",
    "MP",
    "MSC",
    "NPT",
    "OPCW",
    "PBC",
    "PCNICC",
    "PPD",
    "SAICM",
    "SPLOS",
    "TAD",
    "TD",
    "TIM",
    "TRADE",
    "TRANS",
    "UNA",
    "UNCTAD",
    "UNEP",
    "UNFF",
    "UNFPA",
    "UNITAR",
    "UNODC",
    "UNOPS",
    "UNW",
    "UPR",
    "WFP",
    "WHA",
    "WHC",
    "WIPO",
    "WMO",
    "WSIS",
]


@dataclass(frozen=True, slots=True)
class Pattern:
    """One series. ``head`` is a regular expression for the part that makes the series; the common tail may follow it."""

    name: str
    head: str
    examples: tuple[str, ...]
    counter_examples: tuple[str, ...] = ()


PATTERNS = (
    Pattern(
        "security-council-resolution",
        rf"S/RES/\d{{1,4}}(?:{_BRACKET})?",
        ("S/RES/2378(2017)", "S/RES/15(1946)", "S/RES/1325(2000)"),
        ("S/RES/", "RES/2378"),
    ),
    Pattern(
        "security-council-presidential-statement",
        r"S/PRST/(?:19|20)\d\d/\d{1,4}",
        ("S/PRST/2015/19", "S/PRST/1994/81", "S/PRST/2012/16/Corr.1"),
        ("S/PRST/15",),
    ),
    Pattern(
        "security-council-record",
        rf"S/PV\.\d{{1,5}}{RESUMPTION}?",
        ("S/PV.9079", "S/PV.5968 (Resumption 1)", "S/PV.4072/Corr.1"),
        ("S/PV", "S/PV.x", "EPS/PV.3"),
    ),
    Pattern(
        "security-council-document",
        r"S/(?:19[4-9]|20\d)\d/\d{1,4}",
        ("S/2017/507", "S/1994/99", "S/2019/4/Add.10", "S/2022/88"),
        ("S/2022/06/21/x", "/var/S/2017/507", "docs/zh/S/2022/499.md", "https://undocs.org/en/S/2017/507"),
    ),
    Pattern(
        "security-council-other",
        rf"S/(?:INF|Agenda|AC\.\d+|C\.\d+|CONF\.\d+|SUB|Inf)/{COMPONENT}|S/\d{{2,5}}",
        ("S/INF/63", "S/Agenda/8979", "S/96/Rev.7", "S/26015", "S/AC.37/2004/5", "S/AC.49/2007/12/Add.1"),
        ("S/N 12345", "S/he", "S/M", "S/4HANA", "CAS/12345"),
    ),
    Pattern(
        "general-assembly-resolution",
        rf"A/(?:HRC/|CONF\.\d+/)?(?:RES|DEC)/(?:(?:ES-|S-)?\d{{1,4}}/\d{{1,4}}[A-Z]?|(?:ES-|S-)\d{{1,2}}/\d{{1,3}}|\d{{1,4}}{_BRACKET}[A-Z]?)",
        ("A/RES/76/262", "A/RES/2758(XXVI)", "A/RES/ES-11/1", "A/RES/S-32/1", "A/HRC/RES/43/1", "A/RES/491(V)"),
        ("A/RES/", "A/RES/x/1"),
    ),
    Pattern(
        "general-assembly-document",
        rf"A/(?:\d{{1,3}}|ES-\d{{1,2}}|S-\d{{1,2}}|HRC|INF|BUR|SPC|C\.\d|AC\.\d+|CN\.\d+|CONF\.\d+|WG\.\d+|EQ)/{COMPONENT}"
        r"|A/PV\.\d{1,4}|A/\d{2,5}",
        (
            "A/76/L.52", "A/76/L.52/Add.1", "A/76/PV.69", "A/C.3/78/L.60/Rev.1", "A/HRC/43/71", "A/CONF.217/2013/L.3",
            "A/ES-11/L.1", "A/S-32/2", "A/INF/76/4", "A/64/2", "A/PV.48", "A/AC.105/1", "A/CN.9/1132", "A/31/99",
        ),
        ("A/B", "A/C", "A/V 2", "N/A", "A/B/C", "CPA/64/2"),
    ),
    Pattern(
        "economic-and-social-council",
        rf"E/(?:(?:(?:19[4-9]|20\d)\d|RES/\d{{4}}|DEC/\d{{4}})/{COMPONENT}|(?:CN|C|AC|CONF|SR|ES|WG)\.\d+"
        rf"|(?:ECE|ESCAP|ECA|ECLAC|ESCWA|ICEF|INF|INCB|NGO|CEPAL|PFII)/{COMPONENT}|\d{{3,5}})",
        (
            "E/1978/99", "E/2021/L.22", "E/RES/2021/5", "E/CN.4/Sub.2/1998/14", "E/C.12/GC/25", "E/CN.7/2019/L.2/Rev.1",
            "E/ESCAP/78/1", "E/ICEF/2020/3", "E/CN.6/2021/NGO/12",
        ),
        ("E/M", "km/h", "E/mail"),
    ),
    Pattern(
        "secretariat",
        rf"ST/(?:SGB|AI|IC|LIB|LEG|ESA|DPI|ADM|CS|CTC|GENEVA|CTX|HR|PSCA|SG|STAT|TREE|UNOG|UNOV|IB)/{COMPONENT}",
        ("ST/SGB/1997/1", "ST/AI/2001/5", "ST/LIB/SER.B/5/Rev.5", "ST/IC/2021/3", "ST/ESA/STAT/SER.M/4/Rev.4"),
        ("ST/ELSE", "1ST/2ND"),
    ),
    Pattern(
        "trusteeship-council",
        r"T/(?:PV\.\d+|RES/\d+(?:\s?\([IVXLC]+\))?|COM\.\d+|PET\.\d+|L\.\d+|INF/\d+|\d{2,4})",
        ("T/PV.1704", "T/RES/2200(LXI)", "T/1985"),
        ("T/F", "AT&T/1704x"),
    ),
    Pattern(
        "other-body",
        rf"(?:{'|'.join(OTHER_BODIES)})(?:\.\w{{1,5}})?(?:\(\w{{1,6}}\))?/{COMPONENT}",
        (
            "UNEP/EA.5/Res.14", "CRPD/C/GC/1", "FCCC/CP/2015/10/Add.1", "ISBA/26/C/12", "NPT/CONF.2020/PC.I/1",
            "CEDAW/C/CHE/CO/4-5", "CRC/C/GC/25", "TD/B/68/4", "DP/2020/1", "CD/1234", "JIU/REP/2020/1",
            "ECE/TRANS/WP.29/2020/1", "HRI/GEN/1/Rev.9", "GC.18/Res.1", "ICCD/COP(13)/21/Add.1", "CAC/COSP/2021/5",
        ),
        ("HIV/AIDS", "UNDP/UNFPA", "TCP/IP", "USB/HDMI 2", "CD/DVD", "CO2/capita", "and/or", "he/she", "24/7"),
    ),
)  # fmt: skip

# What no series may find anything in.
NOTHING_IN = (
    "HIV/AIDS",
    "N/A",
    "A/B",
    "24/7",
    "S/N 12345",
    "and/or",
    "12/5/2022",
    "2022/6/21",
    "S/2022/499.md",
    "docs/zh/S/2022/499.md",
    "/var/S/2017/507",
    "https://undocs.org/en/S/2017/507",
    "www.undocs.org/S/2017/507",
    "undocs.org/S/2017/507",
    "https://undocs.org/pdf?symbol=en/S/2017/507",
    "TCP/IP",
    "km/h",
    "c/o A/C 1234",
    "关于HIV/AIDS的报告",
    "每天24/7开放",
    "请回复Y/N。",
)
