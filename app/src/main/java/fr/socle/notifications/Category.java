package fr.socle.notifications;

/**
 * A kind of message about which people choose. A block declares its categories as beans.
 *
 * @param code stable, {@code block.kind}, as in {@code directory.invitation}; its label is the
 *     message {@code category.<code>}
 * @param mandatory cannot be refused: what a person must know to exercise a right or to keep an
 *     account safe
 */
public record Category(String code, boolean mandatory) {

    /** The letter that groups those of a day; nobody receives it who did not ask for it. */
    public static final Category DIGEST = new Category("notifications.recapitulatif", false);

    /**
     * A category whose code ends so is of letters that bring a secret: their text is erased as they
     * leave, and only that they left is kept.
     */
    public static final String FLEETING = ".ephemere";

    public Category {
        if (!code.matches("[a-z]+(\\.[a-z-]+)+")) {
            throw new IllegalArgumentException("a category is named block.kind, not " + code);
        }
    }

    /** Key of the message that names this category. */
    public String label() {
        return "category." + code;
    }
}
