package fr.socle.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;

/** The visits of one test. When it ends, none of their pages may have done what is forbidden. */
final class Visits {

    private final Theatre theatre;
    private final List<Visit> open = new ArrayList<>();

    Visits(Theatre theatre) {
        this.theatre = theatre;
    }

    /** A newcomer to the demonstration. */
    Visit open(Look look) {
        return open(look, theatre.demonstration());
    }

    Visit open(Look look, RunningSocle socle) {
        var visit = new Visit(theatre.browser(), look, socle.address());
        open.add(visit);
        return visit;
    }

    /**
     * @param failed whether the test has failed for another reason, which is then the one to tell
     */
    void finish(boolean failed) {
        var complaints = open.stream().flatMap(it -> it.complaints().stream()).toList();
        open.forEach(Visit::close);
        if (!failed) {
            assertThat(complaints).isEmpty();
        }
    }
}
