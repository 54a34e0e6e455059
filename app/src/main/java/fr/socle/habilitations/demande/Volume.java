package fr.socle.habilitations.demande;

import java.util.List;

/** How many calls a minute an organisation expects to make. */
public final class Volume {

    public static final List<String> CALLS = List.of("50", "200", "1000");

    private Volume() {}

    /** Anything above the smallest number is justified. */
    public static boolean needsReason(String calls) {
        return !calls.isEmpty() && !calls.equals(CALLS.getFirst());
    }
}
