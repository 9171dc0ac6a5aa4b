"""The words that generated parts of a page use, in both languages; terms follow the UN's usage."""

from __future__ import annotations

from scnotes.diagnostics import Lang, Text

LANGUAGES = {
    "ar": "العربية",
    "zh": "中文",
    "en": "English",
    "fr": "Français",
    "ru": "Русский",
    "es": "Español",
}

# What a page of each language says its language is (BCP 47).
TAGS = {"zh": "zh-Hans", "en": "en"}

TYPES = {
    "note": Text("安全理事会主席的说明", "Note by the President of the Security Council"),
    "letter": Text("信函", "Letter"),
    "resolution": Text("决议", "Resolution"),
    "draft-resolution": Text("决议草案", "Draft resolution"),
    "presidential-statement": Text("主席声明", "Statement by the President of the Security Council"),
    "meeting-record": Text("逐字记录", "Verbatim record"),
    "report": Text("报告", "Report"),
    "rules": Text("暂行议事规则", "Provisional rules of procedure"),
    "index": Text("索引", "Index"),
    "decision": Text("决定", "Decision"),
    "administrative-issuance": Text("行政文件", "Administrative issuance"),
}

BODIES = {
    "security-council": Text("安全理事会", "Security Council"),
    "general-assembly": Text("大会", "General Assembly"),
    "secretariat": Text("秘书处", "Secretariat"),
}

WORDS = {
    "card": Text("文件资料", "About this document"),
    "symbol": Text("文号", "Symbol"),
    "type": Text("类型", "Type"),
    "body": Text("机关", "Body"),
    "date": Text("日期", "Date"),
    "title": Text("正式标题", "Official title"),
    "subject": Text("主题", "Subject"),
    "paragraphs": Text("执行部分段数", "Operative paragraphs"),
    "status": Text("效力", "Status"),
    "status_source": Text("依据", "Source"),
    "languages": Text("正式文本", "Official text"),
    "remarks": Text("注意", "Note"),
    "unknown": Text("所见来源未载", "not stated in the sources seen"),
    "derived": Text("推算", "derived"),
    "single": Text("仅有一个来源", "one source only"),
    "digest": Text("按段摘要", "Paragraph by paragraph"),
    "cited_by": Text("引用本文件的段落", "Paragraphs that cite it"),
    "paragraph_cited_by": Text("引用本段之处：", "Cited in:"),
    "lineage": Text("沿革", "Lineage"),
    "sources": Text("来源", "Sources"),
    "last_proved": Text("最近查证：", "Last verified on "),
    "more_sources": Text("其他来源", "further sources"),
    "official": Text("联合国", "United Nations"),
    "unofficial_source": Text("非官方", "not official"),
    "editor_note": Text("编者注", "Editor’s note"),
    "read": Text("依据：已读该段文字", "Basis: the paragraph’s text was read"),
    "reported": Text("依据：来源转述，未读该段原文", "Basis: reported by a source; the paragraph itself was not read"),
    "partial": Text("(部分)", " (in part)"),
    "subject_only": Text("(仅知主题)", " (subject only)"),
    "substance_restated": Text("(仅见转述的内容)", " (substance as restated)"),
    "later": Text("其后：", "Later: "),
    "to_review": Text(
        "另一语文已经改动，下列段落待复核：", "The other language has changed; these paragraphs are to be reviewed:"
    ),
    "side_by_side": Text("中英对照", "Side by side with the Chinese"),
    "address": Text("本段链接", "Link to this paragraph"),
    "cite": Text("引用", "Cite this"),
    "cite_paragraph": Text("引用本段", "Cite this paragraph"),
    "colon": Text("：", ": "),
    "reasoning": Text("推算理由", "Reasoning"),
    "for_facts": Text("所证事项", "For"),
    "translation_banner": Text(
        "",
        "This English text is our own unofficial translation from the Chinese. The official English text is that of the United Nations:",
    ),
    "authentic_banner": Text(
        "以下中文为联合国原文，逐字照录，仅去除PDF提取所留的空格；正式文本见联合国：",
        "",
    ),
}

STATUS = {
    "superseded": Text("已被取代", "Superseded"),
    "amended": Text("已作修改", "Amended"),
    "standing": Text("有效", "In force"),
    "open": Text("效力不详", "Status not stated"),
}

SEARCH = {
    "type": Text("类型", "Type"),
    "year": Text("年份", "Year"),
    "all": Text("全部", "All"),
    "own_pages": Text("本网站的网页", "Pages of this site"),
    "start": Text("输入词语、文号或段号", "Type words, a symbol or a paragraph"),
    "none": Text("没有找到", "Nothing found"),
    "found": Text("找到 # 条", "# found"),
    "loosely": Text("没有整句，以下含其中的词语：# 条", "# found"),
    "more": Text("显示更多", "Show more"),
    "results": Text("搜索结果", "Search results"),
    "crossed": Text("对应用语", "Corresponding term"),
    "elsewhere": Text("联合国网站", "at the United Nations"),
    "unavailable": Text("搜索无法使用：索引未能读取", "The search is not available: its index could not be read"),
}

FACTS = {
    "type": Text("类型", "type"),
    "date": Text("日期", "date"),
    "title.zh": Text("中文标题", "title in Chinese"),
    "title.en": Text("英文标题", "title in English"),
    "title": Text("标题", "title"),
    "paragraphs": Text("段数", "number of paragraphs"),
    "chair": Text("工作组主席", "Chair of the Working Group"),
    "presidency": Text("轮值主席国", "presidency"),
    "supersedes": Text("取代关系", "what it superseded"),
    "amends": Text("修改关系", "what it amended"),
    "standing": Text("效力", "status"),
    "series": Text("属于13份说明", "one of the 13 notes"),
    "aliases": Text("通称", "names"),
    "remarks": Text("注意事项", "remarks"),
}

DEBATE = Text("工作方法公开辩论", "Open debate on working methods")

MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip


def words(lang: Lang) -> dict[str, str]:
    """All words of one language, by key, for the templates."""
    return {key: text.in_(lang) for key, text in WORDS.items()}


def date_label(date: str, lang: Lang) -> str:
    """A date as the UN prints it: "2017-08-30" is 30 August 2017 and 2017年8月30日; "2012-12" and "2012" likewise.

    >>> date_label("2022-06-28", "en"), date_label("2012-12", "zh")
    ('28 June 2022', '2012年12月')
    """
    year, *rest = (int(part) for part in date.split("-"))
    if lang == "zh":
        return f"{year}年" + "".join(f"{part}{unit}" for part, unit in zip(rest, "月日", strict=False))
    month = [MONTHS[rest[0] - 1]] if rest else []
    return " ".join([*(str(day) for day in rest[1:]), *month, str(year)])


def paragraph_label(para: int | str, lang: Lang) -> str:
    """第94段 / paragraph 94; a lettered one (a) as UN texts cite it: (a)段 / paragraph (a)."""
    lettered = not str(para).isdecimal()
    if lang == "zh":
        return f"({para})段" if lettered else f"第{para}段"
    return f"paragraph ({para})" if lettered else f"paragraph {para}"
