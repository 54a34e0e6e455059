package fr.socle.journey;

/** The journey ends here: something else was expected. */
final class Unexpected extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** Enough of a page to recognise it. */
    private static final int EXCERPT = 600;

    Unexpected(String expected, Screen screen) {
        super(
                "attendu : %s ; reçu : %d à l’adresse %s, où l’on lit : %s"
                        .formatted(
                                expected,
                                screen.status(),
                                screen.address().getPath(),
                                excerpt(screen.text())));
    }

    Unexpected(String message) {
        super(message);
    }

    Unexpected(String message, Throwable cause) {
        super(message, cause);
    }

    private static String excerpt(String text) {
        return text.length() <= EXCERPT ? text : text.substring(0, EXCERPT) + "…";
    }
}
