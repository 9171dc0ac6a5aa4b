"""Words that tell which paragraph answers which: UN terms, names of countries, Latin words that stay as they are."""

from __future__ import annotations

import re
from functools import cache

from babel import Locale

from scnotes.diagnostics import Lang

# Common words of UN documents, Chinese to English stems; for alignment only, so that idiom does no harm.
_WORDS = {
    "安全理事会": "security council", "安理会": "security council|council", "大会": "general assembly|assembly", "秘书长": "secretary-general",
    "秘书处": "secretariat", "会员国": "member state|membership", "缔约国": "state part", "委员会": "committee|commission", "理事会": "council",
    "工作组": "working group", "主席": "president|chair", "决议": "resolution", "决定": "decision|decide", "报告": "report", "宪章": "charter",
    "公约": "convention", "议定书": "protocol", "条约": "treaty", "人权": "human rights", "妇女": "women", "儿童": "child", "青年": "youth",
    "难民": "refugee", "流离失所": "displace", "和平": "peace", "安全": "secur|safe", "维持和平": "peacekeep", "建设和平": "peacebuild",
    "特派团": "mission", "部队": "troop|force", "警察": "police", "武器": "weapon|arms", "核": "nuclear", "裁军": "disarm", "不扩散": "non-prolif",
    "恐怖": "terror", "制裁": "sanction", "冲突": "conflict", "战争": "war", "停火": "ceasefire", "选举": "elect", "宪法": "constitution",
    "法律": "law|legal", "法院": "court", "法庭": "court|tribunal", "司法": "justice|judicial", "犯罪": "crim", "毒品": "drug", "腐败": "corrupt",
    "发展": "develop", "可持续": "sustainab", "贫穷": "poverty", "贫困": "poverty", "教育": "educat", "卫生": "health", "健康": "health",
    "疾病": "disease", "大流行": "pandemic", "粮食": "food", "水": "water", "环境": "environment", "气候": "climate", "能源": "energy",
    "海洋": "ocean|marine|sea", "森林": "forest", "贸易": "trade", "经济": "econom", "社会": "social|societ", "金融": "financ", "筹资": "financ|fund",
    "预算": "budget", "费用": "cost|expens", "捐助": "donor|contribut", "捐款": "contribut", "基金": "fund", "债务": "debt", "投资": "invest",
    "技术": "technolog|technical", "信息": "information", "数据": "data", "统计": "statistic", "科学": "scien", "文化": "cultur", "语文": "language",
    "人道主义": "humanitarian", "援助": "assist|aid|relief", "合作": "cooperat", "协调": "coordinat", "协商": "consult", "磋商": "consult",
    "谈判": "negotiat", "对话": "dialogue", "会议": "meeting|conference|session", "届会": "session", "届会议": "session", "议程": "agenda",
    "议程项目": "agenda item|item", "临时": "provisional|interim|temporary", "提交": "submit|present", "审议": "consider|review", "通过": "adopt|through",
    "表决": "vot", "否决": "veto", "欢迎": "welcom", "感谢": "thank|appreciat|grat", "赞赏": "appreciat|commend", "关切": "concern", "谴责": "condemn",
    "强调": "stress|emphasi|underlin", "重申": "reaffirm|reiterat", "回顾": "recall", "注意到": "note|noting", "认识到": "recogni", "确认": "recogni|affirm|acknowledg",
    "铭记": "bearing in mind|mindful", "敦促": "urge|urging", "吁请": "call", "呼吁": "call|appeal", "促请": "call|urge", "请": "request|invite|ask",
    "鼓励": "encourag", "建议": "recommend|propos|suggest", "授权": "authori|mandate", "任务": "mandate|task|mission", "执行": "implement|execut|enforc",
    "落实": "implement", "监测": "monitor", "评估": "assess|evaluat", "评价": "evaluat", "政府": "government", "国家": "state|countr|nation", "国际": "international",
    "区域": "region", "地方": "local", "联合国": "united nations", "非政府": "non-governmental", "民间社会": "civil society", "私营": "private", "公开": "open|public",
    "辩论": "debate", "工作方法": "working method", "概念说明": "concept note", "说明": "note|explain|indicat", "信": "letter", "附件": "annex|enclos",
    "签名": "signed", "常驻代表": "permanent representative", "观察员": "observer", "代表团": "delegation", "发言": "statement|speak|speech", "背景": "background",
    "目标": "objective|goal|target|aim", "问题": "question|issue|problem|matter", "透明": "transparen", "效率": "efficien", "效力": "effect", "访问": "visit|mission|access",
    "培训": "train", "能力": "capacit|capab|abilit", "责任": "responsib|liab", "义务": "obligat|dut", "权利": "right", "权力": "power|authorit", "原则": "principle",
    "宗旨": "purpose", "领土": "territor", "主权": "sovereign", "独立": "independen", "自决": "self-determin", "占领": "occup", "定居点": "settlement",
    "巴勒斯坦": "palestin", "平民": "civilian", "受害者": "victim", "暴力": "violen", "性": "sex|gender", "性别": "gender", "歧视": "discriminat", "种族": "rac|ethnic",
    "移民": "migra", "残疾": "disab", "老年": "older|age|ageing", "家庭": "famil", "工人": "worker|labour", "就业": "employ", "劳工": "labour", "农业": "agricultur",
    "城市": "urban|cit", "农村": "rural", "灾害": "disaster", "风险": "risk", "伙伴": "partner", "战略": "strateg", "政策": "polic", "方案": "programme|scheme",
    "计划": "plan|programme", "项目": "project|item", "框架": "framework", "机制": "mechanism", "程序": "procedure|process", "进程": "process", "措施": "measure|step|action",
    "文件": "document", "段": "paragraph", "条": "article|rule", "年度": "annual|yearly", "每年": "annual|year", "总结会议": "wrap-up", "通报": "brief", "名单": "list",
    "日期": "date", "时间": "time", "地点": "place|venue|location", "参加": "participa|attend|join", "参与": "participa|engage|involv", "成员": "member",
    "附属机构": "subsidiary", "危机": "crisis|crises", "稳定": "stabil", "过渡": "transition", "民主": "democra", "治理": "governance", "改革": "reform", "增长": "growth|increas",
}  # fmt: skip
_LATIN = re.compile(r"[A-Za-z][A-Za-z.&-]+[A-Za-z]|[A-Z]{2,}")


@cache
def _patterns() -> tuple[tuple[str, str, re.Pattern[str]], ...]:
    """Each entry: its id, the Chinese, and the English as a pattern of word beginnings."""
    zh, en = Locale("zh").territories, Locale("en").territories
    places = {name: en[code].casefold() for code, name in zh.items() if code.isalpha() and code in en and len(name) > 1}
    entries = places | _WORDS
    return tuple((word, word, re.compile(rf"\b(?:{english})", re.IGNORECASE)) for word, english in entries.items())


def concepts(text: str, lang: Lang) -> frozenset[str]:
    """Ids of the words of the lexicon that a text has, and its Latin words in small letters ("latin:e-delegate")."""
    latin = {f"latin:{match[0].casefold()}" for match in _LATIN.finditer(text)}
    if lang == "zh":
        return frozenset({ident for ident, word, _ in _patterns() if word in text} | latin)
    return frozenset({ident for ident, _, pattern in _patterns() if pattern.search(text)} | latin)
