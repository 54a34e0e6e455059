package fr.socle.kernel;

/** Reads the reason of a refusal in a test, and fails when nothing was refused. */
final class Refused {

    private Refused() {}

    static String key(Parsed<?> parsed) {
        return switch (parsed) {
            case Parsed.Valid<?>(var value) -> "accepted: " + value;
            case Parsed.Invalid<?>(var refusal) -> refusal.key();
        };
    }
}
