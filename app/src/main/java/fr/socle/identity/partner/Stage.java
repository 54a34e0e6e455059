package fr.socle.identity.partner;

import java.time.Instant;

/** How far a service has come; each stage offers only the moves that are allowed from it. */
public sealed interface Stage {

    Instant since();

    /** Works at once, with made-up people only. */
    record Sandbox(Instant since) implements Stage {
        public Requested request(Instant now) {
            return new Requested(now);
        }
    }

    /** Waits for its habilitation, or for the operator. Works as a sandbox meanwhile. */
    record Requested(Instant since) implements Stage {
        public Production open(Instant now) {
            return new Production(now);
        }

        public Sandbox refuse(Instant now) {
            return new Sandbox(now);
        }
    }

    /** Open to the public for as long as its habilitation holds. */
    record Production(Instant since) implements Stage {
        public Sandbox close(Instant now) {
            return new Sandbox(now);
        }
    }

    /** The word for rows, addresses and messages. */
    default String code() {
        return switch (this) {
            case Sandbox _ -> "sandbox";
            case Requested _ -> "requested";
            case Production _ -> "production";
        };
    }

    static Stage of(String code, Instant since) {
        return switch (code) {
            case "sandbox" -> new Sandbox(since);
            case "requested" -> new Requested(since);
            case "production" -> new Production(since);
            default -> throw new IllegalArgumentException("no stage " + code);
        };
    }
}
