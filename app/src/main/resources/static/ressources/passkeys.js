// Asks the browser for a passkey, puts the answer into the form's fields and sends the form.
(function () {
    "use strict";

    function bytes(text) {
        var base64 = text.replace(/-/g, "+").replace(/_/g, "/");
        return Uint8Array.from(atob(base64), function (c) { return c.charCodeAt(0); });
    }

    function text(buffer) {
        var binary = String.fromCharCode.apply(null, new Uint8Array(buffer));
        return btoa(binary).replace(/\+/g, "-").replace(/\//g, "_").replace(/=+$/, "");
    }

    function described(list) {
        return (list || "").split(" ").filter(Boolean).map(function (id) {
            return { type: "public-key", id: bytes(id) };
        });
    }

    function create(data) {
        return navigator.credentials.create({ publicKey: {
            challenge: bytes(data.challenge),
            rp: { id: data.rp, name: data.site },
            user: { id: bytes(data.user), name: data.name, displayName: data.name },
            pubKeyCredParams: [-7, -8, -257].map(function (alg) { return { type: "public-key", alg: alg }; }),
            excludeCredentials: described(data.known),
            authenticatorSelection: { residentKey: "required", userVerification: "required" },
            attestation: "none"
        } }).then(function (made) {
            return {
                attestation: text(made.response.attestationObject),
                client_data: text(made.response.clientDataJSON)
            };
        });
    }

    function get(data) {
        return navigator.credentials.get({ publicKey: {
            challenge: bytes(data.challenge),
            rpId: data.rp,
            userVerification: "required"
        } }).then(function (proof) {
            return {
                credential: text(proof.rawId),
                authenticator_data: text(proof.response.authenticatorData),
                client_data: text(proof.response.clientDataJSON),
                signature: text(proof.response.signature)
            };
        });
    }

    function prepare(box) {
        var form = box.querySelector("form");
        var trouble = box.querySelector("[data-trouble]");
        box.hidden = false;
        form.addEventListener("submit", function (event) {
            event.preventDefault();
            trouble.hidden = true;
            (box.dataset.passkey === "create" ? create(box.dataset) : get(box.dataset)).then(function (answer) {
                Object.keys(answer).forEach(function (name) { form.elements[name].value = answer[name]; });
                form.submit();
            }).catch(function () {
                trouble.hidden = false;
            });
        });
    }

    if (window.PublicKeyCredential) {
        document.querySelectorAll("[data-passkey]").forEach(prepare);
    }
}());
