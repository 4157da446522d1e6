// A workbook with places to type. What is typed stays in this page's memory. It is
// kept on the device only after a press of "Keep", for seven days at most, and one
// press clears it from everywhere.
{
  const { say, own, key, week, kept, drop } = handrail;
  const all = (what) => [...document.querySelectorAll(what)];
  const answers = all("main .prompt textarea, main .checklist input");
  const [clear] = all(".exit .clear");
  const [tools, print, keeping, keep, stay] = ["hr-tools", "hr-print", "hr-keeping", "hr-keep", "hr-stay"].map((id) => document.getElementById(id));
  const here = location.pathname;
  const name = (answer, n) => answer.closest(".prompt")?.id ?? n;
  const value = (answer) => (answer.type === "checkbox" ? "checked" : "value");

  let saving = false;
  const show = (on) => {
    saving = on;
    keep.textContent = on ? keep.dataset.stop : keep.dataset.keep;
    for (const line of all("[data-unkept]")) line.hidden = on;
    for (const line of all(".kept")) {
      line.hidden = !on;
      const day = on && new Date(kept().until).toLocaleDateString(document.documentElement.lang, { weekday: "long", day: "numeric", month: "long" });
      line.textContent = on ? line.dataset.kept.replace("{date}", day) : "";
    }
  };
  const save = () => {
    const notes = kept() ?? { until: Date.now() + week, pages: {} };
    notes.stay = stay.checked;
    notes.pages[here] = Object.fromEntries(answers.map((answer, n) => [name(answer, n), answer[value(answer)]]));
    localStorage.setItem(key, JSON.stringify(notes));
  };
  const stop = () => {
    const notes = kept();
    if (notes) delete notes.pages[here];
    if (notes && Object.keys(notes.pages).length > 0) localStorage.setItem(key, JSON.stringify(notes));
    else drop();
    show(false);
  };

  for (const box of answers) box.hidden = false;
  clear.hidden = false;
  tools.parentElement.hidden = false;
  print.addEventListener("click", () => window.print());
  clear.addEventListener("click", () => {
    for (const answer of [...answers, stay]) answer[value(answer)] = answer.type === "checkbox" ? false : "";
    if (own) drop();
    show(false);
    say(clear.dataset.said);
  });
  addEventListener("input", () => {
    say("");
    if (saving) kept() ? save() : show(false);
  });

  if (own) {
    keeping.hidden = false;
    keep.dataset.keep = keep.textContent;
    const notes = kept();
    const mine = notes?.pages[here];
    if (mine) {
      answers.forEach((answer, n) => (answer[value(answer)] = mine[name(answer, n)] ?? answer[value(answer)]));
      stay.checked = notes.stay;
      show(true);
    }
    keep.addEventListener("click", () => {
      if (saving) {
        stop();
        return say(keep.dataset.stopped);
      }
      try {
        save();
        show(true);
        say(document.querySelector(".kept").textContent);
      } catch {
        say(keep.dataset.failed);
      }
    });
    // Cleared in another tab: this one does not bring it back.
    addEventListener("storage", () => saving && !kept() && show(false));
  }
}
