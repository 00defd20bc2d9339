// The review screen: its keys, and what is kept in place while parts of the page are exchanged.
// Everything here is also a link, a button or a form: without this file the screen works by mouse.
// review-page.js, review-hand.js and review-columns.js add their keys to Review.keys and what they do after an
// exchange to Review.settled.
const Review = (window.Review = { keys: {}, settled: [], kept: { scroll: {}, folds: {} } });
Review.$ = (what, within = document) => within.querySelector(what);
Review.all = (what, within = document) => [...within.querySelectorAll(what)];
Review.token = () => JSON.parse(document.body.getAttribute("hx-headers"))["X-CSRFToken"];
(() => {
  "use strict";
  const { $, all, kept, keys } = Review;

  // ---- what is typed is nobody's shortcut: fields, dialogs, and words that are still being chosen (IME)
  const chosen = (event) => event.isComposing || event.keyCode === 229;
  const typing = (event) =>
    chosen(event) || event.ctrlKey || event.altKey || event.metaKey ||
    !!event.target.closest("input, select, textarea, dialog, [contenteditable]");

  const points = (which) => all(`.points a[data-point${which}]`).filter((one) => one.offsetParent);
  const step = (by, which) => {
    const listed = points(which), every = points("");
    const here = every.findIndex((one) => one.hasAttribute("aria-current"));
    const ahead = by > 0 ? listed.filter((one) => every.indexOf(one) > here) : listed.filter((one) => every.indexOf(one) < here).reverse();
    if (ahead[0]) ahead[0].click();
    else if (by > 0 && which) show("end");
  };
  const show = (name) => {
    const sheet = $(`#${name}`);
    if (sheet && !sheet.open) sheet.showModal();
  };
  const together = () => {
    const here = $(".points a[aria-current]"), group = here && here.closest("[data-group]");
    if (group) show(`together-${group.dataset.group}`);
  };
  const open = (code) => {
    const found = $(`.side [data-key=${code}]`);
    if (!found) return false;
    if (found.tagName === "BUTTON") { found.click(); return true; }
    found.open = true;
    enter(found);
    return true;
  };
  // The first field of a panel that was opened has the focus, with what stands in it chosen.
  const enter = (act) => {
    all("details.act[open]").forEach((one) => { if (one !== act) one.open = false; });
    if (Review.entered && Review.entered(act)) return;
    const field = $("form input:not([type=hidden], [type=checkbox]), form select, form textarea", act);
    if (field) { field.focus(); if (field.select && field.type !== "date") field.select(); }
    act.scrollIntoView({ block: "nearest" });
  };
  const shut = () => {
    const act = $("details.act[open]");
    if (act) { act.open = false; if (document.activeElement) document.activeElement.blur(); }
    return act;
  };
  Review.shut = shut;

  keys.KeyJ = (shift) => step(1, shift ? "" : "=open");
  keys.KeyK = (shift) => step(-1, shift ? "" : "=open");
  keys.KeyQ = () => show("end");
  // G, then where to: two keys within a second and a half.
  let going = 0;
  keys.KeyG = () => { going = performance.now(); };
  const goes = (code) => {
    const asked = going && performance.now() - going < 1500;
    going = 0;
    if (!asked) return false;
    const link = $(`[data-go-to=${code}]`), find = $("[data-key='/']");
    if (link) { link.click(); return true; }
    if (code === "KeyS" && find) { find.focus(); return true; }
    return false;
  };
  const escaped = (event) => {
    if (Review.escaped && Review.escaped()) { event.preventDefault(); return; }
    if (!event.target.closest("dialog")) shut();
  };
  document.addEventListener("keydown", (event) => {
    if (event.code === "Escape" && !chosen(event)) { escaped(event); return; }
    if (event.ctrlKey && event.code === "Enter" && !event.isComposing) {
      const form = event.target.closest("form");
      if (form && form.method === "post") { event.preventDefault(); form.requestSubmit(); }
      return;
    }
    if (typing(event)) return;
    if (Review.drawn && Review.drawn(event)) { event.preventDefault(); return; }
    if (event.key === "?") { event.preventDefault(); show("keys"); return; }
    if (goes(event.code)) { event.preventDefault(); return; }
    const link = $(`[data-go=${event.code}]`);
    if (link && !event.shiftKey) { event.preventDefault(); link.click(); return; }
    const place = /^Digit([1-9])$/.exec(event.code);
    if (place) { const one = $(`.side [data-place="${place[1]}"]`); if (one) { event.preventDefault(); one.click(); } return; }
    if (event.shiftKey && event.code === "KeyA") { event.preventDefault(); together(); return; }
    if (keys[event.code]) { if (keys[event.code](event.shiftKey, event) !== false) event.preventDefault(); return; }
    if (!event.shiftKey && open(event.code)) event.preventDefault();
  });
  document.addEventListener("click", (event) => {
    const opener = event.target.closest("[data-open]"), closer = event.target.closest("[data-shut]"), said = event.target.closest("[data-say]");
    if (opener) show(opener.dataset.open);
    if (closer) closer.closest("dialog").close();
    if (said) { const field = said.closest("form").elements.reason; field.value = said.dataset.say; field.focus(); }
    const act = event.target.closest("details.act > summary");
    if (act && !act.parentElement.open) setTimeout(() => enter(act.parentElement));
    if (event.target.closest(".told")) event.target.closest(".told").remove();
  });

  // ---- one panel at a time; the file chosen is opened; the value being typed is read
  document.addEventListener("toggle", (event) => {
    if (event.target.matches("details.act") && event.target.open) all("details.act[open]").forEach((one) => { if (one !== event.target) one.open = false; });
    if (event.target.matches("details.folded")) kept.folds[event.target.dataset.fold] = event.target.open;
  }, true);
  document.addEventListener("change", (event) => {
    if (event.target.matches("[data-go-on-change]")) event.target.form.requestSubmit();
  });
  let waiting;
  Review.read = () => {
    const field = $("[data-reading]");
    if (!field) return;
    const form = field.form, what = form.elements.what, unit = (what.selectedOptions ? what.selectedOptions[0] : what).dataset.unit;
    clearTimeout(waiting);
    waiting = setTimeout(async () => {
      const said = new URLSearchParams({ what: what.value, value: field.value, unit: unit || "" });
      const answer = await fetch(`${field.dataset.reading}?${said}`);
      const text = answer.ok ? await answer.text() : "";
      const out = $(".reads", form);
      out.textContent = text;
      out.classList.toggle("bad", text.startsWith("不能"));
    }, 150);
  };
  document.addEventListener("input", (event) => { if (event.target.matches("[data-reading]")) { event.target.dataset.typed = ""; Review.read(); } });

  // ---- places stay while parts are exchanged; so do words in a panel while the page beside it is turned
  const spot = () => $("#review") && $("#review").dataset.point;
  const remember = () => {
    all("[data-keep]").forEach((one) => { kept.scroll[one.dataset.keep] = one.scrollTop; });
    const act = $("details.act[open]"), form = act && act.dataset.key !== "KeyC" && $("form", act);
    kept.left = Number($("#review")?.dataset.left);
    kept.panel = form && { point: spot(), key: act.dataset.key, words: [...new FormData(form)].filter(([name]) => /^(text|reason|until|pages|article|disposition|kind)$/.test(name)) };
  };
  const panelAgain = () => {
    const was = kept.panel;
    kept.panel = null;
    if (!was || was.point !== spot() || $("details.act[open]")) return;
    const act = $(`details.act[data-key=${was.key}]`);
    if (!act) return;
    act.open = true;
    for (const [name, value] of was.words) { const field = $("form", act).elements[name]; if (field && "value" in field) field.value = value; }
  };
  const settle = () => {
    all("[data-keep]").forEach((one) => { if (kept.scroll[one.dataset.keep] && one.dataset.keep !== "side") one.scrollTop = kept.scroll[one.dataset.keep]; });
    all("details.folded").forEach((one) => { if (kept.folds[one.dataset.fold]) one.open = true; });
    const line = $(".points a[aria-current]");
    if (line) line.scrollIntoView({ block: "nearest" });
    panelAgain();
    Review.settled.forEach((one) => one());
    if (kept.left > 0 && $("#review").dataset.left === "0") show("end");
    kept.left = 0;
    document.documentElement.dataset.settled = String(Number(document.documentElement.dataset.settled || 0) + 1);
  };
  document.addEventListener("htmx:beforeRequest", (event) => {
    remember();
    // An act's words are done with once it is done; one that is refused shows them itself.
    if (event.detail.requestConfig.verb === "post") kept.panel = null;
  });
  document.addEventListener("htmx:afterSettle", (event) => {
    if (event.target.id === "review" || $("#review")) settle();
    const told = $("#told .told");
    // What an act has changed elsewhere stays until it is read: a click, or the next act.
    if (told && !told.textContent.includes("由此")) setTimeout(() => told.remove(), 9000);
  });
  document.addEventListener("htmx:sendError", () => {
    const told = $("#told");
    told.replaceChildren(Object.assign(document.createElement("p"), { className: "told error", textContent: "没有连上服务器，刚才的操作没有写入。连上后再点一次；填写的文字还在。" }));
  });
  document.addEventListener("DOMContentLoaded", settle);
})();
