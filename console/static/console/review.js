// The review screen: keys, zoom, what is kept in place while parts of the page are exchanged.
// Everything here is also a link, a button or a form: without this file the screen works by mouse.
(() => {
  "use strict";
  const $ = (what, within = document) => within.querySelector(what);
  const all = (what, within = document) => [...within.querySelectorAll(what)];
  const kept = { scroll: {}, zoom: "width", folds: {} };

  // ---- what is typed is nobody's shortcut: fields, dialogs, and words that are still being chosen (IME)
  const typing = (event) =>
    event.isComposing || event.keyCode === 229 || event.ctrlKey || event.altKey || event.metaKey ||
    !!event.target.closest("input, select, textarea, dialog, [contenteditable]");

  const points = (which) => all(`.points a[data-point${which}]`).filter((one) => one.offsetParent);
  const step = (by, which) => {
    const listed = points(which), every = points("");
    const here = every.findIndex((one) => one.hasAttribute("aria-current"));
    const ahead = by > 0 ? listed.filter((one) => every.indexOf(one) > here) : listed.filter((one) => every.indexOf(one) < here).reverse();
    if (ahead[0]) ahead[0].click();
  };
  const open = (code) => {
    const found = $(`.side [data-key=${code}]`);
    if (!found) return false;
    if (found.tagName === "BUTTON") { found.click(); return true; }
    all("details.act[open]").forEach((one) => { if (one !== found) one.open = false; });
    found.open = true;
    const field = $("form input:not([type=hidden], [type=checkbox]), form select, form textarea", found);
    if (field) { field.focus(); if (field.select && field.type !== "date") field.select(); }
    found.scrollIntoView({ block: "nearest" });
    return true;
  };

  const KEYS = {
    KeyJ: (shift) => step(1, shift ? "" : "=open"),
    KeyK: (shift) => step(-1, shift ? "" : "=open"),
    KeyW: () => zoom("width"), Digit0: () => zoom("page"), Minus: () => zoom("out"), Equal: () => zoom("in"),
  };
  document.addEventListener("keydown", (event) => {
    if (event.code === "Escape" && !event.isComposing && event.keyCode !== 229) {
      const act = event.target.closest("details.act[open]") || $("details.act[open]");
      if (act && !event.target.closest("dialog")) { act.open = false; if (document.activeElement) document.activeElement.blur(); }
      return;
    }
    if (event.ctrlKey && event.code === "Enter" && !event.isComposing) {
      const form = event.target.closest("form");
      if (form && form.method === "post") { event.preventDefault(); form.requestSubmit(); }
      return;
    }
    if (typing(event)) return;
    if (event.key === "?") { event.preventDefault(); $("#keys").showModal(); return; }
    const link = $(`[data-go=${event.code}]`);
    if (link && !event.shiftKey) { event.preventDefault(); link.click(); return; }
    const place = /^Digit([1-9])$/.exec(event.code);
    if (place) { const one = $(`.side [data-place="${place[1]}"]`); if (one) { event.preventDefault(); one.click(); } return; }
    if (KEYS[event.code]) { event.preventDefault(); KEYS[event.code](event.shiftKey); return; }
    if (!event.shiftKey && open(event.code)) event.preventDefault();
  });

  // ---- zoom: a fraction of the width of the view, or fitted
  const zoom = (how) => {
    const sheet = $(".sheet"), view = $(".view");
    if (!sheet || !view) return;
    const image = $("img", sheet), room = view.clientWidth - 30, high = view.clientHeight - 30;
    const ratio = image.dataset.width / image.dataset.height || 0.7;
    let wide = sheet.clientWidth || room;
    if (how === "width") wide = room;
    else if (how === "page") wide = Math.min(room, high * ratio);
    else if (how === "in") wide = Math.min(wide * 1.25, room * 4);
    else if (how === "out") wide = Math.max(wide / 1.25, room / 2);
    else if (typeof how === "number") wide = how;
    kept.zoom = how === "in" || how === "out" ? wide : how;
    const middle = [(view.scrollLeft + view.clientWidth / 2) / (sheet.clientWidth || 1), (view.scrollTop + view.clientHeight / 2) / (sheet.clientHeight || 1)];
    sheet.style.width = `${wide}px`;
    if (how === "in" || how === "out") { view.scrollLeft = middle[0] * sheet.clientWidth - view.clientWidth / 2; view.scrollTop = middle[1] * sheet.clientHeight - view.clientHeight / 2; }
  };
  document.addEventListener("click", (event) => {
    const button = event.target.closest("[data-zoom]");
    if (button) zoom(button.dataset.zoom);
    const opener = event.target.closest("[data-open]");
    if (opener) $(`#${opener.dataset.open}`).showModal();
  });
  document.addEventListener("wheel", (event) => {
    if (!event.ctrlKey || !event.target.closest(".view")) return;
    event.preventDefault();
    zoom(event.deltaY < 0 ? "in" : "out");
  }, { passive: false });
  let drag = null;
  document.addEventListener("pointerdown", (event) => {
    const view = event.target.closest(".view");
    if (view && event.button === 0 && !event.target.closest("a, button, .text")) drag = { view, x: event.clientX + view.scrollLeft, y: event.clientY + view.scrollTop };
  });
  document.addEventListener("pointermove", (event) => {
    if (drag) { drag.view.scrollLeft = drag.x - event.clientX; drag.view.scrollTop = drag.y - event.clientY; }
  });
  document.addEventListener("pointerup", () => { drag = null; });
  document.addEventListener("dragstart", (event) => { if (event.target.closest(".sheet")) event.preventDefault(); });

  // ---- one panel at a time; the file chosen is opened; the value being typed is read
  document.addEventListener("toggle", (event) => {
    if (event.target.matches("details.act") && event.target.open) all("details.act[open]").forEach((one) => { if (one !== event.target) one.open = false; });
    if (event.target.matches("details.folded")) kept.folds[event.target.dataset.fold] = event.target.open;
  }, true);
  document.addEventListener("change", (event) => {
    if (event.target.matches("[data-go-on-change]")) event.target.form.requestSubmit();
    if (event.target.matches("select[name=what]")) read();
  });
  let waiting;
  const read = () => {
    const field = $("[data-reading]");
    if (!field) return;
    const form = field.form, what = form.elements.what, chosen = what.selectedOptions ? what.selectedOptions[0].dataset.unit : field.dataset.unit;
    clearTimeout(waiting);
    waiting = setTimeout(async () => {
      const said = new URLSearchParams({ what: what.value, value: field.value, unit: chosen || "" });
      const answer = await fetch(`${field.dataset.reading}?${said}`);
      const text = answer.ok ? await answer.text() : "";
      const out = $(".reads", form);
      out.textContent = field.value ? text : "";
      out.classList.toggle("bad", text.startsWith("不能"));
    }, 150);
  };
  document.addEventListener("input", (event) => { if (event.target.matches("[data-reading]")) read(); });

  // ---- places stay while parts are exchanged; what is spoken of is brought into view
  const remember = () => all("[data-keep]").forEach((one) => { kept.scroll[one.dataset.keep] = one.scrollTop; });
  const settle = () => {
    const list = $("[data-keep=points]");
    if (list && kept.scroll.points) list.scrollTop = kept.scroll.points;
    all("details.folded").forEach((one) => { if (kept.folds[one.dataset.fold]) one.open = true; });
    const line = $(".points a[aria-current]");
    if (line) line.scrollIntoView({ block: "nearest" });
    zoom(kept.zoom);
    const spot = $(".box.current") || $(".text .current");
    const view = $(".view");
    if (spot && view) {
      const at = spot.getBoundingClientRect(), room = view.getBoundingClientRect();
      if (at.top < room.top + 20 || at.bottom > room.bottom - 20) view.scrollTop += at.top - room.top - room.height / 3;
    }
    document.documentElement.dataset.settled = String(Number(document.documentElement.dataset.settled || 0) + 1);
  };
  document.addEventListener("htmx:beforeRequest", remember);
  document.addEventListener("htmx:afterSettle", (event) => {
    if (event.target.id === "review" || $("#review")) settle();
    const told = $("#told .told");
    if (told) setTimeout(() => told.remove(), 9000);
  });
  document.addEventListener("htmx:sendError", () => {
    const told = $("#told");
    told.replaceChildren(Object.assign(document.createElement("p"), { className: "told error", textContent: "没有连上服务器，刚才的操作没有写入。连上后再点一次；填写的文字还在。" }));
  });
  document.addEventListener("DOMContentLoaded", settle);
  addEventListener("resize", () => zoom(typeof kept.zoom === "number" ? kept.zoom : kept.zoom));
})();
