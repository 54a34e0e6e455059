// Draws a token, has it signed without showing it (RFC 9474, RSABSSA-SHA384-PSS-Randomized), and takes it to where
// opinions are given. The house that signs never sees what it signed; the key is asked for without a cookie, so that
// it cannot be one that only this person gets.
(() => {
  "use strict";
  const HASH = 48;
  const SALT = 48;
  const PREFIX = 32;

  const random = (length) => crypto.getRandomValues(new Uint8Array(length));

  const joined = (...parts) => {
    const all = new Uint8Array(parts.reduce((length, it) => length + it.length, 0));
    let at = 0;
    parts.forEach((it) => { all.set(it, at); at += it.length; });
    return all;
  };

  const bytes = (text) =>
    Uint8Array.from(atob(text.replace(/-/g, "+").replace(/_/g, "/")), (it) => it.charCodeAt(0));

  const text = (array) =>
    btoa(Array.from(array, (it) => String.fromCharCode(it)).join(""))
      .replace(/\+/g, "-").replace(/\//g, "_").replace(/=+$/, "");

  const number = (array) =>
    array.reduce((sum, it) => (sum << 8n) | BigInt(it), 0n);

  const written = (value, length) => {
    const array = new Uint8Array(length);
    for (let at = length - 1; at >= 0; at--) { array[at] = Number(value & 255n); value >>= 8n; }
    return array;
  };

  const power = (base, exponent, modulus) => {
    let result = 1n;
    for (let square = base % modulus; exponent > 0n; exponent >>= 1n) {
      if (exponent & 1n) result = result * square % modulus;
      square = square * square % modulus;
    }
    return result;
  };

  // extended Euclid; undefined when there is none
  const inverse = (value, modulus) => {
    let [old, now, before, after] = [value % modulus, modulus, 1n, 0n];
    while (now !== 0n) {
      const times = old / now;
      [old, now] = [now, old - times * now];
      [before, after] = [after, before - times * after];
    }
    return old === 1n ? (before % modulus + modulus) % modulus : undefined;
  };

  const sha384 = async (array) => new Uint8Array(await crypto.subtle.digest("SHA-384", array));

  const mask = async (seed, length) => {
    let all = new Uint8Array(0);
    for (let count = 0; all.length < length; count++) {
      all = joined(all, await sha384(joined(seed, written(BigInt(count), 4))));
    }
    return all.slice(0, length);
  };

  // RFC 8017, section 9.1.1
  const encoded = async (message, bits, salt) => {
    const length = Math.ceil(bits / 8);
    const digest = await sha384(joined(new Uint8Array(8), await sha384(message), salt));
    const block = joined(new Uint8Array(length - SALT - HASH - 2), Uint8Array.of(1), salt);
    const masked = (await mask(digest, length - HASH - 1)).map((it, at) => it ^ block[at]);
    masked[0] &= 255 >> (8 * length - bits);
    return joined(masked, digest, Uint8Array.of(0xbc));
  };

  // A factor below the modulus that can be undone.
  const factor = (modulus, length) => {
    for (;;) {
      const drawn = number(random(length));
      const undo = drawn > 1n && drawn < modulus ? inverse(drawn, modulus) : undefined;
      if (undo !== undefined) return { drawn, undo };
    }
  };

  const blinded = async (key, message, salt, veil) => {
    const plain = number(await encoded(message, key.n.toString(2).length - 1, salt));
    return { plain, sent: written(plain * power(veil.drawn, key.e, key.n) % key.n, key.length) };
  };

  const unveiled = (key, plain, answer, veil) => {
    const signature = number(answer) * veil.undo % key.n;
    if (power(signature, key.e, key.n) !== plain) throw new Error("not signed by this key");
    return written(signature, key.length);
  };

  const asked = async (address, options) => {
    const answer = await fetch(address, options);
    if (!answer.ok) throw new Error("refused with " + answer.status);
    return answer.json();
  };

  const quarterNumber = (code) => Number(code.slice(0, 4)) * 4 + Number(code.slice(6)) - 1;

  const obtained = async (box, form) => {
    const published = await asked(box.dataset.cle, { credentials: "omit" });
    const modulus = bytes(published.n);
    const key = { n: number(modulus), e: number(bytes(published.e)), length: modulus.length };
    const digits = published.demarche.replace(/-/g, "").match(/../g);
    const procedure = Uint8Array.from(digits, (it) => parseInt(it, 16));
    const about = joined(procedure, written(BigInt(quarterNumber(published.trimestre)), 2));
    const prefix = random(PREFIX);
    const message = joined(prefix, new TextEncoder().encode("socle/avis/1"), about);
    const veil = factor(key.n, key.length);
    const { plain, sent } = await blinded(key, message, random(SALT), veil);
    form.elements.trimestre.value = published.trimestre;
    form.elements.aveugle.value = text(sent);
    const { signature } = await asked(form.action, {
      method: "POST",
      body: new URLSearchParams(new FormData(form)),
    });
    return text(joined(Uint8Array.of(1), about, prefix, unveiled(key, plain, bytes(signature), veil)));
  };

  const prepare = (box) => {
    const form = box.querySelector("form");
    const trouble = box.querySelector("[data-trouble]");
    box.hidden = false;
    form.addEventListener("submit", async (event) => {
      event.preventDefault();
      const button = form.querySelector("button");
      button.disabled = true;
      trouble.hidden = true;
      try {
        location.assign(box.dataset.porte + await obtained(box, form));
      } catch (why) {
        trouble.hidden = false;
        button.disabled = false;
      }
    });
  };

  if (typeof BigInt === "function" && window.crypto && crypto.subtle) {
    document.querySelectorAll("[data-jeton]").forEach(prepare);
  }
})();
