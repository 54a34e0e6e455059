package fr.socle.identity.federation;

import java.util.Optional;

/** The proof key of a code: S256 only (RFC 7636; RFC 9700, 2.1.1). */
final class Challenge {

    private Challenge() {}

    /** What is wrong with it, in English. */
    static Optional<String> wrong(Client client, Parameters asked) {
        if (!asked.has("code_challenge")) {
            return client.needsPkce()
                    ? Optional.of("code_challenge is required")
                    : Optional.empty();
        }
        return asked.one("code_challenge_method").equals("S256")
                        && asked.one("code_challenge").matches("[A-Za-z0-9_-]{43}")
                ? Optional.empty()
                : Optional.of("code_challenge_method must be S256");
    }
}
