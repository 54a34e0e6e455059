package fr.socle.avis;

/** The two kinds of opinions, apart. */
public record Split(Tally verified, Tally open) {

    public static final Split NONE = new Split(Tally.NONE, Tally.NONE);

    public Tally of(Kind kind) {
        return switch (kind) {
            case VERIFIED -> verified;
            case OPEN -> open;
        };
    }

    /** Both together. */
    public Tally all() {
        return verified.plus(open);
    }

    public Split plus(Split other) {
        return new Split(verified.plus(other.verified), open.plus(other.open));
    }
}
