// By hand on the page: a value corrected where it stands, and a frame drawn around what the program did not see.
(() => {
  "use strict";
  const { $, all } = Review;

  // ---- 更正: the form of the card is laid over the page, at the box or cell of the value, while its panel is open
  const NARROW = matchMedia("(max-width: 64rem)");
  const panel = () => $("details.act[data-key=KeyC]");
  const home = () => panel() && $("div", panel());
  const amend = () => $("[data-amend]");
  const asked = () => { const what = $("[name=what]", amend()); return what.selectedOptions ? what.selectedOptions[0] : what; };
  const placeOf = (number) => (number === "0" ? null : all(`.pane .view [data-number="${number}"]`).find((one) => one.closest(".view").clientWidth));
  const shown = (spot) => (spot.matches(".box") ? $("rect", spot) : spot).getBoundingClientRect();
  const back = () => {
    const form = amend();
    if (!form || !home() || form.parentElement === home()) return;
    form.classList.remove("over");
    form.removeAttribute("style");
    home().append(form);
    $(".moved", home()).hidden = true;
  };
  const over = () => {
    const form = amend(), spot = !NARROW.matches && panel() && panel().open && placeOf(asked().dataset.at);
    if (!spot) { back(); return null; }
    const holder = spot.closest(".sheet, .text");
    if (form.parentElement !== holder) holder.append(form);
    form.classList.add("over");
    $(".moved", home()).hidden = false;
    const at = shown(spot), around = holder.getBoundingClientRect();
    form.style.left = `${Math.max(4, Math.min(at.left - around.left, holder.clientWidth - form.offsetWidth - 4))}px`;
    form.style.top = `${at.bottom - around.top + 6}px`;
    return form;
  };
  const fresh = () => {
    const field = $("[name=value]", amend());
    if (!("typed" in field.dataset)) field.value = asked().dataset.read;
    $(".unit", amend()).textContent = asked().dataset.unit;
    const was = $("[data-was]", amend());
    if (was) was.textContent = `${asked().dataset.read || "（空白）"} ${asked().dataset.unit}`;
    return field;
  };
  const begin = () => {
    const form = over(), field = fresh();
    field.focus({ preventScroll: !!form });
    field.select();
    if (form) form.scrollIntoView({ block: "nearest", inline: "nearest" });
    Review.read();
  };
  Review.entered = (act) => {
    if (act !== panel()) return false;
    begin();
    return true;
  };
  Review.laid = () => { if (panel() && panel().open) over(); };
  document.addEventListener("toggle", (event) => { if (event.target === panel() && !event.target.open) back(); }, true);
  document.addEventListener("change", (event) => {
    if (!event.target.matches("[data-amend] select[name=what]")) return;
    delete $("[name=value]", amend()).dataset.typed;
    begin();
  });
  document.addEventListener("click", (event) => {
    if (event.target.closest("[data-leave]")) { Review.shut(); return; }
    // The box that is spoken of already: a click on it is a wish to correct it.
    const box = event.target.closest(".box.current, .text .mark.current a");
    const number = box && (box.dataset.number || box.parentElement.dataset.number);
    if (!box || !panel() || box.closest(".second")) return;
    const choice = $("select[name=what]", amend()), fitting = choice ? [...choice.options].find((one) => one.dataset.at === number) : asked().dataset.at === number && asked();
    if (!fitting) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    if (choice) fitting.selected = true;
    panel().open = true;
    begin();
  }, true);

  // ---- 另加一点: a frame, drawn with the mouse or moved by the arrows; in the page's own units
  const MOVED = 6, SMALLEST = 4;
  let frame = null, from = null;
  const sheet = () => $(".one:not(.second) .sheet");
  const limits = () => $("svg", sheet()).viewBox.baseVal;
  const onPage = (event) => {
    const svg = $("svg", sheet()), at = new DOMPoint(event.clientX, event.clientY).matrixTransform(svg.getScreenCTM().inverse());
    return [Math.min(Math.max(at.x, 0), limits().width), Math.min(Math.max(at.y, 0), limits().height)];
  };
  const draw = () => {
    const rect = $(".drawn", sheet());
    rect.toggleAttribute("hidden", !frame);
    if (!frame) return;
    for (const [name, value] of [["x", frame[0]], ["y", frame[1]], ["width", frame[2] - frame[0]], ["height", frame[3] - frame[1]]]) rect.setAttribute(name, String(value));
  };
  const mode = (on) => {
    Review.drawing = on;
    document.body.classList.toggle("drawing", on);
    $(".strip.drawing").hidden = !on;
  };
  const own = () => $("details.act[data-key=KeyB]");
  const keepFrame = () => {
    const field = $("[name=box]", own());
    field.value = frame ? frame.map((edge) => edge.toFixed(1)).join(",") : "";
    $("[data-drawn]", own()).textContent = frame ? "已画方框" : "";
    $("[data-undraw]", own()).hidden = !frame;
  };
  const ends = (kept) => {
    const field = $("[name=box]", own());
    if (!kept) frame = field.value ? field.value.split(",").map(Number) : null;
    from = null;
    mode(false);
    draw();
    keepFrame();
    $("textarea", own()).focus();
  };
  const startFrame = () => {
    const box = $(".box.current rect", sheet()), { width, height } = limits();
    if (box) { const { x, y, width: w, height: h } = box.getBBox(); return [Math.max(x, 0), Math.max(y, 0), Math.min(x + w, width), Math.min(y + h, height)]; }
    return [width * 0.3, height * 0.3, width * 0.7, height * 0.36];
  };
  document.addEventListener("click", (event) => {
    if (event.target.closest("[data-draw]") && sheet()) { frame = frame || startFrame(); mode(true); draw(); document.activeElement.blur(); }
    if (event.target.closest("[data-undraw]")) { frame = null; draw(); keepFrame(); }
  });
  document.addEventListener("pointerdown", (event) => {
    if (!Review.drawing || !sheet() || !event.target.closest(".one:not(.second) .sheet")) return;
    event.preventDefault();
    from = onPage(event);
  }, true);
  document.addEventListener("pointermove", (event) => {
    if (!from) return;
    const to = onPage(event);
    frame = [Math.min(from[0], to[0]), Math.min(from[1], to[1]), Math.max(from[0], to[0]), Math.max(from[1], to[1])];
    draw();
  });
  document.addEventListener("pointerup", () => {
    if (!from) return;
    from = null;
    if (frame[2] - frame[0] > SMALLEST && frame[3] - frame[1] > SMALLEST) ends(true);
  });
  // A click inside the page is no jump to a box while a frame is being drawn.
  document.addEventListener("click", (event) => { if (Review.drawing && event.target.closest(".sheet")) { event.preventDefault(); event.stopImmediatePropagation(); } }, true);
  const moved = (across, down, size) => {
    const { width, height } = limits();
    if (size) return [frame[0], frame[1], Math.min(Math.max(frame[2] + across, frame[0] + SMALLEST), width), Math.min(Math.max(frame[3] + down, frame[1] + SMALLEST), height)];
    const x = Math.min(Math.max(across, -frame[0]), width - frame[2]), y = Math.min(Math.max(down, -frame[1]), height - frame[3]);
    return [frame[0] + x, frame[1] + y, frame[2] + x, frame[3] + y];
  };
  Review.drawn = (event) => {
    if (!Review.drawing || event.code === "Tab") return false;
    const by = { ArrowLeft: [-MOVED, 0], ArrowRight: [MOVED, 0], ArrowUp: [0, -MOVED], ArrowDown: [0, MOVED] }[event.code];
    if (event.code === "Enter") ends(true);
    if (by) { frame = moved(...by, event.shiftKey); draw(); }
    return true;
  };
  Review.escaped = () => {
    if (Review.drawing) { ends(false); return true; }
    if (amend() && amend().classList.contains("over")) { back(); Review.shut(); return true; }
    return false;
  };

  Review.settled.push(() => {
    mode(false);
    const field = own() && $("[name=box]", own());
    frame = field && field.value ? field.value.split(",").map(Number) : null;
    if (frame && sheet()) { draw(); keepFrame(); }
    // An act that was refused comes back open, with what was typed.
    if (panel() && panel().open) begin();
  });
})();
