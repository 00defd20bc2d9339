"use strict";
// The answers of the review page: kept in the browser while one works, written to answers.yaml when one saves.
(function () {
  const cards = Array.from(document.querySelectorAll("fieldset[data-point]"));
  const key = "dossier-draft:" + document.title;
  const answers = new Map();

  function kept() {
    try {
      return JSON.parse(window.localStorage.getItem(key) || "[]");
    } catch (error) {
      return [];
    }
  }

  function keep() {
    try {
      window.localStorage.setItem(key, JSON.stringify(Array.from(answers)));
    } catch (error) {
      // Without storage the answers last as long as the page is open.
    }
  }

  function chosen(card) {
    const radio = card.querySelector("input[type=radio]:checked");
    const beside = radio && radio.closest("label").querySelector("input[type=text]");
    return { choose: radio ? radio.value : card.dataset.drafted, told: beside ? beside.value.trim() : "" };
  }

  function show(card) {
    const said = answers.has(card.dataset.point);
    const was = card.dataset.colour;
    card.className = said ? "answered" : was;
    card.querySelector(".tag").textContent = said ? "已答复" : card.dataset.tag;
    const confirm = card.querySelector(".confirm-it");
    if (confirm) {
      confirm.hidden = said;
    }
    document.querySelectorAll('mark[data-for="' + card.id + '"]').forEach(function (mark) {
      mark.className = said ? "answered" : was;
    });
  }

  function count() {
    const open = cards.filter(function (card) {
      return card.className === "asked" || card.className === "confirm";
    }).length;
    const told = answers.size ? "已答复 " + answers.size + " 处" : "还没有答复";
    document.getElementById("state").textContent = told + "，还有 " + open + " 处要看。";
  }

  function answer(card) {
    answers.set(card.dataset.point, chosen(card));
    show(card);
    count();
    keep();
  }

  function text() {
    const lines = ["# 核对页保存的答复：放在草案所在的目录，再运行 dossier rulebook new 时采用"];
    lines.push(answers.size ? "answers:" : "answers: {}");
    answers.forEach(function (one, point) {
      const told = one.told ? ", told: " + JSON.stringify(one.told) : "";
      lines.push("  " + JSON.stringify(point) + ": {choose: " + JSON.stringify(one.choose) + told + "}");
    });
    return lines.join("\n") + "\n";
  }

  function save() {
    const link = document.createElement("a");
    link.href = URL.createObjectURL(new Blob([text()], { type: "text/yaml" }));
    link.download = "answers.yaml";
    document.body.appendChild(link);
    link.click();
    link.remove();
    document.getElementById("state").textContent = "已保存 answers.yaml（" + answers.size + " 处答复）。请放进草案所在的目录，再运行一次 dossier rulebook new。";
  }

  function go(id) {
    document.querySelectorAll(".here").forEach(function (one) {
      one.classList.remove("here");
    });
    const card = document.getElementById(id);
    document.querySelectorAll('mark[data-for="' + id + '"]').forEach(function (mark) {
      mark.classList.add("here");
    });
    card.classList.add("here");
    document.getElementById("draft").classList.remove("only-open");
    document.getElementById("open").checked = false;
    card.scrollIntoView({ block: "center" });
    const radio = card.querySelector("input[type=radio]:checked");
    if (radio) {
      radio.focus({ preventScroll: true });
    }
  }

  cards.forEach(function (card) {
    card.dataset.colour = card.className;
    card.dataset.tag = card.querySelector(".tag").textContent;
    card.addEventListener("change", function () {
      answer(card);
    });
    card.addEventListener("input", function (event) {
      if (event.target.type === "text") {
        event.target.closest("label").querySelector("input[type=radio]").checked = true;
        answer(card);
      }
    });
    const confirm = card.querySelector(".confirm-it");
    if (confirm) {
      confirm.addEventListener("click", function () {
        answer(card);
      });
    }
    card.addEventListener("focusin", function () {
      document.querySelectorAll("mark.here").forEach(function (one) {
        one.classList.remove("here");
      });
      const mark = document.querySelector('mark[data-for="' + card.id + '"]');
      if (mark) {
        mark.classList.add("here");
        mark.scrollIntoView({ block: "nearest" });
      }
    });
    if (card.dataset.answered) {
      answers.set(card.dataset.point, chosen(card));
    }
  });
  kept().forEach(function (pair) {
    const card = cards.find(function (one) {
      return one.dataset.point === pair[0];
    });
    const radio = card && Array.from(card.querySelectorAll("input[type=radio]")).find(function (one) {
      return one.value === pair[1].choose;
    });
    if (radio) {
      radio.checked = true;
      const beside = radio.closest("label").querySelector("input[type=text]");
      if (beside) {
        beside.value = pair[1].told;
      }
      answers.set(pair[0], pair[1]);
    }
  });
  cards.forEach(show);
  if (answers.size) {
    count();
  }
  document.querySelectorAll("mark[data-for]").forEach(function (mark) {
    mark.addEventListener("click", function () {
      go(mark.dataset.for);
    });
    mark.addEventListener("keydown", function (event) {
      if (event.key === "Enter") {
        go(mark.dataset.for);
      }
    });
  });
  document.getElementById("save").addEventListener("click", save);
  document.getElementById("open").addEventListener("change", function (event) {
    document.getElementById("draft").classList.toggle("only-open", event.target.checked);
  });
  const fit = function () {
    document.documentElement.style.setProperty("--head", document.querySelector("header").offsetHeight + "px");
  };
  window.addEventListener("resize", fit);
  fit();
})();
