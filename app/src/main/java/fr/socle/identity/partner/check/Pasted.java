package fr.socle.identity.partner.check;

import java.util.Map;

/** What somebody pasted of what their service sends. */
sealed interface Pasted {

    /** Values of each parameter, in the order in which they stood. */
    Map<String, String[]> parameters();

    /**
     * @param address without its query; empty when only parameters were pasted
     */
    record Authorize(String address, Map<String, String[]> parameters) implements Pasted {}

    /**
     * @param authorization the header, or empty
     * @param inAddress whether the parameters stood in the address, where they do not belong
     */
    record Token(
            String address,
            Map<String, String[]> parameters,
            String authorization,
            boolean inAddress)
            implements Pasted {

        /** Says nothing of the secret, so that no log line can carry it. */
        @Override
        public String toString() {
            return "Token[hidden]";
        }
    }

    record Logout(String address, Map<String, String[]> parameters) implements Pasted {}

    /** Nothing that anybody could read as one of these. */
    record Unreadable(Map<String, String[]> parameters) implements Pasted {}
}
