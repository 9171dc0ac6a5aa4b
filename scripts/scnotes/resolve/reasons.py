"""Every reason that a verdict can have, in both languages. Codes are never reused."""

from __future__ import annotations

from scnotes.diagnostics import Text
from scnotes.labels import LANGUAGES
from scnotes.resolve.verdicts import Depth, Reason, printable

_ENGLISH = {"ar": "Arabic", "zh": "Chinese", "en": "English", "fr": "French", "ru": "Russian", "es": "Spanish"}
_CHINESE = {"ar": "阿拉伯文", "zh": "中文", "en": "英文", "fr": "法文", "ru": "俄文", "es": "西班牙文"}
assert _ENGLISH.keys() == _CHINESE.keys() == LANGUAGES.keys()

DEPTH = {
    "locate": Reason("located", Text("文件系统指明了文件；未读取文件", "the document system names its file; the file was not read")),
    "file": Reason("file", Text("所指文件的开头字节为文件", "the file is there, and its first bytes are a document's")),
    "text": Reason("text", Text("首页载有该文号，语文相符", "page one shows the symbol, in the language")),
}  # fmt: skip
NO_SUCH = Reason("missing", Text("没有这一文件", "there is no such document"))
FALLBACK = Reason(
    "english", Text("没有该语文文本：给出的是英文文件", "there is no text in this language: the English file is served")
)
NOT_SINGLE = Reason(
    "not-single", Text("此类文号不单独成文，故不查询", "documents of this series are not kept singly; not asked")
)
BUDGET = Reason("budget", Text("本次限额已满，未查询", "not asked in this run: the budget was spent"))
STOPPED = Reason("stopped", Text("查询中断，未查询", "not asked: the run was ended"))
ONCE = Reason("once", Text("仅一次查无此文件，未经复查", "seen to be wrong once only; not yet looked at again"))
LANGUAGE = Reason("language", Text("链接未写明六种正式语文之一", "the link names none of the six official languages"))
NO_NAME = Reason("no-symbol-in-address", Text("地址中没有文号，未查询", "the address names no symbol; not asked"))
CHALLENGE = Reason("challenge", Text("网站要求通过验证", "the site asks for a challenge to be passed"))
WALL = Reason("wall", Text("网站给出验证或维护页面", "the site shows a wall or a maintenance page"))
PAGE = Reason("page", Text("给出的页面既非文件，也不同于查无文件时的页面", "a page that is neither a document nor like that of a miss"))  # fmt: skip
NEITHER = Reason("neither", Text("答复的内容不是文件", "the bytes of the answer are no document"))
ENCODED = Reason(
    "encoded", Text("答复经压缩，不予解压", "the answer is compressed, which was not asked for; not unpacked")
)
EMPTY = Reason("empty", Text("文件地址的答复为空", "the file's address answers with nothing"))
NO_FILE = Reason("no-file", Text("文件系统所指的文件不在", "the document system names a file that is not there"))
LOOP = Reason("loop", Text("重定向回到已到过的地址", "the redirects come back to where they were"))
HOPS = Reason("hops", Text("重定向次数过多", "too many redirects"))
LARGE = Reason("large", Text("文件过大，未读首页", "the file is too large for page one to be read"))
UNREADABLE = Reason("unreadable", Text("无法读出首页文字", "the text of page one cannot be read"))
NO_TEXT = Reason("no-text", Text("首页没有文字，可能是扫描件；--depth file 只查文件", "page one holds no text, as scans do; --depth file asks for the file alone"))  # fmt: skip
NO_SYMBOL = Reason("no-symbol", Text("首页的文号处未见该文号", "the symbol is not where page one shows its own"))
NO_ENGLISH = Reason(
    "no-english",
    Text("无法查得英文文件，不能比较", "the English file could not be looked up, to compare with"),
)
CONTROL_GOOD = Reason("control-good", Text("已知存在的文件未能查得", "a document known to exist was not found"))
CONTROL_BAD = Reason("control-bad", Text("不可能存在的文号查得了文件", "a symbol that cannot exist was found"))

_TROUBLES = {
    "dns": Text("找不到主机（DNS）", "the host could not be found (DNS)"),
    "connect": Text("无法连接主机", "no connection to the host"),
    "tls": Text("主机证书未能验证（TLS）", "the host's certificate could not be verified (TLS)"),
    "timeout": Text("超过时限", "no answer in time"),
    "reset": Text("连接中断", "the connection broke off"),
    "incomplete": Text("答复不完整", "the answer broke off before its end"),
    "protocol": Text("答复不合HTTP", "the answer is not HTTP"),
    "wait": Text("主机要求等待过久", "the host asks for too long a wait"),
    "forbidden": Text("重定向至不许查询的地址，未跟随", "a redirect to an address that may not be asked; not followed"),
}


def proved(depth: Depth) -> Reason:
    """What a proof of this depth rests on."""
    return DEPTH[depth]


def trouble(kind: str, detail: str = "") -> Reason:
    """No answer, or none to be used. ``detail`` comes from the network and is escaped."""
    text = _TROUBLES[kind]
    if not detail:
        return Reason(kind, text)
    shown = printable(detail)
    return Reason(kind, Text(f"{text.zh}：{shown}", f"{text.en}: {shown}"))


def status(code: int) -> Reason:
    """An answer that says nothing of the document."""
    return Reason(f"status-{code}", Text(f"答复状态为{code}", f"the answer's status is {code}"))


def other_symbol(symbol: str) -> Reason:
    """Page one is that of another document."""
    return Reason("other-symbol", Text(f"给出的是另一文件：{symbol}", f"another document is served: {symbol}"))


def other_language(lang: str) -> Reason:
    """Page one is in another language."""
    return Reason(
        "other-language",
        Text(f"给出的文件语文是{_CHINESE[lang]}", f"the document served is in {_ENGLISH[lang]}"),
    )


def void(reason: Reason) -> Reason:
    """The run could not be trusted, because a control came out wrong for this reason."""
    return Reason(
        "untrusted", Text(f"本次查询不可信：{reason.text.zh}", f"this run cannot be trusted: {reason.text.en}")
    )
