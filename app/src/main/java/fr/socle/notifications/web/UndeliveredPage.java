package fr.socle.notifications.web;

import fr.socle.notifications.outbox.DeadLetters.DeadLetter;
import fr.socle.ui.Page;
import fr.socle.ui.Pagination;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Letters that could not be delivered.
 *
 * @param closed whether there is no mail server, so that letters wait
 * @param waiting how many will still be tried
 * @param outcome of the act that led here: {@code resent}, {@code dropped}, {@code gone} or null
 */
public record UndeliveredPage(
        boolean closed,
        long waiting,
        List<DeadLetter> letters,
        Pagination pagination,
        @Nullable String outcome)
        implements Page {

    static final List<String> OUTCOMES = List.of("resent", "dropped", "gone");

    public UndeliveredPage {
        letters = List.copyOf(letters);
    }

    /** A letter that left or was decided upon meanwhile is told, not hidden. */
    public String kind() {
        return "gone".equals(outcome) ? "warn" : "good";
    }
}
