// The mark of a paragraph copies its address, and a change of view (the other language, side by side) keeps the paragraph.
(() => {
  const chinese = document.documentElement.lang.startsWith("zh");
  const said = document.createElement("div");
  said.setAttribute("role", "status");
  said.className = "said";
  document.body.append(said);

  const copy = async (mark) => {
    try {
      await navigator.clipboard.writeText(mark.href);
      said.textContent = chinese ? "链接已复制" : "Link copied";
    } catch {
      // Without the right to write there (plain http, a reader's refusal) the address is in the address bar all the same.
      said.textContent = chinese ? "链接见地址栏" : "The link is in the address bar";
    }
    setTimeout(() => (said.textContent = ""), 2500);
  };

  // What is being read: the paragraph that was arrived at while it is in view, else the first that is not above the header.
  const reading = () => {
    const top = document.querySelector(".md-header")?.getBoundingClientRect().bottom ?? 0;
    const inView = (each) => {
      const box = each.getBoundingClientRect();
      return box.height > 0 && box.bottom > top + 4 && box.top < innerHeight;
    };
    const target = location.hash && document.getElementById(decodeURIComponent(location.hash.slice(1)));
    if (target && inView(target)) return target.id;
    if (scrollY < top) return "";
    const addressed = document.querySelectorAll(".md-content :is(h2, h3, h4, h5, p, li, section, .pair)[id]");
    return [...addressed].find(inView)?.id ?? "";
  };

  // What a mark is for, once it is pointed at.
  document.addEventListener("pointerover", ({ target }) => {
    const mark = target.closest?.(".headerlink, .cite-mark, .guide-mark");
    if (mark) mark.title ||= mark.getAttribute("aria-label") ?? "";
  });
  document.addEventListener("click", (event) => {
    const mark = event.target.closest(".headerlink");
    if (mark) copy(mark);
  });
  for (const event of ["click", "auxclick", "contextmenu", "focusin"]) {
    document.addEventListener(event, ({ target }) => {
      const link = target.closest?.(".md-select__link, .keeps-place");
      if (link) link.hash = reading();
    }, { capture: true });
  }
})();
