package fr.socle.citoyen.donnees;

import fr.socle.citoyen.store.ConsultationStore;
import fr.socle.citoyen.store.ConsultationStore.Nature;
import fr.socle.directory.OrganisationId;
import fr.socle.exchange.Case;
import fr.socle.exchange.spi.Cases;
import fr.socle.kernel.Ids;
import fr.socle.kernel.PersonRef;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * The wish of a person or company to see what is held about them (RGPD, art. 15), as the case on
 * whose ground it is fetched: {@code citoyen/<id>}, open for a minute.
 */
@Component
public class Consultations implements Cases {

    private static final String PREFIX = "citoyen/";

    private static final Duration OPEN = Duration.ofMinutes(1);
    private static final Duration HOUR = Duration.ofHours(1);

    private final ConsultationStore store;
    private final Clock clock;

    Consultations(ConsultationStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    /**
     * Opens a case; empty when one of this kind was opened for the subject {@code perHour} times
     * within the hour.
     */
    public Optional<Case.Verifie> open(
            Nature nature, PersonRef subject, OrganisationId organisation, int perHour) {
        var id = UUID.randomUUID();
        var now = clock.instant();
        var row = new ConsultationStore.Row(id, subject, organisation, now, nature);
        return store.open(row, now.minus(HOUR), perHour)
                ? Optional.of(new Case.Verifie(PREFIX + id))
                : Optional.empty();
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
        return new CaseState(
                1, title(row.nature()), row.organisation(), row.person(), Set.of(), open);
    }

    /**
     * The subject reads it in the line of the journal, in French like all that is written there.
     */
    private static String title(Nature nature) {
        return switch (nature) {
            case DONNEES -> "Mes données, à votre demande";
            case REGISTRE -> "Vérification du pouvoir de représenter l’entreprise";
            case ENTREPRISE -> "Données de l’entreprise, à la demande d’un représentant";
        };
    }

    @Scheduled(fixedDelayString = "PT1H", initialDelayString = "PT9M")
    void purge() {
        store.deleteBefore(clock.instant().minus(Duration.ofDays(1)));
    }
}
