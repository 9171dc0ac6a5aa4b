// What the theme leaves to the mouse, for the keyboard: the label that opens the navigation becomes a button, those of its levels
// on a phone can be reached and pressed; Escape closes what is open and leaves the reader where it was opened. (The search opens
// when its field has the focus.)
(() => {
  const chinese = document.documentElement.lang.startsWith("zh");
  const drawer = document.getElementById("__drawer");
  const side = document.querySelector(".md-sidebar--primary");
  const select = document.querySelector(".md-select");

  const label = document.querySelector('.md-header label[for="__drawer"]');
  const opener = document.createElement("button");
  opener.type = "button";
  opener.className = `${label.className} drawer-button`;
  opener.setAttribute("aria-label", chinese ? "导航" : "Navigation");
  opener.append(...label.childNodes);
  opener.addEventListener("click", () => drawer.click());
  label.replaceWith(opener);
  const say = () => opener.setAttribute("aria-expanded", drawer.checked);
  drawer.addEventListener("change", say);
  say();

  for (const each of document.querySelectorAll(".md-sidebar--primary label[for]")) {
    if (each.htmlFor !== "__drawer") each.tabIndex = 0;
  }

  const shown = (each) => each.checkVisibility({ visibilityProperty: true }) && each.getBoundingClientRect().width > 0;
  const enter = (within) => [...within.querySelectorAll("a, label[tabindex]")].find(shown)?.focus();
  // Once the level has come into sight: it cannot have the focus before.
  drawer.addEventListener("change", () => drawer.checked && setTimeout(() => side.contains(document.activeElement) || enter(side), 60));

  document.addEventListener("keydown", (event) => {
    const pressed = event.target.closest?.("label[tabindex]");
    if (pressed && (event.key === "Enter" || event.key === " ")) {
      // Before the theme's own handler, which knows one of the two keys.
      event.preventDefault();
      event.stopImmediatePropagation();
      pressed.click();
      const toggle = document.getElementById(pressed.htmlFor);
      // What was pressed may be covered by the level that has come, or have gone with its own.
      const level = toggle.checked ? toggle.parentElement : toggle.closest(".md-nav");
      setTimeout(() => shown(pressed) || enter(level), 60);
    } else if (event.key === "Escape" && drawer.checked) {
      drawer.click();
      opener.focus();
    } else if (event.key === "Escape" && select) {
      if (select.contains(document.activeElement)) select.querySelector("button").focus();
      select.classList.add("md-select--closed");
    }
  }, { capture: true });
  for (const event of ["focusout", "mouseleave"]) {
    select?.addEventListener(event, ({ relatedTarget }) => select.contains(relatedTarget) || select.classList.remove("md-select--closed"));
  }
})();
