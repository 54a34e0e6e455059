package fr.socle.journal.check;

import fr.socle.journal.check.CheckReport.Tally;
import fr.socle.journal.store.LinkReader;
import fr.socle.journal.store.LinkReader.Tied;
import fr.socle.journal.store.LogHead;
import org.springframework.stereotype.Component;

/**
 * Opens every link that can still be opened: the entry is tied to the person's previous one, the
 * numbers follow each other, and the last one is that from which the next will be given.
 */
@Component
class LinkCheck {

    private static final int BATCH = 5000;

    private final LinkReader links;

    LinkCheck(LinkReader links) {
        this.links = links;
    }

    void check(LogHead head, Tally tally) {
        if (head.links().isEmpty()) {
            return;
        }
        for (var from = head.links().get().from(); from < head.size(); from += BATCH) {
            links.between(head.log(), from, from + BATCH).forEach(tied -> check(tied, tally));
        }
        var loose = links.loose(head.log());
        if (loose > 0) {
            tally.fault(
                    "the last number of "
                            + loose
                            + " person(s) of "
                            + head.origin()
                            + " is not that of their last entry");
        }
    }

    private static void check(Tied tied, Tally tally) {
        tally.links++;
        if (!tied.follows()) {
            tally.fault(
                    "entry %d is number %d of a person, and the one before is missing"
                            .formatted(tied.index(), tied.n()));
        } else if (!tied.holds()) {
            tally.fault("the link of entry " + tied.index() + " does not open");
        }
    }
}
