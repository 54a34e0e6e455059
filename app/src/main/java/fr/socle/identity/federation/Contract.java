package fr.socle.identity.federation;

import java.util.List;
import java.util.Map;

/**
 * What a federation promises: which people it knows, what it says of them, and how. Each follows
 * one of the three contracts that there are; what a contract leaves open is the federation's own.
 */
public enum Contract {
    /** Hands on one identity: the register's, where it was asked. */
    FRANCECONNECT(true, Scopes.CITOYENS),
    /** Hands on what the provider says, and beside it what the register says. */
    FRANCECONNECT_PLUS(true, Scopes.CITOYENS_PLUS),
    PROCONNECT(false, Scopes.AGENTS);

    private final boolean ofUsagers;
    private final Map<String, List<String>> scopes;

    Contract(boolean ofUsagers, Map<String, List<String>> scopes) {
        this.ofUsagers = ofUsagers;
        this.scopes = scopes;
    }

    /** Whether its people are usagers, with a civil status; else they are agents. */
    public boolean ofUsagers() {
        return ofUsagers;
    }

    /** What a service must ask for to get each claim. */
    Map<String, List<String>> scopes() {
        return scopes;
    }

    /** Whether what the register says stands in the place of what the provider said. */
    boolean saysAsTheRegister() {
        return this == FRANCECONNECT;
    }

    /** Whether a service of the strict profile must have its answers in an envelope. */
    boolean wantsEnvelopes() {
        return this == FRANCECONNECT_PLUS;
    }
}
