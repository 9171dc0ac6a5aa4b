// Reads the symbol out of the address that was not found, and offers our page or the United Nations' document.
(async () => {
  const offer = document.querySelector("[data-not-found-offer]");
  if (!offer) return;
  const base = offer.dataset.base.replace(/\/$/, "");
  const path = decodeURIComponent(location.pathname).slice(base.length).replace(/^\/|\/$/g, "");
  const symbol = path.replace(/^(ar|zh|ch|en|fr|ru|es)\//i, "").replace(/\.(html?|md|pdf)$/i, "").toUpperCase();
  if (!/^[A-Z]+\/.*\d/.test(symbol)) return;
  const pages = await fetch(offer.dataset.pages).then((answer) => (answer.ok ? answer.json() : {})).catch(() => ({}));
  const known = Object.keys(pages).find((each) => each.toUpperCase() === symbol);
  const links = known
    ? Object.entries(pages[known]).map(([lang, address]) => [lang, `${base}/${address}`])
    : ["zh", "en"].map((lang) => [lang, `https://undocs.org/${lang}/${symbol.split("/").map(encodeURIComponent).join("/")}`]);
  const list = document.createElement("ul");
  for (const [lang, address] of links) {
    const link = document.createElement("a");
    link.href = address;
    link.lang = lang === "zh" ? "zh-Hans" : lang;
    link.textContent = `${known || symbol} (${lang === "zh" ? "中文" : "English"})`;
    list.appendChild(document.createElement("li")).appendChild(link);
  }
  offer.appendChild(list);
})();
