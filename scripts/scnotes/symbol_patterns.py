"""The series of UN document symbols, as data: each with symbols it must match and texts in which it must find nothing.

Sources: the Dag Hammarskjöld Library's guide to document symbols (https://research.un.org/en/docs/symbols) for organs,
components and modifications, ST/LIB/SER.B/5/Rev.5 for bodies with series of their own; the examples are symbols of
documents of the series. A series alone (E/CN.4, A/C.3, UNEP/EA) is no document and is not matched.
"""

from __future__ import annotations

from dataclasses import dataclass

from scnotes.symbol_parts import COMPONENT, ROMAN, SESSION

_C = COMPONENT
_YEAR = r"(?:19[4-9]|20\d)\d"
# The letter of a resolution in parts: 235B, 84A-B; "49/75 K" only where punctuation shows that K is no word.
_LETTER = r"(?:[A-Z](?:-[A-Z])?(?![A-Za-z])| [A-Z](?=[,;)\]，；、。]))"
# Records and papers that a body numbers through, without session or year.
_RUNNING = r"(?:PV|SR|WP|INF|CRP|Res|Dec|Misc|L|R|A)\. ?\d{1,5}"


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
        rf"S/RES/\d{{1,4}}(?:\s{{0,2}}\(\s?{_YEAR}\s?\))?",
        ("S/RES/2378(2017)", "S/RES/15(1946)", "S/RES/1325(2000)", "S/RES/1440"),
        ("S/RES/", "RES/2378"),
    ),
    Pattern(
        "security-council-presidential-statement",
        rf"S/PRST/{_YEAR}/\d{{1,4}}",
        ("S/PRST/2015/19", "S/PRST/1994/81", "S/PRST/2012/16/Corr.1"),
        ("S/PRST/15",),
    ),
    Pattern(
        "security-council-record",
        r"S/(?:PV|pv)\. ?\d{1,6}",
        ("S/PV.9079", "S/PV.5968 (Resumption 1)", "S/PV.4072/Corr.1", "S/PV.7060 (Resumption 1)/Corr.1"),
        ("S/PV", "S/PV.x", "EPS/PV.3"),
    ),
    Pattern(
        "security-council-document",
        rf"S/{_YEAR}/\d{{1,4}}",
        ("S/2017/507", "S/1994/99", "S/2019/4/Add.10", "S/2022/88"),
        ("S/2022/06/21/x", "/var/S/2017/507", "docs/zh/S/2022/499.md", "https://undocs.org/en/S/2017/507"),
    ),
    Pattern(
        "security-council-other",
        rf"S/(?:INF|Agenda|AGENDA|AC\.\d+|C\.\d+|CONF\.\d+|SUB|Inf|NC)/{_C}|(?<!IBM )S/\d{{2,5}}",
        ("S/INF/63", "S/Agenda/8979", "S/96/Rev.7", "S/26015", "S/AC.37/2004/5", "S/AC.49/2007/12/Add.1", "S/AC.26/Dec.258"),
        ("S/N 12345", "S/he", "S/M", "S/4HANA", "CAS/12345", "IBM S/390", "S/AC.37"),
    ),
    Pattern(
        "general-assembly-resolution",
        rf"A/(?:RES|DEC)/(?:(?:ES-|S-)?\d{{1,3}}/\d{{1,4}}{_LETTER}?"
        rf"|\d{{1,4}}(?: ?[A-Z])? {{0,2}}\( ?{SESSION} ?\)(?:\[[A-Z]\]|[A-Z](?:-[A-Z])?(?![A-Za-z]))?)"
        rf"|A/HRC/(?:RES|DEC|PRST)/(?:OS/|OM/)?(?:S-)?\d{{1,3}}/\d{{1,3}}|A/CONF\.\d+/RES/\d{{1,3}}",
        (
            "A/RES/76/262", "A/RES/2758(XXVI)", "A/RES/ES-11/1", "A/RES/S-32/1", "A/HRC/RES/43/1", "A/RES/491(V)",
            "A/RES/76/235B", "A/RES/76/84A-B", "A/RES/3201(S-VI)", "A/RES/997(ES-I)", "A/RES/217(III)A", "A/HRC/PRST/OS/12/1",
        ),
        ("A/RES/", "A/RES/x/1"),
    ),
    Pattern(
        "general-assembly-document",
        rf"A/(?:\d{{1,3}}|ES-\d{{1,2}}|S-\d{{1,2}}|HRC|INF|BUR|SPC|EQ|(?:C|AC|CN|CONF|WG)\.\d+)/{_C}"
        r"|A/(?:PV|pv|SR|L|BUR)\. ?\d{1,4}|A/\d{3,5}",
        (
            "A/76/L.52", "A/76/L.52/Add.1", "A/76/PV.69", "A/C.3/78/L.60/Rev.1", "A/HRC/43/71", "A/CONF.217/2013/L.3",
            "A/ES-11/L.1", "A/S-32/2", "A/INF/76/4", "A/64/2", "A/PV.48", "A/AC.105/1", "A/CN.9/1132", "A/31/99", "A/L.632",
            "A/C.6/SR.1000", "A/520/Rev.20", "A/75/5 (Vol. I)", "A/AC.237/18 (Part II)/Add.1", "A/76/6 (Sect. 2)",
            "A/CN.9/WG.III/WP.149", "A/HRC/WG.6/2/CHE/1",
        ),
        ("A/B", "A/C", "A/V 2", "N/A", "A/B/C", "CPA/64/2", "A/H1N1", "A/Vietnam/1203/2004", "A/C.3", "A/76", "IT-04-74-A/234"),
    ),
    Pattern(
        "economic-and-social-council",
        rf"E/RES/\d{{1,4}} {{0,2}}\( ?{ROMAN} ?\)|E/(?:SR|L)\. ?\d{{1,5}}|E/NL\.\d{{4}}/{_C}|E/\d{{3,5}}"
        rf"|E/(?:{_YEAR}|RES|DEC|(?:CN|C|AC|CONF|WG)\.\d+|ECE|ESCAP|ECA|ECLAC|ESCWA|ECWA|ICEF|INF|INCB|NGO|CEPAL|PFII|PC)/{_C}",
        (
            "E/1978/99", "E/2021/L.22", "E/RES/2021/5", "E/CN.4/Sub.2/1998/14", "E/C.12/GC/25", "E/CN.7/2019/L.2/Rev.1",
            "E/ESCAP/78/1", "E/ICEF/2020/3", "E/CN.6/2021/NGO/12", "E/RES/1503(XLVIII)", "E/SR.1847", "E/5715/Rev.2",
            "E/ESCWA/RES/214(XIX)", "E/ECE/TRANS/505/Rev.3/Add.156/Amend.4", "E/CN.9/2010/4",
        ),
        ("E/M", "km/h", "E/mail", "E/CN.4", "E/ECE"),
    ),
    Pattern(
        "secretariat",
        rf"ST/[A-Z]{{2,9}}(?:\.\d+)?/{_C}",
        (
            "ST/SGB/1997/1", "ST/AI/2001/5", "ST/LIB/SER.B/5/Rev.5", "ST/IC/2021/3", "ST/ESA/STAT/SER.M/4/Rev.4",
            "ST/SG/AC.10/1/Rev.21", "ST/IC/Geneva/2020/1", "ST/LIB/SER.B/S.22",
        ),
        ("ST/ELSE", "1ST/2ND", "ST/AI"),
    ),
    Pattern(
        "trusteeship-council",
        rf"T/(?:(?:PV|SR|L|COM|PET|Pet|OBS|C|AC)\. ?\d+|RES/\d+(?: {{0,2}}\({ROMAN}\))?|INF/\d+|\d{{3,4}})",
        ("T/PV.1704", "T/RES/2200(LXI)", "T/1985", "T/COM.10/L.50", "T/AC.36/L.23"),
        ("T/F", "AT&T/1704x", "GB/T 7714-2015"),
    ),
    Pattern(
        "human-rights-treaty-body",
        rf"(?:CCPR|CEDAW|CERD|CRC|CRPD|CAT|CMW|CED)/(?:C|CO|OP|SP|GC|CSP|PSWG|MSP)/{_C}|HRI/[A-Z]{{2,4}}/{_C}",
        (
            "CRPD/C/GC/1", "CEDAW/C/CHE/CO/4-5", "CRC/C/GC/25", "HRI/GEN/1/Rev.9", "CCPR/C/81/D/1011/2001", "CCPR/CO/72/PRK",
            "CEDAW/C/SR(770.B)", "CEDAW/C/2009/WP.1/R", "CAT/OP/PRY/1", "CERD/C/304/Add.88", "CRC/GC/2003/5", "HRI/GEN/1/Rev.9 (Vol. I)",
        ),
        ("CRC/16", "CAT/6", "CRC-32", "CEDAW/C"),
    ),
    Pattern(
        "disarmament",
        rf"CD/(?:\d{{2,4}}|\d(?=/Rev)|{_RUNNING}|[A-Z]{{2,3}}/{_RUNNING})|(?:CCD|ENDC)/(?:PV\.)?\d{{1,4}}|CCM/\d{{2,3}}"
        rf"|(?:BWC|CCW|NPT|APLC|CCM|TPNW|CTBT)/{_C}/{_C}|INFCIRC/\d{{1,4}}|GOV/(?:{_YEAR}/|INF/{_YEAR}/|OR\.)\d{{1,4}}"
        rf"|GC\((?:\d{{1,2}}|{ROMAN})\)/{_C}|UNIDIR/{_YEAR}/\d{{1,2}}",
        (
            "CD/1234", "CD/8/Rev.9", "CD/PV.1097", "CD/NTB/WP.330/Rev.2", "NPT/CONF.2020/PC.I/1", "NPT/CONF.2010/50 (Vol. I)",
            "BWC/CONF.VII/7", "CCW/GGE.1/2019/3", "INFCIRC/225/Rev.5", "GOV/2011/65", "GC(57)/RES/9", "APLC/MSP.6/2005/INF.1",
            "BWC/AD HOC GROUP/56-1", "TPNW/MSP/2022/INF/1",
        ),
        ("CD/DVD", "CD/DVD 2", "CD/MP3", "NPT/conf.gro", "NPT/IAEA", "BWC/CWC", "NPT/CONF.2020"),
    ),
    Pattern(
        "environment",
        rf"(?:UNEP(?:\([A-Z]{{2,5}}\))?|CBD|FCCC|SAICM|HSP)/{_C}/{_C}|FCCC/IDR\.\d+|IPBES/\d{{1,2}}/{_C}|HS/(?:C|GC)/{_C}"
        rf"|ICCD/[A-Z]{{2,4}}\((?:S-)?\d{{1,2}}\)/{_C}|UNEP/(?:EA|GC|GCSS)\.[IVX\d]{{1,5}}/{_C}",
        (
            "UNEP/EA.5/Res.14", "FCCC/CP/2015/10/Add.1", "ICCD/COP(13)/21/Add.1", "UNEP/OzL.Pro/ExCom/97/8", "UNEP/CBD/COP/DEC/X/1",
            "UNEP/GCSS.VIII/8", "CBD/WG2020/3/3", "FCCC/ARR/2010/AUS", "HSP/GC/24/7", "IPBES/7/10/Add.1", "UNEP(DEPI)/MED IG.19/8",
            "UNEP/FAO/CHW/RC/POPS/JWG.2/INF/8",
        ),
        ("UNEP/CBD/IUCN", "FAO/IPCC/UNEP/CBD/IUCN", "UNEP/GEF", "UNFCCC/2020", "UNEP/2020"),
    ),
    Pattern(
        "sea-and-courts",
        rf"(?:ISBA|LOS|PCNICC|ICC-ASP)/{_C}/{_C}|LOS/PCN/\d+|(?:SPLOS|CLCS)/(?:\d{{1,3}}|L\.\d+|CSP/\d+)|PCNICC/L\.\d+|RC/Res\.\d+",
        ("ISBA/26/C/12", "SPLOS/64", "CLCS/11/Rev.1", "PCNICC/2000/WGRPE(7)/DP.1", "ICC-ASP/18/Res.5", "LOS/PCN/SCN.1/WP.16"),
        ("ICC/2020", "ICC-01/04-02/06", "ISBA/26"),
    ),
    Pattern(
        "trade-and-development",
        rf"TD(?:\({ROMAN}\)|/B(?:\((?:S-)?{ROMAN}\))?|/(?:[A-Z]{{3,10}}|CODE TOT))/{_C}|TD/(?:\d{{3}}|{_RUNNING})|TD/[A-Z]{{3,8}}\.\d+/{_C}"
        rf"|UNCTAD/(?:[A-Z]{{2,6}}/){{1,4}}+{_C}|ITC/[A-Z]{{1,2}}\({ROMAN}\)/{_C}",
        (
            "TD/B/68/4", "TD/B/C.I/MEM.2/67", "TD/B/WP(XXXV)/Misc.1/Rev.1", "TD/B(S-XXXI)/1", "TD/B/EX(70)/R.1", "TD(XI)/PC/1",
            "TD/410", "TD/L.368", "UNCTAD/DITC/TED/2015/6", "UNCTAD/LDC/2020", "ITC/AG(XLIII)/230",
        ),
        ("UNCTAD/2020", "UNCTAD/WTO", "ITC/UNCTAD/WTO", "TD/B"),
    ),
    Pattern(
        "funds-and-system",
        rf"DP(?:-FPA)?/(?:{_YEAR}/|[A-Z]{{2,4}}(?:-[A-Z]{{3,4}}){{0,4}}/(?:[A-Z]{{3}}/){{0,2}}){_C}|DP/(?:\d{{2,3}}|PROJECTS/REC/\d+|{_RUNNING})"
        rf"|(?:UNW|ICEF|CEB|ACC)/{_YEAR}/{_C}|WFP/EB\.[A\d]/{_C}/{_C}|JIU/(?:[A-Z]{{2,4}}/\d{{2,4}}/\d{{1,3}}|A\.\d+)|ICSC/\d{{1,3}}/{_C}"
        rf"|(?:IDB|GC|PBC)\.(?:S\.)?\d{{1,2}}/{_C}|ID/(?:B|(?:WG|CONF)\.\d+)/{_C}|ID/\d{{3}}|PBC/\d{{1,2}}/[A-Z]{{2,3}}/{_C}"
        rf"|AT/DEC/\d+|(?:UNITAR|UNOPS)/{_C}/{_C}|EC/(?:\d{{2,4}}/{_C}/{_C}|SCP/\d{{1,3}})|HCR/[A-Z]{{2,4}}/{_C}/{_C}",
        (
            "DP/2020/1", "DP/FPA/2018/1", "DP/FPA-ICEF-UNW/2018/1", "UNW/2014/1", "WFP/EB.A/2019/6-A/1", "JIU/REP/2020/1",
            "ICSC/80/R.4", "CEB/2010/HLCP-XX/CRP.4", "GC.18/Res.1", "IDB.46/11", "ID/B/123", "PBC/6/OC/7", "EC/54/SC/CRP.4",
        ),
        ("UNDP/UNFPA", "ID/Passport", "ID/12345678", "PBC/2", "GC/MS 5", "DC/AC 12", "DP/1"),
    ),
    Pattern(
        "crime-and-drugs",
        rf"(?:CTOC/COP|CAC/COSP|UNODC/[A-Z]{{3,6}})/{_C}/{_C}",
        ("CAC/COSP/2021/5", "CTOC/COP/2010/17", "CAC/COSP/IRG/II/2/1/Add.5", "UNODC/HONLAF/2010/5"),
        ("UNODC/WHO", "CAC/COSP"),
    ),
    Pattern(
        "regional-commissions",
        rf"(?:ECE|TRANS|TRADE|ENERGY|TIM|HBP|CEP|CES|ENVWA|AGRI|ECA|ESCAP|ESCWA|(?:ECE/)?(?:MP\.[A-Z]{{2,5}}|EB\.AIR|CP\.TEIA))/{_C}/{_C}"
        rf"|ECE/(?:MP\.[A-Z]{{2,5}}|EB\.AIR)/\d+|TRADE/R\.\d+|LC/(?:[A-Z]{{2,5}}/)?[A-Z]{{1,4}}\.\d{{1,4}}(?:-P)?(?:\([A-Z]{{2,5}}\.\d{{1,3}}/\d{{1,3}}\))?",
        (
            "ECE/TRANS/WP.29/2020/1", "ECE/TRANS/352", "ECE/MP.EIA/8", "ECE/EB.AIR/WG.5/2010/4", "TRANS/WP.15/AC.1/2004/1",
            "MP.PP/WG.1/2003/1", "CES/2005/3", "LC/G.2681-P/Rev.3", "LC/L.3456(PLEN.20/3)", "LC/CAR/L.321", "LC/PUB.2019/17-P",
        ),
        ("ECE/FAO", "LC/MS", "LC/MS/MS", "UNECE/TRANS/WP.29/78", "H.264/AAC-LC/G.711", "lc/g.c"),
    ),
    Pattern(
        "other-body",
        rf"WIPO/{_C}/{_C}|WSIS-\d\d/{_C}/{_C}|WFC/{_YEAR}/{_C}|(?:UNMIK|UNTAET)/[A-Z]{{2,4}}/{_YEAR}/\d{{1,3}}|UNDT/{_YEAR}/\d{{1,3}}",
        ("WIPO/GRTKF/IC/39/4", "WSIS-05/TUNIS/DOC/7", "UNMIK/REG/1999/1", "WFC/1985/1"),
        ("HIV/AIDS", "TCP/IP", "USB/HDMI 2", "CO2/capita", "and/or", "he/she", "24/7", "AES/CBC/PKCS5", "WIPO/WTO"),
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
    "ISO/IEC 27001",
    "GB/T 7714—2015",
    "SC/14911",
    "ICC-01/04-02/06",
    "A/California/07/2009(H1N1)",
    "+41 22 917 1502",
    "application/json",
    "关于HIV/AIDS的报告",
    "每天24/7开放",
    "请回复Y/N。",
    "第A/C.3委员会",
    "第76/262号决议",
    "分数3/4、5/6",
    "联合国新闻稿 SC/12680",
)
