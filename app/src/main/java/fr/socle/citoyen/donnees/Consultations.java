package fr.socle.citoyen.donnees;

import fr.socle.citoyen.store.ConsultationStore;
import fr.socle.exchange.spi.Cases;
import fr.socle.kernel.Ids;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * A person's wish to see what is held about them (RGPD, art. 15), as the case on whose ground it is
 * fetched: {@code citoyen/<id>}, open for a minute.
 */
@Component
class Consultations implements Cases {

    static final String PREFIX = "citoyen/";

    private static final Duration OPEN = Duration.ofMinutes(1);

    /** The person reads it in the line of the journal, in French like all that is written there. */
    private static final String TITLE = "Mes données, à votre demande";

    private final ConsultationStore store;
    private final Clock clock;

    Consultations(ConsultationStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    @Override
    public Optional<CaseState> find(String reference) {
        return reference.startsWith(PREFIX)
                ? Ids.parse(reference.substring(PREFIX.length()))
                        .flatMap(store::find)
                        .map(this::state)
                : Optional.empty();
    }

    private CaseState state(ConsultationStore.Row row) {
        var open = clock.instant().isBefore(row.openedAt().plus(OPEN));
        return new CaseState(1, TITLE, row.organisation(), row.person(), Set.of(), open);
    }
}
