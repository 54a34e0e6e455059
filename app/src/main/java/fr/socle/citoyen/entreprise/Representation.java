package fr.socle.citoyen.entreprise;

import java.time.Instant;

/** Whether a person represents a company, as the register of companies said when it was asked. */
public sealed interface Representation {

    /** What opens the file of the company. */
    sealed interface Ouvrante extends Representation {

        /** As what the person comes. */
        String fonction();

        /** Who says so. */
        String source();

        /** When that was asked or given. */
        Instant at();
    }

    /**
     * The register names the person, by a function that represents.
     *
     * @param fonction as the register writes it
     * @param source who keeps the register
     * @param sourceTime when the register says that it was true
     * @param at when it was asked
     */
    record Prouvee(String fonction, String source, Instant sourceTime, Instant at)
            implements Ouvrante {}

    /** A representative let this person in. */
    record Deleguee(Delegation delegation) implements Ouvrante {

        @Override
        public String fonction() {
            return "délégataire";
        }

        @Override
        public String source() {
            return "délégation de " + delegation.givenBy();
        }

        @Override
        public Instant at() {
            return delegation.accepted().orElse(delegation.givenAt());
        }
    }

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
