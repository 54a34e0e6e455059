package fr.socle.journal;

/**
 * A kind of entry: its stable name and how long its parts are kept.
 *
 * @param code {@code block.past-participle}, as in {@code directory.agent-invite}; its label is the
 *     message {@code <block>.journal.<past-participle>}
 */
public record Kind(String code, Retention retention) {

    public Kind {
        if (!code.matches("[a-z]+\\.[a-z0-9-]+") || code.length() > 60) {
            throw new IllegalArgumentException(
                    "a kind is named block.past-participle, not " + code);
        }
    }

    /** The key of its label. */
    public static String labelOf(String code) {
        return code.replaceFirst("\\.", ".journal.");
    }
}
