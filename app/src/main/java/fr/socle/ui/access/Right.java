package fr.socle.ui.access;

/**
 * Something that an agent may be allowed to do. A block declares its rights as beans; the directory
 * grants them.
 *
 * @param code stable, {@code block.verb}, as in {@code journal.auditer}; its label is the message
 *     {@code right.<code>}
 */
public record Right(String code) {

    public Right {
        if (!code.matches("[a-z]+(\\.[a-z-]+)+")) {
            throw new IllegalArgumentException("a right is named block.verb, not " + code);
        }
    }
}
