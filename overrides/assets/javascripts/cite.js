// On a page of citations each ready reference gets a button that copies it; without a script there is the text to select.
(() => {
  const chinese = document.documentElement.lang.startsWith("zh");
  for (const ready of document.querySelectorAll(".ready")) {
    const text = ready.textContent;
    const button = document.createElement("button");
    button.type = "button";
    button.className = "copy";
    button.textContent = chinese ? "复制" : "Copy";
    button.setAttribute("aria-label", `${button.textContent}${chinese ? "：" : ": "}${text}`);
    button.addEventListener("click", async () => {
      const said = document.querySelector(".said");
      try {
        await navigator.clipboard.writeText(text);
        said.textContent = chinese ? "引文已复制" : "Reference copied";
      } catch {
        // Without the right to write there, the text is selected for the reader's own command.
        getSelection().selectAllChildren(ready);
        said.textContent = chinese ? "引文已选定" : "Reference selected";
      }
      setTimeout(() => (said.textContent = ""), 2500);
    });
    ready.append(" ", button);
  }
})();
