// Filters and sorts the list of dossiers. Without it the whole list is shown in the order of the inbox.
"use strict";
(function () {
  const table = document.getElementById("dossiers");
  const body = table.tBodies[0];
  const rows = Array.from(body.rows);
  const words = rows.map((row) => row.textContent.toLowerCase());
  const find = document.getElementById("find");
  const verdict = document.getElementById("verdict");
  const rulebook = document.getElementById("rulebook");
  const shown = document.getElementById("shown");
  const order = new Intl.Collator("zh-CN", { numeric: true });

  function filter() {
    const wanted = find.value.trim().toLowerCase();
    let count = 0;
    rows.forEach((row, at) => {
      const keep = (!wanted || words[at].includes(wanted)) &&
        (!verdict.value || row.dataset.verdict === verdict.value) &&
        (!rulebook.value || row.dataset.rulebook === rulebook.value);
      row.hidden = !keep;
      count += keep ? 1 : 0;
    });
    shown.textContent = "显示 " + count + " / " + rows.length + " 个卷宗";
  }

  function value(row, column) {
    const cell = row.cells[column];
    return cell.dataset.v || cell.textContent.trim();
  }

  function sort(head, column) {
    const descending = head.getAttribute("aria-sort") === "ascending";
    table.querySelectorAll("th[aria-sort]").forEach((other) => other.removeAttribute("aria-sort"));
    head.setAttribute("aria-sort", descending ? "descending" : "ascending");
    const sorted = rows.map((row) => [value(row, column), row]);
    sorted.sort((one, other) => order.compare(one[0], other[0]) * (descending ? -1 : 1));
    body.append(...sorted.map((pair) => pair[1]));
  }

  Array.from(table.tHead.rows[0].cells).forEach((head, column) => {
    const button = document.createElement("button");
    button.type = "button";
    button.textContent = head.textContent;
    head.textContent = "";
    head.append(button);
    button.addEventListener("click", () => sort(head, column));
  });
  [find, verdict, rulebook].forEach((input) => input.addEventListener("input", filter));
  document.getElementById("controls").hidden = false;
  filter();
})();
