// Filters and sorts the list of dossiers. Without it the whole list is shown in the order of the inbox.
// What is asked for stands in the address, so that whoever comes back from a report finds the list as it was.
"use strict";
(function () {
  const table = document.getElementById("dossiers");
  const body = table.tBodies[0];
  const rows = Array.from(body.rows);
  const heads = Array.from(table.tHead.rows[0].cells);
  const titles = Array.from(document.getElementById("points").children, (item) => item.textContent);
  const points = rows.map((row) => (row.dataset.points ? row.dataset.points.split(" ").map((at) => titles[at]) : []));
  const words = rows.map((row) => row.textContent.toLowerCase());
  const wordsOfPoints = points.map((list) => list.map((title) => title.toLowerCase()));
  const asked = ["find", "verdict", "rulebook", "left"].map((id) => document.getElementById(id));
  const [find, verdict, rulebook, left] = asked;
  const shown = document.getElementById("shown");
  const order = new Intl.Collator("zh-CN", { numeric: true });
  const most = 3;
  let sorted = { column: -1, descending: false };

  function isLeft(row) {
    return !left.value || (left.value === "left") === (row.dataset.left !== "0");
  }

  // Which points of a dossier have every word that is looked for, or null where the row itself has.
  function hits(at, wanted) {
    if (wanted.every((word) => words[at].includes(word))) {
      return null;
    }
    return points[at].filter((_, index) =>
      wanted.every((word) => wordsOfPoints[at][index].includes(word) || words[at].includes(word)));
  }

  function tell(row, found) {
    const cell = row.cells[2];
    const before = cell.querySelector(".hits");
    if (before) {
      before.remove();
    }
    if (found && found.length) {
      const line = document.createElement("div");
      line.className = "hits";
      line.textContent = found.slice(0, most).join("；") + (found.length > most ? " 等 " + found.length + " 项" : "");
      cell.append(line);
    }
  }

  function filter() {
    const wanted = find.value.trim().toLowerCase().split(/\s+/).filter(Boolean);
    let count = 0;
    rows.forEach((row, at) => {
      const found = hits(at, wanted);
      const keep = (found === null || found.length > 0) &&
        (!verdict.value || row.dataset.verdict === verdict.value) &&
        (!rulebook.value || row.dataset.rulebook === rulebook.value) &&
        isLeft(row);
      row.hidden = !keep;
      tell(row, keep ? found : null);
      count += keep ? 1 : 0;
    });
    shown.textContent = "显示 " + count + " / " + rows.length + " 个卷宗";
  }

  function value(row, column) {
    const cell = row.cells[column];
    return cell.dataset.v || cell.textContent.trim();
  }

  function sort() {
    heads.forEach((head) => head.removeAttribute("aria-sort"));
    if (!heads[sorted.column]) {
      body.append(...rows);
      return;
    }
    heads[sorted.column].setAttribute("aria-sort", sorted.descending ? "descending" : "ascending");
    const pairs = rows.map((row) => [value(row, sorted.column), row]);
    pairs.sort((one, other) => order.compare(one[0], other[0]) * (sorted.descending ? -1 : 1));
    body.append(...pairs.map((pair) => pair[1]));
  }

  function remember() {
    const told = new URLSearchParams();
    asked.filter((input) => input.value).forEach((input) => told.set(input.id, input.value));
    if (sorted.column >= 0) {
      told.set("sort", (sorted.descending ? "-" : "") + sorted.column);
    }
    history.replaceState(null, "", "#" + told.toString());
  }

  function recall() {
    const told = new URLSearchParams(location.hash.slice(1));
    if (location.hash && !location.hash.includes("=")) {
      return;
    }
    asked.forEach((input) => { input.value = told.get(input.id) || ""; });
    const sign = told.get("sort") || "";
    sorted = { column: sign ? Math.abs(parseInt(sign, 10)) : -1, descending: sign.startsWith("-") };
    sort();
    filter();
  }

  function change() {
    filter();
    remember();
  }

  heads.forEach((head, column) => {
    const button = document.createElement("button");
    button.type = "button";
    button.textContent = head.textContent;
    head.textContent = "";
    head.append(button);
    button.addEventListener("click", () => {
      sorted = { column: column, descending: sorted.column === column && !sorted.descending };
      sort();
      remember();
    });
  });
  asked.forEach((input) => input.addEventListener("input", change));
  document.getElementById("clear").addEventListener("click", () => {
    asked.forEach((input) => { input.value = ""; });
    sorted = { column: -1, descending: false };
    sort();
    change();
  });
  // A link within the page scrolls there, and leaves the address as it is.
  document.querySelectorAll('a[href^="#"]').forEach((link) => link.addEventListener("click", (event) => {
    const target = document.getElementById(decodeURIComponent(link.getAttribute("href").slice(1)));
    if (target && location.hash.includes("=")) {
      event.preventDefault();
      target.scrollIntoView();
    }
  }));
  window.addEventListener("hashchange", recall);
  document.getElementById("controls").hidden = false;
  filter();
  recall();
})();
