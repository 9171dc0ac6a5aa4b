// A document that is pointed at, focused or tapped shows its card: title, date, type, status, and its first words or the
// paragraph that is cited. The theme's own previews (navigation.instant.preview, data-preview) do not do it: they copy a
// section of another page of the site, so that a document without a page here has none and the register is not asked; and
// they know neither Escape nor touch. What is shown is in the search's guide.json, loaded with the first card.
(() => {
  if (!HTMLElement.prototype.showPopover) return; // an older browser keeps its plain links
  const root = new URL("../../", document.currentScript.src);
  const chinese = document.documentElement.lang.startsWith("zh");
  const [REST, LEAVE, GAP, NEARER, LONGEST] = [250, 300, 8, 160, chinese ? 110 : 260];
  const card = document.createElement("div");
  Object.assign(card, { id: "preview", className: "preview", popover: "manual" });
  document.querySelector("main")?.append(card);

  // --- Which links, and what of their documents -----------------------------------------------------------------------

  const bare = (address) => new URL(address, root).href.replace(/#.*/, "");
  const here = (link) => bare(link.href) === bare(location.href);
  // The address of a page of a document is its symbol; the page of its two languages is not the document.
  const ours = (link) => link.href.startsWith(root.href) && /^(?:en\/)?[A-Z]+\/[^#?]*\d[^#?/]*\/(?:#|$)/.test(link.href.slice(root.href.length));
  const linkAt = (target) => {
    const link = target.closest?.(".md-content a[href]:not(.headerlink, .md-button, .keeps-place)");
    if (!link || !(link.dataset.symbol || (ours(link) && !here(link)))) return null;
    // A mention of the very paragraph that one reads has nothing to add.
    return here(link) && link.hash && document.getElementById(idOf(link))?.contains(link) ? null : link;
  };
  const idOf = (link) => decodeURIComponent(link.hash.slice(1));

  let loading;
  const guide = () => {
    loading ||= fetch(new URL(`assets/search/${chinese ? "zh" : "en"}/guide.json`, root)).then((answer) => answer.json());
    loading.catch(() => (loading = null)); // to be tried again
    return loading;
  };
  const pages = new Map();
  const pageOf = (link) => {
    const address = bare(link.href);
    if (!pages.has(address)) pages.set(address, fetch(address).then((answer) => answer.text()).then((text) => new DOMParser().parseFromString(text, "text/html")));
    return here(link) ? document : pages.get(address);
  };

  // The label and text of the paragraph that a link leads to; the first words of the document otherwise.
  async function passage(link, about) {
    const [, kind, number] = idOf(link).match(/^(para-|p)(\w+)$/) || [];
    if (kind === "para-" && about.paragraphs[number]) return about.paragraphs[number];
    const paragraph = kind === "p" && about.ours ? (await pageOf(link)).getElementById(idOf(link))?.cloneNode(true) : null;
    if (!paragraph) return ["", about.lines];
    paragraph.querySelectorAll(".headerlink, .to-review, aside, ul, ol").forEach((each) => each.remove());
    return [chinese ? `第${number}段` : `Paragraph ${number}`, paragraph.textContent.trim().replace(/\s+/g, " ")];
  }

  // --- What is shown, and where -----------------------------------------------------------------------------------------

  const element = (name, className, ...children) => {
    const made = document.createElement(name);
    made.className = className;
    made.append(...children);
    return made;
  };
  const shortened = (text) => {
    if (text.length <= LONGEST) return text;
    const cut = text.slice(0, LONGEST);
    return `${chinese ? cut : cut.slice(0, cut.lastIndexOf(" "))}…`;
  };

  function fill(about, [label, text], words) {
    const facts = [about.date, about.type].filter(Boolean).map((each) => element("span", "", each));
    if (!about.ours) facts.push(element("span", "", `${words.elsewhere} ↗`));
    const parts = [element("p", "preview__title", element("strong", "", about.symbol), " ", about.title), element("p", "preview__facts", ...facts)];
    if (about.status) parts.push(element("p", "", element("span", `status status--${about.status_kind}`, about.status)));
    if (text) parts.push(element("p", "preview__text", ...(label ? [element("strong", "", label), chinese ? "：" : ": "] : []), shortened(text)));
    card.replaceChildren(...parts);
  }

  // Next to the paragraph with the link, if the card has room there: below it, or above or beside it where that is much
  // nearer to the link. Else below the link's line or above it; never over that line.
  function place(link) {
    const line = link.getBoundingClientRect();
    const block = link.closest("p, li, dd, td")?.getBoundingClientRect() ?? line;
    const { offsetWidth: width, offsetHeight: height } = card;
    const edge = document.documentElement.clientWidth - GAP;
    const top = (document.querySelector(".md-header")?.getBoundingClientRect().bottom ?? 0) + GAP / 2;
    const left = Math.max(GAP, Math.min(line.left, edge - width));
    const under = (bottom) => ({ left, top: bottom + GAP, far: bottom - line.bottom - NEARER });
    const over = (start) => ({ left, top: start - GAP - height, far: line.top - start });
    const beside = { left: block.right + GAP, top: Math.max(top, Math.min(line.top, innerHeight - height - GAP)), far: block.right - line.right };
    const fits = (spot) => spot.top >= top && spot.top + height <= innerHeight && spot.left + width <= edge;
    const clear = [under(Math.max(block.bottom, line.bottom)), over(Math.min(block.top, line.top)), beside].filter(fits);
    const spot = clear.sort((one, two) => one.far - two.far)[0] || [under(line.bottom), over(line.top)].find(fits) || under(line.bottom);
    card.style.left = `${spot.left + scrollX}px`;
    card.style.top = `${spot.top + scrollY}px`;
  }

  // For a finger: at the edge of the screen that is farther from the link, with a way on.
  function dock(link) {
    const line = link.getBoundingClientRect();
    card.classList.add(line.top + line.height / 2 > innerHeight / 2 ? "preview--top" : "preview--bottom");
    const open = element("a", "preview__open", chinese ? "打开" : "Open");
    open.href = link.href;
    card.append(element("p", "", open));
  }

  // --- Showing and hiding -------------------------------------------------------------------------------------------------

  let [current, docked, turn, resting, leaving] = [null, false, 0, 0, 0];

  async function show(link, byTouch = false) {
    hide();
    [current, docked] = [link, byTouch];
    const mine = turn;
    let about, words, found;
    try {
      let documents;
      ({ documents, words } = await guide());
      about = documents.find((each) => each.symbol === link.dataset.symbol) || documents.find((each) => bare(each.url) === bare(link.href));
      found = about && (await passage(link, about).catch(() => ["", about.lines]));
    } catch { /* no card, but the link is there */ }
    if (mine !== turn) return;
    if (!about) {
      if (byTouch) location.assign(link.href);
      return hide();
    }
    fill(about, found, words);
    card.className = "preview";
    card.removeAttribute("style");
    card.setAttribute("role", byTouch ? "dialog" : "tooltip");
    byTouch ? card.setAttribute("aria-label", about.symbol) : card.removeAttribute("aria-label");
    if (byTouch) dock(link);
    card.showPopover();
    if (!byTouch) place(link);
    link.setAttribute("aria-describedby", card.id);
  }

  function hide() {
    [resting, leaving].forEach(clearTimeout);
    current?.removeAttribute("aria-describedby");
    if (card.matches(":popover-open")) card.hidePopover();
    [current, docked, resting, leaving] = [null, false, 0, 0];
    turn += 1;
  }

  // The way from the link to the card belongs to both: whoever takes it has not left.
  function near({ clientX: x, clientY: y }) {
    const [line, box] = [current, card].map((each) => each.getBoundingClientRect());
    const all = box.width ? [line, box] : [line];
    const [left, top] = ["left", "top"].map((side) => Math.min(...all.map((each) => each[side])));
    const [right, bottom] = ["right", "bottom"].map((side) => Math.max(...all.map((each) => each[side])));
    return x >= left - 2 && x <= right + 2 && y >= top - 2 && y <= bottom + 2;
  }
  const leave = () => {
    leaving ||= setTimeout(() => (current?.matches(":focus-visible") ? (leaving = 0) : hide()), LEAVE);
  };

  document.addEventListener("pointerover", ({ target, pointerType }) => {
    clearTimeout(resting);
    const link = pointerType === "touch" ? null : linkAt(target);
    if (link && link !== current) resting = setTimeout(show, REST, link);
  });
  document.addEventListener("pointermove", (event) => {
    if (!current || docked) return;
    if (!near(event)) return leave();
    clearTimeout(leaving);
    leaving = 0;
  });
  document.documentElement.addEventListener("pointerleave", () => (clearTimeout(resting), current && !docked && leave()));
  document.addEventListener("focusin", ({ target }) => target.matches(":focus-visible") && linkAt(target) && linkAt(target) !== current && show(linkAt(target)));
  document.addEventListener("focusout", ({ target }) => target === current && !docked && hide());
  document.addEventListener("keydown", ({ key }) => key === "Escape" && hide(), { capture: true });

  let touched = false;
  document.addEventListener("pointerdown", ({ pointerType }) => (touched = pointerType === "touch"), { capture: true });
  document.addEventListener("click", (event) => {
    const link = linkAt(event.target);
    if (touched && event.detail && link && link !== current && !(event.ctrlKey || event.metaKey || event.shiftKey || event.altKey)) {
      event.preventDefault();
      show(link, true);
    }
  });
  // Not at a click, of which Safari says nothing where there is nothing to click on; and not when a finger scrolls.
  document.addEventListener("pointerup", ({ target }) => docked && !card.contains(target) && linkAt(target) !== current && hide());
  // A phone's bars come and go while one scrolls, which is no reason to take away a docked card.
  addEventListener("resize", () => docked || hide());
  addEventListener("pagehide", hide);
})();
