package fr.socle.identity.operator;

import fr.socle.ui.form.Form;
import java.util.Base64;
import java.util.Optional;

/**
 * What an authenticator answers to a challenge (Web Authentication level 3, section 5.2.2), as the
 * browser's form brings it: each member in base64url.
 */
public record Assertion(
        byte[] credential, byte[] authenticatorData, byte[] clientData, byte[] signature) {

    private static final int LONGEST = 8_000;

    /** Empty when a member is missing, doubled, too long or none. */
    public static Optional<Assertion> read(Form form) {
        var credential = bytes(form, "credential");
        var authenticatorData = bytes(form, "authenticator_data");
        var clientData = bytes(form, "client_data");
        var signature = bytes(form, "signature");
        return form.ok()
                ? Optional.of(new Assertion(credential, authenticatorData, clientData, signature))
                : Optional.empty();
    }

    static byte[] bytes(Form form, String field) {
        var text = form.required(field, LONGEST);
        try {
            return Base64.getUrlDecoder().decode(text);
        } catch (IllegalArgumentException nonsense) {
            form.reject(field, fr.socle.kernel.Refusal.of("identity.passkey.unreadable"));
            return new byte[0];
        }
    }
}
