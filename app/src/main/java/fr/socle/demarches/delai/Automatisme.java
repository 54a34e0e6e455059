package fr.socle.demarches.delai;

import fr.socle.demarches.dossier.DossierId;
import java.time.Instant;

/**
 * The next thing that happens to a dossier by itself.
 *
 * @param due not before
 */
public record Automatisme(DossierId dossier, Acte acte, Instant due) {

    public enum Acte {
        /** Its examination begins. */
        INSTRUIRE("instruire"),
        /** It is accepted at its deposit. */
        ACCEPTER("accepter"),
        /** Silence accepts it. */
        ACCORD("accord"),
        /** Silence refuses it. */
        REJET("rejet");

        private final String code;

        Acte(String code) {
            this.code = code;
        }

        String code() {
            return code;
        }

        public static Acte of(Silence.Sens sens) {
            return switch (sens) {
                case ACCORD -> ACCORD;
                case REJET -> REJET;
            };
        }

        static Acte of(String code) {
            for (var acte : values()) {
                if (acte.code.equals(code)) {
                    return acte;
                }
            }
            throw new IllegalArgumentException("no act " + code);
        }
    }
}
