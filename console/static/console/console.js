// What every page does besides: the box that ticks all, the key to the search, a form sent once.
(() => {
  "use strict";
  document.addEventListener("change", (event) => {
    const all = event.target.dataset && event.target.dataset.all;
    if (all) for (const one of document.getElementsByName(all)) one.checked = event.target.checked;
  });
  document.addEventListener("click", (event) => {
    const restore = event.target.closest("[data-restore]");
    if (restore) for (const one of restore.closest("fieldset").querySelectorAll("[data-draft]")) one.value = one.dataset.draft;
  });
  document.addEventListener("keydown", (event) => {
    if (event.isComposing || event.keyCode === 229 || event.ctrlKey || event.altKey || event.metaKey) return;
    if (event.target.closest("input, select, textarea, dialog")) return;
    if (event.code === "Slash" && !event.shiftKey) {
      const find = document.querySelector("[data-key='/']");
      if (find) { event.preventDefault(); find.focus(); find.select(); }
    }
  });
  // A table that is wider than its place is moved by the keyboard too, where nothing in it can be stopped at.
  const reachable = () => {
    for (const one of document.querySelectorAll("table.grid, .scroller")) {
      if (one.scrollWidth > one.clientWidth + 1 && !one.querySelector("a, button, input, select, summary")) one.tabIndex = 0;
      else one.removeAttribute("tabindex");
    }
  };
  addEventListener("resize", reachable);
  reachable();
  // A form without script of its own is sent once: the second click of a double click does nothing.
  document.addEventListener("submit", (event) => {
    const form = event.target;
    if (form.method !== "post" || form.hasAttribute("hx-post")) return;
    if (form.dataset.sent) event.preventDefault();
    form.dataset.sent = "1";
    setTimeout(() => delete form.dataset.sent, 4000);
  });
  document.addEventListener("click", (event) => {
    for (const menu of document.querySelectorAll("details.me[open]")) if (!menu.contains(event.target)) menu.open = false;
  });
})();
