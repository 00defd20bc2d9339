// Pages are chosen by dragging over their numbers, or with Shift and a click: the range stands in the form below.
(() => {
  "use strict";
  let from = null;
  const choose = (list, one, other) => {
    const [first, last] = [Math.min(one, other), Math.max(one, other)];
    for (const item of list.children) item.classList.toggle("chosen", item.dataset.page >= first && item.dataset.page <= last);
    const form = list.closest(".file").querySelector(".name");
    form.open = true;
    form.querySelector("[name=pages]").value = first === last ? String(first) : `${first}-${last}`;
  };
  const page = (event) => { const item = event.target.closest(".small li"); return item ? [item.parentElement, Number(item.dataset.page)] : null; };
  document.addEventListener("pointerdown", (event) => {
    const at = page(event);
    if (!at || event.button !== 0 || (event.target.closest("a") && !event.shiftKey)) return;
    event.preventDefault();
    if (!event.shiftKey || !from || from[0] !== at[0]) from = at;
    choose(at[0], from[1], at[1]);
  });
  document.addEventListener("pointerover", (event) => {
    const at = page(event);
    if (from && at && event.buttons === 1 && at[0] === from[0]) choose(at[0], from[1], at[1]);
  });
  document.addEventListener("click", (event) => { if (event.shiftKey && page(event)) event.preventDefault(); });
  document.addEventListener("dragstart", (event) => { if (event.target.closest(".small")) event.preventDefault(); });
})();
