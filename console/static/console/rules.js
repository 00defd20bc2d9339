// After an answer the card that was answered stays where the eye is: the next open one comes into view.
(() => {
  "use strict";
  document.addEventListener("htmx:afterSettle", () => {
    const here = document.querySelector(".point.here");
    if (!here) return;
    const open = [...document.querySelectorAll(".point.asked, .point.confirm")];
    const next = open.find((one) => here.compareDocumentPosition(one) & Node.DOCUMENT_POSITION_FOLLOWING) || here;
    next.scrollIntoView({ block: "center" });
    const radio = next.querySelector("input[type=radio]:checked, button");
    if (radio) radio.focus({ preventScroll: true });
  });
})();
