// Leave this page: at a press of its link, or of Shift three times. The page goes
// blank before anything is asked of the network, and another site takes its place
// in the history. Nothing is counted, and nothing is stored.
const handrail = (() => {
  const exit = document.querySelector(".exit");
  const status = exit.querySelector("[role=status]");
  const say = (words) => (status.textContent = words);

  // What a person kept of a workbook: a time limit, what leaving does, and the
  // answers of each page. It is only there where no other site could read it.
  const key = "notes";
  const week = 7 * 24 * 3600 * 1000;
  const own = exit.dataset.own === location.origin;
  const drop = () => {
    try {
      localStorage.removeItem(key);
    } catch {} // nothing can be kept here
  };
  const kept = () => {
    if (!own) return;
    try {
      const notes = JSON.parse(localStorage.getItem(key));
      const left = notes.until - Date.now();
      if (left > 0 && left <= week) return notes;
    } catch {}
    drop(); // too old, or none
  };
  kept();

  let gone = false;
  function leave() {
    if (gone) return;
    gone = true;
    const notes = kept();
    for (const box of document.querySelectorAll("textarea")) box.value = "";
    document.body.replaceChildren();
    document.title = "\u200b";
    if (notes && !notes.stay) drop();
    location.replace(exit.querySelector(".leave").href);
  }
  addEventListener("click", (event) => {
    if (!event.target.closest?.(".leave")) return;
    event.preventDefault();
    leave();
  });

  // A press of Shift counts when nothing else is pressed with it or between.
  let presses = [];
  let alone = false;
  const another = () => {
    alone = false;
    presses = [];
  };
  addEventListener("keydown", (event) => {
    if (event.key !== "Shift") another();
    else if (!event.repeat) alone = !event.ctrlKey && !event.altKey && !event.metaKey;
  }, true);
  addEventListener("pointerdown", another, true);
  let hush;
  addEventListener("keyup", (event) => {
    if (event.key !== "Shift" || !alone) return;
    alone = false;
    presses = [...presses, event.timeStamp].filter((at) => at > event.timeStamp - 5000);
    if (presses.length > 2) return leave();
    say(status.dataset[presses.length > 1 ? "one" : "two"]);
    clearTimeout(hush);
    hush = setTimeout(say, 5000, "");
  }, true);

  // While a person has pinched the page larger, the way out stays where they look.
  const view = window.visualViewport;
  exit.style.transformOrigin = "0 0";
  const follow = () => {
    exit.style.transform = view.scale > 1.01 ? `translate(${view.offsetLeft}px,${view.offsetTop}px) scale(${1 / view.scale})` : "";
  };
  view?.addEventListener("resize", follow);
  view?.addEventListener("scroll", follow);

  return { say, own, key, week, kept, drop };
})();
