package fr.socle.house.command;

/** The command was called wrongly. The message is shown as it is, in French. */
public final class UsageError extends RuntimeException {

    public UsageError(String message) {
        super(message);
    }
}
