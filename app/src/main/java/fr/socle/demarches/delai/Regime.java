package fr.socle.demarches.delai;

/** Who decides the dossiers of a procedure, and what happens to them by itself. */
public sealed interface Regime {

    /** As it is stored and sent by pages. */
    String code();

    /** Agents decide. */
    record Ordinaire() implements Regime {

        public static final String CODE = "ordinaire";

        @Override
        public String code() {
            return CODE;
        }
    }

    /** Agents decide; if they keep silent too long, silence does. */
    record AvecSilence(Silence silence) implements Regime {

        public static final String PREFIX = "silence-";

        @Override
        public String code() {
            return PREFIX + silence.sens().code();
        }
    }

    /** Every deposited dossier passes by itself. */
    enum Declaratif implements Regime {
        /** It is examined at once. */
        INSTRUCTION("declaratif-instruction"),
        /** It is accepted at once. */
        ACCEPTATION("declaratif-acceptation");

        private final String code;

        Declaratif(String code) {
            this.code = code;
        }

        @Override
        public String code() {
            return code;
        }
    }
}
