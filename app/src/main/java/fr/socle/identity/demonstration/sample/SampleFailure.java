package fr.socle.identity.demonstration.sample;

import java.util.Locale;

/** Something that a service must not believe, or did not get. */
final class SampleFailure extends Exception {

    private static final long serialVersionUID = 1;

    /** What went wrong, as its visitor is told. */
    enum Kind {
        /** An address of the federation does not answer as it should. */
        UNREACHABLE,
        /** An answer that cannot be read, or lacks something. */
        ANSWER,
        /** A token that fails a check. */
        TOKEN,
        /** Data of somebody else, or for somebody else. */
        USERINFO,
        /** Another federation than the one that was asked. */
        ISSUER,
        /** An answer to no question of this browser. */
        STATE;

        String key() {
            return "identity.sample.fault." + name().toLowerCase(Locale.ROOT);
        }
    }

    private final Kind kind;

    /**
     * @param why in English, as for the developer of a service
     */
    SampleFailure(Kind kind, String why) {
        super(why);
        this.kind = kind;
    }

    String why() {
        return String.valueOf(getMessage());
    }

    SamplePage.Problem problem() {
        return new SamplePage.Problem(kind.key(), "", why());
    }
}
