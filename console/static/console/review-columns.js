// The columns of the review screen: how wide, which are folded, whether small pages and a second page are shown.
// Kept with whoever sits there, on the server.
(() => {
  "use strict";
  const { $, all, keys } = Review;
  const NARROWEST = 200, WIDEST = 640, STEP = 16;
  const set = {};
  let waiting;
  const screen = () => $("#review");
  const keep = (name, value) => {
    set[name] = value;
    document.documentElement.dataset.kept = "0";
    clearTimeout(waiting);
    waiting = setTimeout(send, 300);
  };
  const send = () => {
    clearTimeout(waiting);
    waiting = 0;
    fetch(screen().dataset.habits, { method: "POST", body: new URLSearchParams(set), headers: { "X-CSRFToken": Review.token() }, keepalive: true })
      .then(() => { if (!waiting) document.documentElement.dataset.kept = "1"; }, () => {});
  };
  addEventListener("pagehide", () => { if (waiting) send(); });

  const widen = (name, width) => {
    const wide = Math.round(Math.min(Math.max(width, NARROWEST), WIDEST, innerWidth / 2.5));
    // Not on #review: htmx would write its style anew as an attribute, which the policy forbids.
    document.documentElement.style.setProperty(`--${name}`, `${wide}px`);
    const edge = $(`[data-edge=${name}]`);
    for (const [key, value] of [["now", wide], ["min", NARROWEST], ["max", WIDEST]]) edge.setAttribute(`aria-value${key}`, String(value));
    return wide;
  };
  const column = (name) => $(name === "points" ? "section.points" : "section.side");
  const turnOn = (name, on) => {
    screen().classList.toggle(name, on);
    all(`[data-switch=${name}]`).forEach((one) => one.setAttribute("aria-pressed", String(on)));
    keep(name, on ? "1" : "0");
    Review.zoom(Review.kept.zoom);
  };
  const toggle = (name) => turnOn(name, !screen().classList.contains(name));
  keys.Comma = () => toggle("fold-points");
  keys.Period = () => toggle("fold-side");
  keys.KeyO = () => { if ($("[data-switch=thumbs]")) toggle("thumbs"); };
  keys.KeyD = () => { if ($("[data-switch=single]")) toggle("single"); };
  document.addEventListener("click", (event) => {
    const fold = event.target.closest("button[data-fold]"), other = event.target.closest("[data-switch]");
    if (fold) toggle(`fold-${fold.dataset.fold}`);
    if (other) toggle(other.dataset.switch);
  });

  // ---- an edge is dragged, or moved by the arrows
  let held = null;
  document.addEventListener("pointerdown", (event) => {
    const edge = event.target.closest("[data-edge]");
    if (!edge || event.button !== 0) return;
    event.preventDefault();
    edge.focus();
    held = { name: edge.dataset.edge, x: event.clientX, wide: column(edge.dataset.edge).offsetWidth };
  });
  document.addEventListener("pointermove", (event) => {
    if (!held) return;
    const by = event.clientX - held.x;
    held.now = widen(held.name, held.wide + (held.name === "points" ? by : -by));
    Review.zoom(Review.kept.zoom);
  });
  document.addEventListener("pointerup", () => {
    if (held && held.now) keep(held.name, held.now);
    held = null;
  });
  document.addEventListener("keydown", (event) => {
    const edge = event.target.closest("[data-edge]"), by = { ArrowLeft: -STEP, ArrowRight: STEP }[event.code];
    if (!edge || !by) return;
    event.preventDefault();
    const name = edge.dataset.edge;
    keep(name, widen(name, column(name).offsetWidth + (name === "points" ? by : -by)));
    Review.zoom(Review.kept.zoom);
  });

  // ---- after an exchange: as it was set here, else as it was kept
  Review.settled.unshift(() => {
    for (const name of ["points", "side"]) {
      const wide = set[name] || screen().dataset[name === "points" ? "widthPoints" : "widthSide"];
      if (wide) widen(name, Number(wide));
    }
    for (const name of ["fold-points", "fold-side", "thumbs", "single"]) if (name in set) screen().classList.toggle(name, set[name] === "1");
    all("[data-switch]").forEach((one) => one.setAttribute("aria-pressed", String(screen().classList.contains(one.dataset.switch))));
  });
})();
