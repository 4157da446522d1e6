// The preview's own script: loads the page again when the site was built again.
// It is never part of a published site.
"use strict";
(() => {
  const here = document.currentScript;
  const navigate = here.dataset.navigate === "true";
  let lost = false;
  const events = new EventSource("/_handrail/events?built=" + here.dataset.built);
  events.addEventListener("built", (event) => {
    if (navigate && event.data !== "/" && event.data !== location.pathname) {
      location.assign(event.data);
    } else {
      location.reload();
    }
  });
  // After the preview was stopped and started again, the page may be old.
  events.addEventListener("error", () => { lost = true; });
  events.addEventListener("open", () => { if (lost) location.reload(); });
  addEventListener("pagehide", () => events.close());
})();
