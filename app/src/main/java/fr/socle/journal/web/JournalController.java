package fr.socle.journal.web;

import fr.socle.journal.log.Regression.Standing;
import fr.socle.journal.publish.Publisher;
import fr.socle.journal.store.CheckpointStore;
import fr.socle.journal.store.CheckpointStore.Published;
import fr.socle.journal.store.LogHead;
import fr.socle.journal.store.LogStore;
import fr.socle.kernel.Refusal;
import fr.socle.ui.Page;
import fr.socle.ui.access.Public;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** The public page of the journal. */
@Controller
@Public
class JournalController {

    private final LogStore logs;
    private final CheckpointStore checkpoints;
    private final Publisher publisher;

    JournalController(LogStore logs, CheckpointStore checkpoints, Publisher publisher) {
        this.logs = logs;
        this.checkpoints = checkpoints;
        this.publisher = publisher;
    }

    @GetMapping("/journal")
    Page journal() {
        var head = logs.current().orElseThrow();
        return page(head, checkpoints.last(head.log()));
    }

    private JournalPage page(LogHead head, Optional<Published> last) {
        return new JournalPage(
                head.origin(),
                head.verifier().text(),
                "/journal/" + head.log(),
                last.map(Published::size).orElse(0L),
                last.map(Published::signedAt).orElse(null),
                checkpoints.witnesses(head.log()),
                last.map(it -> it.note().write()).orElse(null),
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
