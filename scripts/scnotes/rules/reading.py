"""What the readers themselves report, by code: files, pages, the register, suppressions; for the page of rules."""

from __future__ import annotations

from scnotes.diagnostics import Text

COMPARING: dict[str, Text] = {
    "ADR001": Text("已发布的地址永不失效。", "An address that was published never goes."),
    "ADR002": Text("已发布的地址始终指向同一段落。", "An address that was published keeps leading to its paragraph."),
    "ADR003": Text("新地址列入登记。", "A new address is in the list."),
    "FRE001": Text("对应段落改动之后，译文经人复核。", "A translation is reviewed after its counterpart has changed."),
    "FRE002": Text("两种语文的网页经人对照。", "The two languages of a page have been compared by a person."),
    "NET001": Text(
        "链接所指的文件在联合国网站上，且为该语文。", "The document of a link is at the UN, in that language."
    ),
    "PAR001": Text("一种语文中的段落，另一语文也有。", "A paragraph of one language is in the other."),
    "PAR002": Text("一段不与邻段合并。", "A paragraph is not joined with its neighbour."),
    "PAR003": Text("段落的次序相同。", "Paragraphs stand in the same order."),
    "PAR004": Text("段落的类别、标题级别和标识相同。", "Kind, level and id of a paragraph are the same."),
    "TRM001": Text(
        "一种语文用了术语，另一语文用术语库认可的对应词。",
        "Where one language has a term, the other has one that the term base accepts.",
    ),
    "TRM002": Text(
        "术语库的条目只有规定的键和值。", "An entry of the term base has the keys and values laid down for it."
    ),
    "VAL001": Text(
        "一种语文中的数字、日期和条款，另一语文也有。", "A number, date or Article of one language is in the other."
    ),
    "VAL002": Text("一种语文所引的文号，另一语文也引。", "A symbol cited in one language is cited in the other."),
    "VAL003": Text(
        "一种语文中指向本网站某处的链接，另一语文也有。",
        "A link to a place of this site in one language is in the other.",
    ),
}
READING: dict[str, Text] = {
    "CHG001": Text(
        "更新的条目只有规定的键和值，两种语文俱全。",
        "An entry of the changes has the keys and values laid down for it, in both languages.",
    ),
    "CHG002": Text("更新所指的网页存在。", "A page that a change names is there."),
    "CHG003": Text("更新以新的在前。", "The newest change stands first."),
    "CHG004": Text("每条更新的标识只用一次。", "The id of a change is used once."),
    "FIL001": Text("名称以.md结尾的是文件，不是文件夹。", "What is named .md is a file, not a folder."),
    "FIL002": Text("符号链接指向存在的文件。", "A symbolic link leads to a file that is there."),
    "FIL003": Text("符号链接不指向项目之外。", "A symbolic link stays inside the project."),
    "FIL004": Text("文件夹可以读取。", "A folder can be read."),
    "PAG001": Text("网页以UTF-8编码保存。", "A page is saved as UTF-8."),
    "PAG002": Text("前言只有规定的键和值。", "Front matter has the keys and values laid down for it."),
    "PAG003": Text("前言中的通称指向文号。", "A name in the front matter is bound to a symbol."),
    "PAG004": Text("编者注所在的段落存在。", "The paragraph of an editor's note exists."),
    "PAG005": Text("编者注所注的字句在该段之中。", "The words that an editor's note is about stand in its paragraph."),
    "PAG006": Text("网页的文号规范，且与其路径一致。", "The symbol of a page is canonical, and is its path."),
    "PAG007": Text("网页是文本，不含NUL字符。", "A page is text and holds no NUL character."),
    "PAG008": Text("网页有内容。", "A page has something in it."),
    "PAG009": Text("网页可以读取。", "A page can be read."),
    "PAG010": Text("前言以单独一行---结束。", "Front matter ends with --- on a line of its own."),
    "PRV001": Text(
        "可核对的规定：年份先后不颠倒，日期存在且在所列年份之内，各条按时间排列。",
        "In the provisions that one can check, years run forwards, days exist and are in their years, entries in order.",
    ),
    "REG001": Text("登记册是合格的YAML。", "The register is YAML."),
    "REG002": Text("同一键只出现一次。", "A key stands once."),
    "REG003": Text("记录只有规定的键和值。", "A record has the keys and values laid down for it."),
    "REG004": Text("记录的文号用规范形式。", "The symbol of a record is canonical."),
    "REG005": Text("记录按文号排序，每件一条。", "Records are sorted by symbol, one a document."),
    "REG006": Text("关系所指的文件在登记册中。", "A relation leads to a document of the register."),
    "REG007": Text("文件不早于其所取代或修改的文件。", "A document is not older than what it supersedes or amends."),
    "REG008": Text("每一事实均有来源。", "Every fact has its source."),
    "REG009": Text("每条依据或有来源，或有推理。", "Each piece of evidence is a source or a reasoning."),
    "REG010": Text("所引来源在sources.yml中。", "A source that is named is in sources.yml."),
    "REG011": Text("文件不互相取代。", "Documents do not supersede each other."),
    "REG012": Text("sources.yml中的来源均被引用。", "Every source in sources.yml is used."),
    "REG013": Text("摘要的段号在文件之内。", "A gist is of a paragraph that the document has."),
    "REG014": Text("每次辩论均有日期。", "Every debate has its date."),
    "REG015": Text("会议记录已载的，辩论一条不再重复。", "What the record of a debate says is not said again."),
    "REG016": Text(
        "辩论、无辩论的年份、工作组主席和大事按时间排列，不重复，不矛盾。",
        "Debates, years without one, chairs and events stand in order of time, each once, and do not contradict each other.",
    ),
    "SUP001": Text("每条允许注释确有所允许。", "A suppression covers something."),
    "SUP002": Text("允许注释说明理由。", "A suppression gives its reason."),
    "SUP003": Text("允许注释中的规则存在。", "A suppression names a rule that there is."),
}
