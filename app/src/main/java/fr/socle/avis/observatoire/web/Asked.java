package fr.socle.avis.observatoire.web;

import fr.socle.avis.observatoire.edition.Edition;
import fr.socle.avis.observatoire.edition.Editions;
import fr.socle.avis.observatoire.edition.LiveBoard;
import fr.socle.avis.observatoire.edition.OpenData;
import fr.socle.avis.observatoire.indicator.Board;
import fr.socle.avis.observatoire.indicator.Quarter;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;

/** Which board an address asks for: the present one, or an edition. */
@Component
class Asked {

    private final LiveBoard live;
    private final Editions editions;

    Asked(LiveBoard live, Editions editions) {
        this.live = live;
        this.editions = editions;
    }

    /**
     * A board, and which edition it is.
     *
     * @param edition null: the present
     */
    record Seen(Board board, @Nullable Edition edition) {

        /** In the names of files: {@code 2026-T3}, or the last day that it looks at. */
        String label() {
            return edition == null ? board.last().toString() : edition.quarter().code();
        }
    }

    /** An edition that does not exist is not found; nothing typed asks for the present. */
    Seen board(String edition) {
        if (edition.isEmpty()) {
            return new Seen(live.get(), null);
        }
        var found =
                Quarter.parse(edition)
                        .flatMap(editions::find)
                        .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        return new Seen(editions.board(found), found);
    }

    /** Of an edition, the very bytes that were signed. */
    String csv(Seen seen) {
        return seen.edition() == null ? OpenData.csv(seen.board()) : editions.csv(seen.edition());
    }
}
