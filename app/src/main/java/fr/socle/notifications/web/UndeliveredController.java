package fr.socle.notifications.web;

import fr.socle.notifications.delivery.Post;
import fr.socle.notifications.delivery.Undelivered;
import fr.socle.notifications.outbox.DeadLetters;
import fr.socle.ui.Page;
import fr.socle.ui.Pagination;
import fr.socle.ui.access.Requires;
import fr.socle.ui.access.SignInNeeded;
import fr.socle.ui.access.Visitor;
import fr.socle.ui.access.Visitors;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Letters that could not be delivered: seen, sent again, given up. */
@Controller
@Requires("notifications.administrer")
class UndeliveredController {

    private static final String ADDRESS = "/administration/courriels";
    private static final int SIZE = 25;

    private final DeadLetters letters;
    private final Undelivered undelivered;
    private final Post post;

    UndeliveredController(DeadLetters letters, Undelivered undelivered, Post post) {
        this.letters = letters;
        this.undelivered = undelivered;
        this.post = post;
    }

    @GetMapping(ADDRESS)
    Page list(
            @RequestParam(defaultValue = "1") int page,
            @RequestParam(required = false) @Nullable String fait) {
        var pagination = new Pagination(page, SIZE, letters.count(), ADDRESS);
        return new UndeliveredPage(
                post.closed(),
                letters.waiting(),
                letters.page(pagination.offset(), SIZE),
                pagination,
                fait != null && UndeliveredPage.OUTCOMES.contains(fait) ? fait : null);
    }

    @PostMapping(ADDRESS + "/{letter}/renvoyer")
    ResponseEntity<Void> resend(@PathVariable UUID letter, HttpServletRequest request) {
        return done(undelivered.resend(letter, agent(request)) ? "resent" : "gone");
    }

    @PostMapping(ADDRESS + "/{letter}/abandonner")
    ResponseEntity<Void> drop(@PathVariable UUID letter, HttpServletRequest request) {
        return done(undelivered.drop(letter, agent(request)) ? "dropped" : "gone");
    }

    private static UUID agent(HttpServletRequest request) {
        return switch (Visitors.of(request)) {
            case Visitor.Agent agent -> agent.agent();
            case Visitor.Anonymous _, Visitor.Usager _ -> throw new SignInNeeded();
        };
    }

    private static ResponseEntity<Void> done(String outcome) {
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .location(URI.create(ADDRESS + "?fait=" + outcome))
                .build();
    }
}
