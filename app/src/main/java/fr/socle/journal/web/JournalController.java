package fr.socle.journal.web;

import fr.socle.journal.log.Regression.Standing;
import fr.socle.journal.publish.Publisher;
import fr.socle.journal.store.Front;
import fr.socle.journal.store.Front.Signed;
import fr.socle.journal.store.FrontStore;
import fr.socle.kernel.Refusal;
import fr.socle.ui.Page;
import fr.socle.ui.access.Public;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** The public page of the journal. */
@Controller
@Public
class JournalController {

    private final FrontStore fronts;
    private final Publisher publisher;

    JournalController(FrontStore fronts, Publisher publisher) {
        this.fronts = fronts;
        this.publisher = publisher;
    }

    @GetMapping("/journal")
    Page journal() {
        return page(fronts.read().orElseThrow());
    }

    private JournalPage page(Front front) {
        return new JournalPage(
                front.origin(),
                front.key(),
                "/journal/" + front.log(),
                front.last().map(Signed::size).orElse(0L),
                front.last().map(Signed::at).orElse(null),
                front.witnesses(),
                front.last().map(Signed::note).orElse(null),
                refusal(publisher.standing()));
    }

    private static @Nullable Refusal refusal(Standing standing) {
        return switch (standing) {
            case Standing.Sound _ -> null;
            case Standing.Behind(var published, var found) ->
                    Refusal.of("journal.public.behind", published.size(), found.size());
            case Standing.Forked(var published, var found) ->
                    Refusal.of("journal.public.forked", published.size(), found.size());
        };
    }
}
