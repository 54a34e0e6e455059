package fr.socle.identity.usager;

import fr.socle.kernel.PersonRef;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A fraud that somebody reported.
 *
 * @param number as people quote it: {@code 2026-000042}
 * @param person null when they were not signed in, or their account was erased since
 * @param code the identification code that they gave, or empty
 */
public record FraudReport(
        String number,
        Instant reportedAt,
        Nature nature,
        String code,
        @Nullable PersonRef person,
        Words words,
        State state) {

    /** What they say happened. */
    public enum Nature {
        CONNEXION_INCONNUE,
        IDENTITE_USURPEE,
        MESSAGE_SUSPECT,
        AUTRE;

        /** As stored, and as a form sends it. */
        public String code() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        public static Optional<Nature> of(String code) {
            return Arrays.stream(values()).filter(it -> it.code().equals(code)).findFirst();
        }

        public static List<String> codes() {
            return Arrays.stream(values()).map(Nature::code).toList();
        }
    }

    /**
     * What they wrote.
     *
     * @param email where to answer
     * @param language of the letters to them
     */
    public record Words(String story, String email, String language) {

        /** Nothing: what somebody confides does not belong in a log. */
        @Override
        public String toString() {
            return "Words[hidden]";
        }
    }

    /** How far it was handled. */
    public sealed interface State {

        Instant since();

        record Recu(Instant since) implements State {}

        record PrisEnCharge(String agent, Instant since) implements State {}

        /**
         * @param outcome what the person was told
         */
        record Clos(String agent, Instant since, String outcome) implements State {}

        /** As stored. */
        default String code() {
            return switch (this) {
                case Recu _ -> "recu";
                case PrisEnCharge _ -> "pris-en-charge";
                case Clos _ -> "clos";
            };
        }
    }

    /** The codes of the states. */
    public static final List<String> STATES = List.of("recu", "pris-en-charge", "clos");
}
