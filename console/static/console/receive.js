// Dropped folders are walked through, and sent in small groups; what was not sent is tried again.
(() => {
  "use strict";
  const zone = document.getElementById("drop");
  if (!zone) return;
  const $ = (id) => document.getElementById(id);
  const GROUP = 40, GROUP_BYTES = 60 << 20, TRIES = 6;
  const token = document.querySelector("[name=csrfmiddlewaretoken]").value;
  let sending = Promise.resolve(), sent = 0, all = 0;

  const walk = async (entry, before) => {
    if (entry.isFile) return [[await new Promise((done, failed) => entry.file(done, failed)), before + entry.name]];
    const reader = entry.createReader(), found = [];
    for (;;) { // a hundred at a time
      const some = await new Promise((done, failed) => reader.readEntries(done, failed));
      if (!some.length) break;
      found.push(...some);
    }
    const inner = [];
    for (const child of found) inner.push(...await walk(child, `${before}${entry.name}/`));
    return inner;
  };
  // One folder that holds only folders is a folder of dossiers.
  const asDossiers = (files) => {
    const roots = new Set(files.map(([, path]) => path.split("/")[0]));
    const nested = files.every(([, path]) => path.split("/").length > 2);
    return roots.size === 1 && nested ? files.map(([file, path]) => [file, path.slice(path.indexOf("/") + 1)]) : files;
  };
  const say = (why) => { $("refused").hidden = !why; $("refused").textContent = why || ""; };
  const shown = (size) => (size < 1 << 20 ? `${Math.ceil(size / 1024)} KB` : `${(size / (1 << 20)).toFixed(1)} MB`);
  const list = (dossiers) => {
    $("dossiers").replaceChildren(...dossiers.map((one) => {
      const row = document.createElement("tr");
      for (const [text, css] of [[one.name, ""], [one.files, "num"], [shown(one.size), "num"], [one.there ? "已有同名卷宗，请改名后重新拖入" : "", "there"]]) {
        row.append(Object.assign(document.createElement("td"), { textContent: text, className: css }));
      }
      return row;
    }));
    const clash = dossiers.some((one) => one.there);
    for (const one of document.querySelectorAll(".coming button:not([name=drop])")) one.disabled = clash || sent < all || !dossiers.length;
  };
  const post = async (group) => {
    const form = new FormData();
    form.append("token", zone.dataset.token);
    form.append("paths", JSON.stringify(group.map(([, path]) => path)));
    for (const [file] of group) form.append("files", file);
    for (let turn = 1; ; turn += 1) {
      try {
        const answer = await fetch(zone.dataset.to, { method: "POST", body: form, headers: { "X-CSRFToken": token } });
        if (answer.status === 400) { say((await answer.json()).why); return null; }
        if (answer.ok) { say(""); return (await answer.json()).dossiers; }
        throw new Error(String(answer.status));
      } catch (failed) {
        if (turn >= TRIES) { say("连接中断，没有传完。请检查网络后再拖入一次，已传的不会重复。"); return null; }
        say("连接中断，正在重试…");
        await new Promise((done) => setTimeout(done, 1000 * turn));
      }
    }
  };
  const send = async (files) => {
    $("coming").hidden = false;
    all += files.length;
    const bar = document.querySelector(".coming progress");
    let group = [], bytes = 0, told = [];
    const flush = async () => {
      if (!group.length) return true;
      $("which").textContent = group[0][1];
      const answer = await post(group);
      if (!answer) return false;
      sent += group.length; told = answer; group = []; bytes = 0;
      bar.max = all; bar.value = sent; $("sent").textContent = `${sent}/${all}`;
      list(told);
      return true;
    };
    for (const one of files) {
      group.push(one); bytes += one[0].size;
      if ((group.length >= GROUP || bytes > GROUP_BYTES) && !await flush()) return;
    }
    if (await flush()) { $("which").textContent = ""; list(told); }
  };
  const queue = (files) => { sending = sending.then(() => send(asDossiers(files))); return sending; };

  for (const kind of ["dragenter", "dragover"]) zone.addEventListener(kind, (event) => { event.preventDefault(); zone.classList.add("over"); });
  for (const kind of ["dragleave", "drop"]) zone.addEventListener(kind, () => zone.classList.remove("over"));
  zone.addEventListener("drop", async (event) => {
    event.preventDefault();
    const entries = [...event.dataTransfer.items].map((item) => item.webkitGetAsEntry && item.webkitGetAsEntry()).filter(Boolean);
    const files = [];
    for (const entry of entries) files.push(...await walk(entry, ""));
    await queue(files);
  });
  for (const id of ["folder", "single"]) $(id).addEventListener("change", (event) => {
    queue([...event.target.files].map((file) => [file, file.webkitRelativePath || file.name]));
  });
})();
