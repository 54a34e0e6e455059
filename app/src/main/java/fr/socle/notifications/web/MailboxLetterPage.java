package fr.socle.notifications.web;

import fr.socle.notifications.outbox.Mailbox.Opened;
import fr.socle.ui.Page;
import java.util.List;

/** One letter of the demonstration's mailbox, as text; its HTML has an address of its own. */
public record MailboxLetterPage(Opened opened) implements Page {

    public String address() {
        return opened.letter().recipient().address().formatted();
    }

    /** The text cut where it may be a link, so that the page can make it one. */
    public List<Piece> pieces() {
        return Piece.of(opened.letter().plain());
    }
}
