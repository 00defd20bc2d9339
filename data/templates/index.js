// Filters and sorts the list of dossiers; of very many it shows a page at a time, from data that stand in the page.
// Without it a list that is not that long is shown whole, in the order of the inbox.
// What is asked for stands in the address, so that whoever comes back from a report finds the list as it was.
"use strict";
(function () {
  const table = document.getElementById("dossiers");
  const body = table.tBodies[0];
  const heads = Array.from(table.tHead.rows[0].cells);
  const titles = Array.from(document.getElementById("points").children, (item) => item.textContent);
  const lowered = titles.map((title) => title.toLowerCase());
  const packed = document.getElementById("packed");
  const asked = ["find", "verdict", "rulebook", "left"].map((id) => document.getElementById(id));
  const [find, verdict, rulebook, left] = asked;
  const verdicts = new Map(Array.from(verdict.options, (option) => [option.value, option.textContent]));
  const statuses = {
    p: ["pass", "✓", "4", "符合"], f: ["fail", "✗", "1", "不符合"], r: ["review", "？", "3", "需人工核实"],
    e: ["error", "？", "2", "规则出错，需人工核实"], n: ["not_applicable", "–", "5", "不适用"],
  };
  const shown = document.getElementById("shown");
  const order = new Intl.Collator("zh-CN", { numeric: true });
  const most = 3;
  const perPage = 200;
  const dossiers = packed ? JSON.parse(packed.textContent).map(ofData) : Array.from(body.rows, ofRow);
  let inOrder = dossiers;
  let kept = dossiers;
  let page = 0;
  let sorted = { column: -1, descending: false };

  function numbers(text) {
    return text ? text.split(" ").map(Number) : [];
  }

  // A dossier whose row stands in the page.
  function ofRow(row) {
    return {
      row: () => row,
      words: row.textContent.toLowerCase(),
      points: numbers(row.dataset.points),
      verdict: row.dataset.verdict,
      rulebook: row.dataset.rulebook,
      left: row.dataset.left !== "0",
      value: (column) => row.cells[column].dataset.v || row.cells[column].textContent.trim(),
    };
  }

  // A dossier of which only data stand in the page: its row is made when it is shown.
  function ofData(record, at) {
    const [folder, id, applicant, book, day, status, material, marks, ...rest] = record;
    const [differing, open, points, unsettled, decided, note, numbered] = rest;
    const before = [String(at + 1), id, applicant, book, verdicts.get(status) || status, material];
    const after = [differing || "", open || "", points || "", unsettled || "", decided, note].map(String);
    const first = before.length;
    return {
      row: () => made(folder, status, before, day, marks, after),
      words: before.concat(day, after).join(" ").toLowerCase(),
      points: numbers(numbered),
      verdict: status,
      rulebook: book,
      left: unsettled !== 0,
      value: (column) => {
        if (column < first) {
          return before[column];
        }
        const mark = marks[column - first];
        return mark === undefined ? after[column - first - marks.length] : (statuses[mark] || ["", "", "9"])[2];
      },
    };
  }

  function cell(name, text, kind) {
    const made = document.createElement(name);
    made.className = kind;
    made.textContent = text;
    return made;
  }

  function made(folder, status, before, day, marks, after) {
    const row = document.createElement("tr");
    const head = cell("th", "", "");
    head.scope = "row";
    const link = document.createElement("a");
    link.href = folder.split("/").map(encodeURIComponent).join("/") + "/report.html";
    link.textContent = before[1];
    head.append(link);
    const tip = cell("td", "", "");
    tip.append(cell("span", before[4], "badge " + status));
    const book = cell("td", before[3], "book");
    book.append(cell("div", day, "soft"));
    row.append(cell("td", before[0], "number"), head, cell("td", before[2], "name"), book, tip,
      cell("td", before[5], ""));
    Array.from(marks).forEach((mark) => {
      const [kind, sign, , title] = statuses[mark] || ["", "", "", ""];
      const one = cell("td", sign, kind ? "s " + kind : "");
      if (title) {
        one.title = title;
        one.setAttribute("aria-label", title);
      }
      row.append(one);
    });
    after.forEach((text, at) => row.append(cell("td", text, at < after.length - 1 ? "number" : "note")));
    return row;
  }

  function isLeft(dossier) {
    return !left.value || (left.value === "left") === dossier.left;
  }

  // Which points of a dossier have every word that is looked for, or null where the row itself has.
  function hits(dossier, wanted) {
    if (wanted.every((word) => dossier.words.includes(word))) {
      return null;
    }
    return dossier.points.filter((point) =>
      wanted.every((word) => lowered[point].includes(word) || dossier.words.includes(word)));
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
      line.textContent = found.slice(0, most).map((point) => titles[point]).join("；") +
        (found.length > most ? " 等 " + found.length + " 项" : "");
      cell.append(line);
    }
  }

  function filter() {
    const wanted = find.value.trim().toLowerCase().split(/\s+/).filter(Boolean);
    const matching = new Set(dossiers.filter((dossier) => {
      dossier.found = hits(dossier, wanted);
      return (dossier.found === null || dossier.found.length > 0) &&
        (!verdict.value || dossier.verdict === verdict.value) &&
        (!rulebook.value || dossier.rulebook === rulebook.value) &&
        isLeft(dossier);
    }));
    kept = inOrder.filter((dossier) => matching.has(dossier));
    shown.textContent = "显示 " + kept.length + " / " + dossiers.length + " 个卷宗";
    if (packed) {
      show();
      return;
    }
    dossiers.forEach((dossier) => {
      dossier.row().hidden = !matching.has(dossier);
      tell(dossier.row(), matching.has(dossier) ? dossier.found : null);
    });
  }

  // The rows of one page.
  function show() {
    const pages = Math.max(1, Math.ceil(kept.length / perPage));
    page = Math.min(Math.max(page, 0), pages - 1);
    body.replaceChildren(...kept.slice(page * perPage, (page + 1) * perPage).map((dossier) => {
      const row = dossier.row();
      tell(row, dossier.found);
      return row;
    }));
    document.getElementById("pages").hidden = pages < 2;
    document.getElementById("page").textContent = "第 " + (page + 1) + " / " + pages + " 页";
    document.getElementById("earlier").disabled = page === 0;
    document.getElementById("later").disabled = page === pages - 1;
  }

  function sort() {
    heads.forEach((head) => head.removeAttribute("aria-sort"));
    inOrder = dossiers;
    if (heads[sorted.column]) {
      heads[sorted.column].setAttribute("aria-sort", sorted.descending ? "descending" : "ascending");
      const pairs = dossiers.map((dossier) => [dossier.value(sorted.column), dossier]);
      pairs.sort((one, other) => order.compare(one[0], other[0]) * (sorted.descending ? -1 : 1));
      inOrder = pairs.map((pair) => pair[1]);
    }
    if (!packed) {
      body.append(...inOrder.map((dossier) => dossier.row()));
    }
  }

  function remember() {
    const told = new URLSearchParams();
    asked.filter((input) => input.value).forEach((input) => told.set(input.id, input.value));
    if (sorted.column >= 0) {
      told.set("sort", (sorted.descending ? "-" : "") + sorted.column);
    }
    if (page) {
      told.set("page", String(page + 1));
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
    page = (parseInt(told.get("page"), 10) || 1) - 1;
    sort();
    filter();
  }

  function change() {
    page = 0;
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
      page = 0;
      sort();
      filter();
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
  function turn(by) {
    page += by;
    show();
    remember();
    document.getElementById("list").scrollIntoView();
  }

  if (packed) {
    document.getElementById("earlier").addEventListener("click", () => turn(-1));
    document.getElementById("later").addEventListener("click", () => turn(1));
  }
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
