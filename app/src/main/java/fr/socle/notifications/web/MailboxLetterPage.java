package fr.socle.notifications.web;

import fr.socle.notifications.outbox.Mailbox.Opened;
import fr.socle.ui.Page;
import java.util.Arrays;
import java.util.List;

/** One letter of the demonstration's mailbox, as text; its HTML has an address of its own. */
public record MailboxLetterPage(Opened opened) implements Page {

    public String address() {
        return opened.letter().recipient().address().formatted();
    }

    /** The text: paragraphs of lines of pieces, so that the page can make its addresses links. */
    public List<List<List<Piece>>> paragraphs() {
        return Arrays.stream(opened.letter().plain().split("\n\n"))
                .map(paragraph -> paragraph.lines().map(Piece::of).toList())
                .toList();
    }
}
