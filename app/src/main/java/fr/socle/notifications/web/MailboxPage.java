package fr.socle.notifications.web;

import fr.socle.notifications.outbox.Mailbox.Line;
import fr.socle.ui.Page;
import fr.socle.ui.Pagination;
import java.util.List;

/** The demonstration's mailbox: everybody's letters, the latest first. */
public record MailboxPage(String words, List<Line> letters, Pagination pagination) implements Page {

    public MailboxPage {
        letters = List.copyOf(letters);
    }
}
