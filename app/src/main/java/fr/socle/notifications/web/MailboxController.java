package fr.socle.notifications.web;

import fr.socle.notifications.outbox.Mailbox;
import fr.socle.notifications.outbox.Mailbox.Opened;
import fr.socle.ui.Page;
import fr.socle.ui.Pagination;
import fr.socle.ui.UiSettings;
import fr.socle.ui.access.Public;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/**
 * Everybody's letters, so that a demonstration needs no mail server. Outside demonstration these
 * addresses do not exist.
 */
@Controller
@Public
class MailboxController {

    /** A letter may bring its own look and nothing else: no script, form, image or address. */
    private static final String LETTER_POLICY =
            "sandbox allow-popups allow-top-navigation-by-user-activation; default-src 'none';"
                    + " style-src 'unsafe-inline'; base-uri 'none'; form-action 'none';"
                    + " frame-ancestors 'none'";

    private static final int SIZE = 25;
    private static final int LONGEST_SEARCH = 200;

    private final Mailbox mailbox;
    private final UiSettings settings;

    MailboxController(Mailbox mailbox, UiSettings settings) {
        this.mailbox = mailbox;
        this.settings = settings;
    }

    @GetMapping("/courriels")
    Page list(
            @RequestParam(defaultValue = "") String q, @RequestParam(defaultValue = "1") int page) {
        onlyInDemonstration();
        var words = searchable(q);
        var href = "/courriels?q=" + URLEncoder.encode(words, StandardCharsets.UTF_8);
        var pagination = new Pagination(page, SIZE, mailbox.count(words), href);
        return new MailboxPage(words, mailbox.page(words, pagination.offset(), SIZE), pagination);
    }

    @GetMapping("/courriels/{letter}")
    Page open(@PathVariable UUID letter) {
        return new MailboxLetterPage(find(letter));
    }

    @GetMapping("/courriels/{letter}/html")
    ResponseEntity<String> html(@PathVariable UUID letter) {
        return ResponseEntity.ok()
                .header("Content-Security-Policy", LETTER_POLICY)
                .contentType(new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8))
                .body(find(letter).letter().html());
    }

    private Opened find(UUID letter) {
        onlyInDemonstration();
        return mailbox.open(letter)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private void onlyInDemonstration() {
        if (!settings.demonstration()) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
    }

    /** A search has no zero byte, which PostgreSQL refuses, and an end. */
    private static String searchable(String typed) {
        var words = typed.replaceAll("\\p{Cntrl}", " ").strip();
        return words.length() <= LONGEST_SEARCH ? words : words.substring(0, LONGEST_SEARCH);
    }
}
