// On a page of citations each ready reference gets a button that copies it; without a script there is the text to select.
(() => {
  const chinese = document.documentElement.lang.startsWith("zh");
  for (const ready of document.querySelectorAll(".ready")) {
    const words = ready.firstChild;
    const button = document.createElement("button");
    button.type = "button";
    button.className = "copy";
    button.textContent = chinese ? "复制" : "Copy";
    // Which of the many it copies: the paragraph and the form.
    const place = ready.closest("section").id;
    button.setAttribute("aria-label", `${button.textContent} (${place}, ${ready.previousElementSibling.textContent})`);
    button.addEventListener("click", async () => {
      const said = document.querySelector(".said");
      try {
        await navigator.clipboard.writeText(words.data);
        said.textContent = chinese ? "引文已复制" : "Reference copied";
      } catch {
        // Without the right to write there, the words are selected for the reader's own command.
        getSelection().setBaseAndExtent(words, 0, words, words.data.length);
        said.textContent = chinese ? "引文已选定" : "Reference selected";
      }
      setTimeout(() => (said.textContent = ""), 2500);
    });
    ready.append(button);
  }
})();
