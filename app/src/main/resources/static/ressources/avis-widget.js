// For pages of other sites: a button that opens a form of opinions, or the form itself in the page.
//   <script src="https://…/ressources/avis-widget.js" data-form-url="https://…/Demarches/avis/<number>" defer></script>
// data-mode: bouton (else), or cadre; data-button-label; data-button-image: plein-clair, plein-sombre, contour-clair,
// contour-sombre; data-position: bas-droite (else), bas-gauche, ici; data-anchor: the id of what it stands in.
// Sets no cookie, reads nothing of the page, and believes only messages of the frame that it made.
(() => {
  const script = document.currentScript;
  const said = script.dataset;
  const house = new URL(script.src).origin;
  const form = new URL(said.formUrl ?? "", house);
  if (form.origin !== house || !/^\/Demarches\/avis\/[0-9a-f-]{36}$/.test(form.pathname)) {
    console.error("avis-widget: data-form-url is no form of " + house);
    return;
  }
  const label = said.buttonLabel || "Donner mon avis";
  const images = ["plein-clair", "plein-sombre", "contour-clair", "contour-sombre"];
  const image = images.includes(said.buttonImage) ? said.buttonImage : images[0];

  const frame = () => {
    const made = document.createElement("iframe");
    made.name = "avis-" + [...crypto.getRandomValues(new Uint8Array(16))]
      .map((it) => it.toString(16).padStart(2, "0")).join("");
    made.title = label;
    made.referrerPolicy = "no-referrer";
    Object.assign(made.style, { width: "100%", height: "640px", border: "0", display: "block" });
    const nonce = made.name;
    addEventListener("message", ({ origin, source, data }) => {
      if (origin !== house || source !== made.contentWindow) return;
      if (data?.type !== "socle-avis" || data.nonce !== nonce || !Number.isInteger(data.height)) return;
      made.style.height = Math.min(Math.max(data.height, 120), 4000) + "px";
      if (data.done) made.dispatchEvent(new CustomEvent("avis-donne", { bubbles: true }));
    });
    made.src = form.origin + form.pathname + "/cadre";
    return made;
  };

  const button = () => {
    const made = document.createElement("button");
    made.type = "button";
    Object.assign(made.style, { padding: "0", border: "0", background: "none", cursor: "pointer" });
    if ((said.position ?? "bas-droite") !== "ici") {
      Object.assign(made.style, { position: "fixed", bottom: "16px", zIndex: "1000" });
      made.style[said.position === "bas-gauche" ? "left" : "right"] = "16px";
    }
    const picture = document.createElement("img");
    Object.assign(picture, { src: `${house}/ressources/avis-${image}.svg`, width: 200, height: 48, alt: label });
    made.append(picture);
    made.addEventListener("click", open);
    return made;
  };

  const open = () => {
    const dialog = document.createElement("dialog");
    dialog.setAttribute("aria-label", label);
    Object.assign(dialog.style, { width: "min(720px, 94vw)", maxHeight: "90vh", padding: "0", border: "0" });
    const close = document.createElement("button");
    close.type = "button";
    close.textContent = "Fermer";
    Object.assign(close.style, { margin: "8px", minHeight: "44px", padding: "0 16px" });
    close.addEventListener("click", () => dialog.close());
    // the browser gives the focus back to the button
    dialog.addEventListener("close", () => dialog.remove());
    dialog.append(close, frame());
    document.body.append(dialog);
    dialog.showModal();
  };

  const place = said.anchor && document.getElementById(said.anchor);
  const shown = said.mode === "cadre" ? frame() : button();
  if (place) place.append(shown);
  else script.after(shown);
})();
