package fr.socle.citoyen.entreprise;

import java.time.Instant;

/** Whether a person represents a company, as the register of companies said when it was asked. */
public sealed interface Representation {

    /**
     * The register names the person, by a function that represents.
     *
     * @param fonction as the register writes it
     * @param source who keeps the register
     * @param sourceTime when the register says that it was true
     * @param at when it was asked
     */
    record Prouvee(String fonction, String source, Instant sourceTime, Instant at)
            implements Representation {}

    /** Nothing is shown. */
    record Refusee(Motif motif) implements Representation {}

    /** Why; its words are the messages {@code citoyen.entreprise.refus.<name>}. */
    enum Motif {
        /** The register names nobody of this civil status. */
        ABSENT,
        /** It names the person, by a function that does not represent. */
        SANS_POUVOIR,
        /** A civil status without day of birth could be a homonym's. */
        NAISSANCE_INCOMPLETE,
        /** The register does not know the company. */
        INCONNUE,
        /** The register does not answer. */
        INDISPONIBLE,
        /** Whoever runs the digital file may not ask the register. */
        SANS_FONDEMENT,
        /** It was asked too often about this company within the hour. */
        TROP;

        /** Whether the register said so: asking again at once would bring nothing else. */
        boolean said() {
            return switch (this) {
                case ABSENT, SANS_POUVOIR, INCONNUE -> true;
                case NAISSANCE_INCOMPLETE, INDISPONIBLE, SANS_FONDEMENT, TROP -> false;
            };
        }
    }
}
