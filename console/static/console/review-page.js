// The page on the review screen: how large, which way up, a loupe, the small pages, the next page fetched ahead.
(() => {
  "use strict";
  const { $, all, kept, keys } = Review;
  kept.zoom = "width";
  kept.turns = {};

  // ---- zoom and turn: how wide the sheet is in its view; a sheet on its side is as wide as its page is high
  const turnOf = (sheet) => kept.turns[`${sheet.dataset.file}/${sheet.dataset.page}`] || 0;
  const room = (view) => ({ wide: view.clientWidth - 30, high: view.clientHeight - 30 });
  const ratioOf = (sheet) => {
    const { width, height } = $("img", sheet).dataset, ratio = width / height || 0.7;
    return turnOf(sheet) % 180 ? 1 / ratio : ratio;
  };
  const wished = (sheet, how) => {
    const { wide, high } = room(sheet.closest(".view")), now = sheet.clientWidth || wide, ratio = ratioOf(sheet);
    if (how === "page") return Math.min(wide, high * ratio);
    if (how === "in") return Math.min(now * 1.25, wide * 4);
    if (how === "out") return Math.max(now / 1.25, wide / 2);
    if (how === "box") return boxed(sheet, wide);
    return typeof how === "number" ? how : wide;
  };
  const boxed = (sheet, wide) => {
    const box = $(".box.current rect", sheet), scale = box && sheet.clientWidth / box.getBoundingClientRect().width;
    return scale ? Math.min(Math.max(wide * 0.6 * scale, wide), wide * 4) : wide;
  };
  const lay = (sheet, wide) => {
    const face = $(".face", sheet), turn = turnOf(sheet), high = wide / ratioOf(sheet);
    sheet.style.width = `${wide}px`;
    sheet.style.height = `${high}px`;
    face.style.width = `${turn % 180 ? high : wide}px`;
    face.style.height = `${turn % 180 ? wide : high}px`;
    face.style.transform = `translate(-50%, -50%) rotate(${turn}deg)`;
    sheet.dataset.turn = String(turn);
  };
  const zoom = (how) => {
    for (const sheet of all(".sheet")) {
      const view = sheet.closest(".view");
      if (!view.clientWidth) continue;
      const middle = [(view.scrollLeft + view.clientWidth / 2) / (sheet.clientWidth || 1), (view.scrollTop + view.clientHeight / 2) / (sheet.clientHeight || 1)];
      const wide = wished(sheet, how);
      lay(sheet, wide);
      if (sheet === $(".sheet")) kept.zoom = how === "in" || how === "out" || how === "box" ? wide : how;
      if (how === "in" || how === "out") { view.scrollLeft = middle[0] * sheet.clientWidth - view.clientWidth / 2; view.scrollTop = middle[1] * sheet.clientHeight - view.clientHeight / 2; }
      if (how === "box") centre(view);
    }
    if (Review.laid) Review.laid();
  };
  const centre = (view) => {
    const box = $(".box.current rect", view), seen = view.getBoundingClientRect();
    if (!box) return;
    const at = box.getBoundingClientRect();
    view.scrollLeft += at.left + at.width / 2 - seen.left - seen.width / 2;
    view.scrollTop += at.top + at.height / 2 - seen.top - seen.height / 2;
  };
  const turn = () => {
    const sheet = $(".sheet");
    if (!sheet) return;
    kept.turns[`${sheet.dataset.file}/${sheet.dataset.page}`] = (turnOf(sheet) + 90) % 360;
    zoom(typeof kept.zoom === "number" ? "width" : kept.zoom);
  };
  Review.zoom = zoom;
  keys.KeyW = () => zoom("width");
  keys.Digit0 = () => zoom("page");
  keys.Minus = () => zoom("out");
  keys.Equal = () => zoom("in");
  keys.KeyV = () => zoom("box");
  keys.KeyR = turn;
  document.addEventListener("click", (event) => {
    const button = event.target.closest("[data-zoom]");
    if (button) zoom(button.dataset.zoom);
    if (event.target.closest("[data-turn]:not(.sheet)")) turn();
  });
  document.addEventListener("wheel", (event) => {
    if (!event.ctrlKey || !event.target.closest(".view")) return;
    event.preventDefault();
    zoom(event.deltaY < 0 ? "in" : "out");
  }, { passive: false });
  addEventListener("resize", () => zoom(kept.zoom));

  // ---- dragged by hand
  let drag = null;
  document.addEventListener("pointerdown", (event) => {
    const view = event.target.closest(".view");
    if (view && event.button === 0 && !Review.drawing && !event.target.closest("a, button, .text, .amend")) drag = { view, x: event.clientX + view.scrollLeft, y: event.clientY + view.scrollTop };
  });
  document.addEventListener("pointermove", (event) => {
    if (drag) { drag.view.scrollLeft = drag.x - event.clientX; drag.view.scrollTop = drag.y - event.clientY; }
  });
  document.addEventListener("pointerup", () => { drag = null; });
  document.addEventListener("dragstart", (event) => { if (event.target.closest(".sheet")) event.preventDefault(); });

  // ---- the loupe: while Space or Z is held, or its button is on; over the mouse, else over what is spoken of
  const STRONGER = 2.4;
  const glass = document.createElement("div");
  glass.className = "loupe";
  glass.hidden = true;
  glass.setAttribute("aria-hidden", "true");
  glass.append(new Image());
  let mouse = null;
  const faceAt = () => {
    const under = mouse && document.elementFromPoint(mouse.x, mouse.y);
    const face = under && under.closest(".face");
    if (face) return { face, x: mouse.x, y: mouse.y };
    const box = $(".box.current rect"), first = $(".face");
    const at = box ? box.getBoundingClientRect() : first && first.closest(".view").getBoundingClientRect();
    return first && { face: box ? box.closest(".face") : first, x: at.left + at.width / 2, y: at.top + at.height / 2 };
  };
  const look = () => {
    const at = faceAt();
    if (!at) return false;
    const image = $("img", at.face), seen = at.face.getBoundingClientRect(), sheet = at.face.closest(".sheet"), around = turnOf(sheet);
    // From the middle of the page, turned back to how the picture lies.
    const angle = (-around * Math.PI) / 180, x = at.x - seen.left - seen.width / 2, y = at.y - seen.top - seen.height / 2;
    const wide = at.face.offsetWidth, high = at.face.offsetHeight;
    const across = x * Math.cos(angle) - y * Math.sin(angle) + wide / 2, down = x * Math.sin(angle) + y * Math.cos(angle) + high / 2;
    const picture = glass.firstChild;
    if (picture.src !== image.currentSrc) picture.src = image.currentSrc || image.src;
    if (!glass.isConnected) document.body.append(glass);
    glass.hidden = false;
    picture.style.width = `${wide * STRONGER}px`;
    picture.style.height = `${high * STRONGER}px`;
    picture.style.transform = `translate(${glass.clientWidth / 2}px, ${glass.clientHeight / 2}px) rotate(${around}deg) translate(${-across * STRONGER}px, ${-down * STRONGER}px)`;
    glass.style.left = `${Math.min(Math.max(at.x - glass.offsetWidth / 2, 4), innerWidth - glass.offsetWidth - 4)}px`;
    glass.style.top = `${Math.min(Math.max(at.y - glass.offsetHeight / 2, 4), innerHeight - glass.offsetHeight - 4)}px`;
    return true;
  };
  const away = () => {
    glass.hidden = true;
    const button = $("[data-loupe]");
    if (button) button.setAttribute("aria-pressed", "false");
  };
  // Space is a button's own key where one has the focus.
  keys.Space = (_, event) => (event.target.closest("a, button, summary, [role=separator]") ? false : look());
  keys.KeyZ = look;
  document.addEventListener("keyup", (event) => { if (event.code === "Space" || event.code === "KeyZ") away(); });
  addEventListener("blur", away);
  document.addEventListener("pointermove", (event) => {
    mouse = { x: event.clientX, y: event.clientY };
    if (!glass.hidden) look();
  });
  document.addEventListener("click", (event) => {
    const button = event.target.closest("[data-loupe]");
    if (button && glass.hidden) { mouse = null; if (look()) button.setAttribute("aria-pressed", "true"); }
    else if (!glass.hidden) away();
  });

  // ---- after an exchange: as large as before, what is spoken of in view, the next page fetched ahead
  Review.settled.push(() => {
    zoom(kept.zoom);
    for (const view of all(".view")) {
      const spot = $(".box.current", view) || $(".text .current", view);
      if (!spot || !view.clientHeight) continue;
      const at = spot.getBoundingClientRect(), seen = view.getBoundingClientRect();
      if (at.top < seen.top + 20 || at.bottom > seen.bottom - 20) view.scrollTop += at.top - seen.top - seen.height / 3;
    }
    const small = $(".smalls [aria-current]");
    if (small && small.offsetParent) small.scrollIntoView({ block: "nearest" });
    const next = $(".sheet img[data-next]");
    if (next) kept.ahead = Object.assign(new Image(), { src: next.dataset.next });
  });
})();
