// The search box: what the theme's own script did with it (keys, opening, closing), with Pagefind's index behind it.
// A query is answered in three steps: documents whose symbol or name it is; paragraphs that hold its words; and, if it is in
// the other language, paragraphs that hold the corresponding term. How words are cut: scripts/scnotes/search_records.py.
const box = document.querySelector("[data-search]");
const part = (name) => box.querySelector(`[data-search-${name}]`);
const [form, input, output, meta, filters, list] = ["form", "query", "output", "meta", "filters", "list"].map(part);
const toggle = document.getElementById("__search");
const chinese = document.documentElement.lang.startsWith("zh");
const root = new URL(`${box.dataset.base.replace(/\/$/, "")}/`, location.href);
const PAGE = 10;
const DOCUMENTS = 8;

// --- Words -----------------------------------------------------------------------------------------------------------

const HAN = "\\u3007\\u3400-\\u9fff\\uf900-\\ufaff";
const RUN = new RegExp(`[${HAN}]+|(?:(?![${HAN}_])[\\p{L}\\p{N}])+`, "gu");
const isHan = (text) => new RegExp(`^[${HAN}]`).test(text);
const plain = (text) => text.normalize("NFKC").replace(/['’]/g, "").toLowerCase();
const runsOf = (text) => plain(text).match(RUN) || [];
// Chinese is spelt in ASCII letters, as the index is: four a character, a to p for 0 to f.
const spell = (character) => character.charCodeAt(0).toString(16).padStart(4, "0").replace(/./g, (digit) => String.fromCharCode(97 + parseInt(digit, 16)));
const pairs = (run) => [...run].slice(1).map((character, index) => `qx${spell(run[index])}${spell(character)}`);
// An open word finds all that begin with it; "meetings" also finds "meeting". A word with a digit is whole: 64 is not 647.
const stem = (word) => (/^[a-z]{5,}$/.test(word) ? word.replace(/(?:ies|ing|ed|e?s)$/, "") : word);
const open = (run) => (isHan(run) ? (run.length > 1 ? pairs(run) : [`qx${spell(run)}`]) : [/\d/.test(run) ? `${run}qz` : stem(run)]);
const closed = (run) => (isHan(run) ? (run.length > 1 ? pairs(run) : [`qx${spell(run)}`]) : [`${run}qz`]);
// What results show is kept in Pagefind's metadata, which it searches too, uncut: of no weight, and so of no score.
const SHOWN = ["symbol", "title", "date", "type", "status", "status_kind", "place", "text", "note"];
const metaWeights = Object.fromEntries(SHOWN.map((name) => [name, 0]));

// --- What is asked: loaded when the box is first used --------------------------------------------------------------

let loading;
function load() {
  loading ||= Promise.all([
    import(new URL(`${box.dataset.index}/pagefind.js`, location.href)),
    fetch(new URL(`${box.dataset.index}/guide.json`, location.href)).then((answer) => answer.json()),
  ]).then(async ([pagefind, guide]) => {
    await pagefind.options({ ranking: { metaWeights } });
    await pagefind.init();
    const behind = new Set((await pagefind.search(null, { filters: { rank: "behind" } })).results.map((each) => each.id));
    offerFilters(guide);
    return { pagefind, guide, ranked: (results) => ranked(results, behind) };
  });
  return loading;
}

// The text of a document before what our pages say around it, unless these fit far better.
const ranked = (results, behind) => {
  const weight = (each) => each.score / (behind.has(each.id) ? 4 : 1);
  return [...results].sort((one, two) => weight(two) - weight(one));
};

const chosen = () => Object.fromEntries([...filters.querySelectorAll("select")].map((each) => [each.name, each.value]).filter(([, value]) => value));

// Symbols: the whole, or its last parts ("2021/647", "647", "PV.9079"), or its beginning while it is being typed; also
// "resolution 76/262" and 第507号说明, and either with a paragraph.
function documentsFor(query, guide) {
  const whole = plain(query).replace(/\s+/g, "");
  const [, name, ...paragraphs] = whole.match(/^(.*?)[,，]?(?:第\(?(\w+)\)?段|para(?:graph|\.)?\(?(\w+)\)?)?$/);
  const paragraph = paragraphs.find(Boolean);
  const [, before, key, after] = name.match(/^(notes?|resolution|document|symbol)?第?(.*?)号?(说明|决议|文件)?$/);
  const kind = { note: "note", notes: "note", 说明: "note", resolution: "resolution", 决议: "resolution" }[before || after];
  const bare = (text) => plain(text).replace(/[\s()]/g, "");
  const asked = /^[a-z\d/.()-]*\d[a-z\d/.()-]*$/.test(key) ? bare(key) : null;
  const rank = (each) => {
    if (name && each.names.some((known) => bare(known) === name)) return 0;
    if (!asked || (kind && each.kind !== kind)) return 9;
    const symbol = bare(each.symbol);
    if (symbol === asked) return 1;
    if (symbol.endsWith(`/${asked}`) || symbol.endsWith(`.${asked}`)) return 2;
    return asked.length > 3 && symbol.startsWith(asked) ? 3 : 9;
  };
  const wanted = chosen();
  return guide.documents
    .map((each) => ({ ...each, rank: rank(each) }))
    .filter((each) => each.rank < 9 && (!wanted.type || each.kind === wanted.type) && (!wanted.year || each.iso.startsWith(wanted.year)))
    // Of several that end in 507, the one that is called note 507 comes first.
    .sort((one, two) => one.rank - two.rank || two.ours - one.ours || two.names.length - one.names.length || two.iso.localeCompare(one.iso))
    .slice(0, DOCUMENTS)
    .map((each) => {
      const [label, gist] = each.paragraphs[paragraph] || [];
      return label ? { ...each, place: label, text: gist, url: `${each.url}#para-${paragraph}` } : each;
    })
    .filter((each, index, all) => all[0].place === undefined || each.place !== undefined);
}

// Pagefind leaves out of a query what it does not know. Here every run of the query must be found: each is asked alone, a
// Chinese one as a phrase, and what all of them found is kept, the query as one phrase first.
async function paragraphsFor(query, { pagefind, ranked }) {
  const runs = [...new Set(runsOf(query))];
  if (!runs.length) return [];
  const asked = (text) => pagefind.search(text, { filters: chosen() }).then((all) => ranked(all.results.filter((each) => each.score > 0)));
  const phrase = (some) => `"${some.flatMap(closed).join(" ")}"`;
  const [together, exactly, ...alone] = await Promise.all([
    asked(runs.flatMap(open).join(" ")),
    asked(phrase(runsOf(query))),
    ...runs.map((run) => asked(isHan(run) && run.length > 2 ? phrase([run]) : open(run)[0])),
  ]);
  const sets = alone.map((results) => new Set(results.map((each) => each.id)));
  const first = new Set(exactly.map((each) => each.id));
  const found = together.filter((each) => sets.every((set) => set.has(each.id)));
  if (found.length || !runs.every((run, index) => isHan(run) ? run.length > 3 || sets[index].size : sets[index].size)) {
    return [...found.filter((each) => first.has(each.id)), ...found.filter((each) => !first.has(each.id))];
  }
  // A long run of Chinese that stands nowhere as it is may be several words: then what holds most of its pairs.
  const words = [...new Set(runs.flatMap(open))];
  const known = await Promise.all(words.map((word) => asked(word)));
  const counts = new Map();
  for (const each of known.flat()) counts.set(each.id, [(counts.get(each.id)?.[0] || 0) + 1, each]);
  const loose = [...counts.values()].filter(([count]) => count >= 0.6 * words.length);
  return Object.assign(loose.sort(([one], [two]) => two - one).map(([, each]) => each), { loose: true });
}

// A term in the other language: the whole of one, or the beginning of an English one, or a part of a Chinese one. A term by
// another name of its own language ("VTC") is answered in the same way.
async function crossingsFor(query, { pagefind, guide, ranked }) {
  const asked = runsOf(query).join(" ");
  const foreign = chinese ? /[a-z]{3}/.test(asked) && !runsOf(query).some(isHan) : runsOf(query).every(isHan) && asked.length > 1;
  const fits = (name) => (chinese ? `${name} `.startsWith(`${asked} `) || (asked.length > 3 && name.startsWith(asked)) || name === stem(asked) : name.includes(asked));
  const terms = guide.terms
    .map(([key, [ours, ...others], theirs]) => {
      const plainly = (name) => runsOf(name).join(" ");
      return [key, ours, [...others.filter((name) => plainly(name) === asked), ...(foreign ? theirs.filter((name) => fits(plainly(name))) : [])]];
    })
    .filter(([, , theirs]) => theirs.length)
    .sort(([, , [one]], [, , [two]]) => one.length - two.length);
  // Those that hold our preferred term, the best first; then those that hold it by another name.
  const answers = await Promise.all(
    terms.map(async ([term, ours]) => {
      const asking = [runsOf(ours).flatMap(open).join(" "), null];
      const all = await Promise.all(asking.map((text) => pagefind.search(text, { filters: { ...chosen(), term } })));
      return { results: all.flatMap(({ results }) => ranked(results)) };
    }),
  );
  const seen = new Set();
  return answers.flatMap((answer, index) => {
    const [, ours, [theirs]] = terms[index];
    return answer.results.filter((each) => !seen.has(each.id) && seen.add(each.id)).map((each) => ({ ...each, term: [theirs, ours] }));
  });
}

// --- What is shown ---------------------------------------------------------------------------------------------------

function element(name, className, ...children) {
  const made = document.createElement(name);
  if (className) made.className = className;
  made.append(...children.filter((child) => child));
  return made;
}

// What is marked: a symbol as a whole, other words as they were cut; of a Chinese run that stands nowhere, its pairs.
function marked(query, loose) {
  const parts = plain(query).split(/\s+/).flatMap((part) => (/^[a-z\d/.()-]*\/[a-z\d/.()-]*$/.test(part) ? [part] : part.match(RUN) || []));
  return loose ? parts.flatMap((part) => (isHan(part) ? [...part].slice(1).map((each, index) => part[index] + each) : [part])) : parts;
}

// The text around the first word found, all of them marked.
function excerpt(text, runs) {
  const wanted = runs.map((run) => (isHan(run) ? run : run.replace(/[.()]/g, "\\$&"))).map((run) => (/^[a-z]+$/.test(run) ? `${stem(run)}\\p{L}*` : run)).map((run) => (isHan(run) ? run : `(?<![\\p{L}\\p{N}])${run}(?![\\p{L}\\p{N}])`));
  wanted.sort((one, two) => two.length - one.length);
  const pattern = new RegExp(wanted.join("|") || "(?!)", "giu");
  const at = Math.max(0, text.search(pattern));
  const [before, length] = chinese ? [24, 90] : [60, 220];
  let start = at > before ? at - before : 0;
  if (start && !chinese) start = text.indexOf(" ", start) + 1;
  let end = Math.min(text.length, start + length);
  if (end < text.length && !chinese) end = Math.max(at, text.lastIndexOf(" ", end));
  const shown = start ? text.slice(start, end).replace(/^[\s·，。；：、]+/, "") : text.slice(start, end);
  const parts = [start ? "…" : ""];
  let last = 0;
  for (const match of shown.matchAll(pattern)) {
    parts.push(shown.slice(last, match.index), element("mark", "", match[0]));
    last = match.index + match[0].length;
  }
  return { found: pattern.test(text), parts: [...parts, shown.slice(last), end < text.length ? "…" : ""] };
}

function item(hit, runs, words) {
  const heading = element("p", "search-hit__title", hit.symbol && element("strong", "", hit.symbol), hit.symbol && " ", hit.title || "");
  const facts = [hit.place, hit.type, hit.date].filter(Boolean).map((text) => element("span", "", text));
  if (hit.status) facts.push(element("span", `status status--${hit.status_kind}`, hit.status));
  if (hit.ours === false) facts.push(element("span", "", `${words.elsewhere} ↗`));
  const inText = excerpt(hit.text || "", runs);
  const inNote = hit.note && !inText.found ? excerpt(hit.note, runs) : { found: false };
  const shown = inNote.found ? [element("strong", "", words.note), chinese ? "：" : ": ", ...inNote.parts] : inText.parts;
  let crossed;
  if (hit.term) {
    const theirs = element("span", "", hit.term[0]);
    theirs.lang = isHan(hit.term[0]) ? "zh-Hans" : "en";
    crossed = element("p", "search-hit__term", words.crossed, chinese ? "：" : ": ", theirs, " → ", element("mark", "", hit.term[1]));
  }
  const link = element("a", "md-search-result__link", element("article", "md-search-result__article md-typeset", heading, facts.length ? element("p", "search-hit__facts", ...facts) : "", crossed, hit.text ? element("p", "", ...shown) : ""));
  link.href = new URL(hit.url, root);
  return element("li", "md-search-result__item", link);
}

function offerFilters({ filters: known, words }) {
  const choices = { type: known.type, year: known.year.map((year) => [year, year]) };
  for (const [name, options] of Object.entries(choices)) {
    const select = element("select", "", ...[["", words.all], ...options].map(([value, label]) => new Option(label, value)));
    select.name = name;
    select.addEventListener("change", answer);
    filters.append(element("label", "", words[name], " ", select));
  }
  list.setAttribute("aria-label", words.results);
  filters.hidden = false;
}

// --- Asking, the latest question only --------------------------------------------------------------------------------

let turn = 0;
let waiting;
const answer = () => answerTo(input.value.trim(), ++turn);

async function answerTo(query, mine) {
  let known;
  try {
    known = await load();
  } catch {
    meta.textContent = chinese ? "搜索无法使用：索引未能读取" : "The search is not available: its index could not be read";
    return;
  }
  // What has been typed meanwhile is asked for in a moment.
  if (mine !== turn || query !== input.value.trim()) return;
  const { words } = known.guide;
  if (!query) {
    list.replaceChildren();
    meta.textContent = words.start;
    return;
  }
  const documents = documentsFor(query, known.guide);
  const [own, crossed] = await Promise.all([paragraphsFor(query, known), crossingsFor(query, known)]);
  const ids = new Set(own.map((each) => each.id));
  const rest = [...own, ...crossed.filter((each) => !ids.has(each.id))];
  if (mine !== turn) return;
  const total = documents.length + rest.length;
  meta.textContent = total ? words[own.loose && own.length ? "loosely" : "found"].replace("#", total) : words.none;
  const shown = marked(query, own.loose);
  list.replaceChildren(...documents.map((each) => item(each, shown, words)));
  list.closest(".md-search__scrollwrap").scrollTop = 0;
  await showMore(rest, shown, words, mine);
}

async function showMore(rest, shown, words, mine) {
  const data = await Promise.all(rest.slice(0, PAGE).map(async (each) => ({ ...each, data: await each.data() })));
  if (mine !== turn) return;
  const made = data.map(({ data: { meta: known, raw_url: url }, term }) => item({ ...known, url, term }, term ? runsOf(term[1]) : shown, words));
  // A paragraph that was asked for by its number stands there already.
  const there = new Set([...list.querySelectorAll("a")].map((link) => link.href));
  list.append(...made.filter((each) => !there.has(each.querySelector("a").href)));
  if (rest.length <= PAGE) return;
  const button = element("button", "search-more", `${words.more} (${rest.length - PAGE})`);
  button.type = "button";
  const more = element("li", "md-search-result__item", button);
  button.addEventListener("click", async () => {
    await showMore(rest.slice(PAGE), shown, words, mine);
    more.nextElementSibling?.querySelector("a").focus();
    more.remove();
  });
  list.append(more);
}

// --- Keys, opening and closing, as in the theme ------------------------------------------------------------------------

// A click, because the theme listens to it: on a phone it keeps the page behind from scrolling.
const show = (wanted) => toggle.checked !== wanted && toggle.click();
// Also out of a choice or a result: keys typed there would not be heard as the theme's.
const close = () => (show(false), box.contains(document.activeElement) && document.activeElement.blur());

toggle.addEventListener("change", () => (output.inert = !toggle.checked));
// A moment later, as in the theme: the header's label both leads here and, once this is done, turns the toggle itself.
input.addEventListener("focus", () => setTimeout(() => document.activeElement === input && (show(true), turn || answer()), 1));
document.querySelector("header [for=__search]").addEventListener("click", () => input.focus());
// Enter opens the first result of what stands in the box now, though it may not be shown yet.
form.addEventListener("submit", async (event) => {
  event.preventDefault();
  clearTimeout(waiting);
  await answer();
  list.querySelector("a")?.click();
});
form.addEventListener("reset", () => (input.focus(), setTimeout(answer)));
for (const type of ["input", "compositionend"]) {
  input.addEventListener(type, (event) => {
    clearTimeout(waiting);
    if (!event.isComposing) waiting = setTimeout(answer, 80);
  });
}
box.addEventListener("click", (event) => event.target.closest("a") && show(false));
// The theme closes the search when Tab is pressed; here Tab leads on to the choices, and leaving the box closes it.
box.addEventListener("focusout", ({ relatedTarget }) => relatedTarget && !box.contains(relatedTarget) && show(false));

// The theme's stream of keys leaves out those with Ctrl, and those with which Chinese is being composed.
window.keyboard$.subscribe((key) => {
  const active = document.activeElement;
  if (key.mode === "global") {
    if (["f", "s", "/"].includes(key.type)) {
      input.focus();
      input.select();
      show(true); // at once: the next key may come before the moment is over
      key.claim();
    }
  } else if (key.type === "Escape") {
    close();
  } else if (active.tagName !== "SELECT" && ["ArrowUp", "ArrowDown"].includes(key.type)) {
    const stops = [input, ...list.querySelectorAll("a, button")];
    stops[(stops.indexOf(active) + stops.length + (key.type === "ArrowUp" ? -1 : 1)) % stops.length].focus();
    key.claim();
  } else if (key.type.length === 1 && key.type !== " " && active !== input && active.tagName !== "SELECT") {
    input.focus();
  }
});
