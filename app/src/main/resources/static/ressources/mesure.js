// How long this page took until all of it was there: a number, sent once, with nothing that says who saw it.
(() => {
  const { demarche } = document.currentScript.dataset;
  addEventListener("load", () => setTimeout(() => {
    const [visit] = performance.getEntriesByType("navigation");
    const millis = Math.round(visit.loadEventEnd - visit.startTime);
    // a page that came out of a cache, or that waited in the background, tells nothing of the service
    if (visit.type !== "navigate" || visit.transferSize === 0 || document.hidden || millis < 1 || millis > 60000) return;
    fetch(`/observatoire/${demarche}/temps`, {
      method: "POST", keepalive: true, credentials: "omit", body: new URLSearchParams({ ms: millis }),
      // no page of another site may send this header, and no cookie goes with it
      headers: { Authorization: "Mesure" },
    }).catch(() => {});
  }));
})();
