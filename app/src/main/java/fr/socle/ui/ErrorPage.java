package fr.socle.ui;

import fr.socle.kernel.Refusal;
import org.jspecify.annotations.Nullable;

/**
 * Says what went wrong, what to do, and which code to quote.
 *
 * @param reason more precise than the fault, or null
 * @param reference the code that the log also holds
 */
public record ErrorPage(Fault fault, int status, @Nullable Refusal reason, String reference)
        implements Page {

    /** What happened: the precise reason, or what the fault says of itself. */
    public Refusal what() {
        return reason == null || reason.key().equals(fault.code())
                ? Refusal.of(fault.code() + ".what")
                : reason;
    }
}
