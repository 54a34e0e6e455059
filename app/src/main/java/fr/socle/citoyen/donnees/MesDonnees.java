package fr.socle.citoyen.donnees;

import fr.socle.citoyen.store.ConsultationStore;
import fr.socle.exchange.Answer;
import fr.socle.exchange.Case;
import fr.socle.exchange.Gateway;
import fr.socle.exchange.Question;
import fr.socle.exchange.Requester;
import fr.socle.habilitations.Habilitation;
import fr.socle.habilitations.spi.DataCatalogue;
import fr.socle.habilitations.spi.DataCatalogue.DataField;
import fr.socle.habilitations.spi.DataCatalogue.DataSet;
import fr.socle.identity.UsagerConnecte;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;

/**
 * Fetches what a provider holds about the person who asks, by the gateway like anybody else, so
 * that the consultation is decided, journalled and shown. Nothing of an answer is kept.
 */
@Service
public class MesDonnees {

    /** How many consultations one person may ask for in an hour. */
    public static final int PER_HOUR = 20;

    private final Fondement fondement;
    private final DataCatalogue catalogue;
    private final Gateway gateway;
    private final ConsultationStore store;
    private final Clock clock;

    MesDonnees(
            Fondement fondement,
            DataCatalogue catalogue,
            Gateway gateway,
            ConsultationStore store,
            Clock clock) {
        this.fondement = fondement;
        this.catalogue = catalogue;
        this.gateway = gateway;
        this.store = store;
        this.clock = clock;
    }

    /**
     * What one provider can be asked.
     *
     * @param fields those that the habilitation opens
     */
    public record Offre(DataSet set, Habilitation habilitation, List<DataField> fields) {
        public Offre {
            fields = List.copyOf(fields);
        }
    }

    /** What came of a consultation. */
    public sealed interface Consultation {

        /** The provider was asked, or was not because there is no right to. */
        record Faite(Offre offre, Answer answer) implements Consultation {}

        /** Nobody gives this here. */
        record Inconnue() implements Consultation {}

        /** The person asked {@link #PER_HOUR} times within the hour. */
        record TropNombreuses() implements Consultation {}
    }

    /** By label. */
    public List<Offre> offres() {
        var grounds = fondement.habilitations();
        return catalogue.all().stream().flatMap(it -> offre(it, grounds).stream()).toList();
    }

    public Optional<Offre> offre(String code) {
        return catalogue.find(code).flatMap(it -> offre(it, fondement.habilitations()));
    }

    /** Asks, outside any transaction; as long as the provider, at most ten seconds. */
    public Consultation consulter(UsagerConnecte usager, String code) {
        var offre = offre(code);
        if (offre.isEmpty()) {
            return new Consultation.Inconnue();
        }
        var now = clock.instant();
        var organisation = offre.get().habilitation().organisation();
        var id = UUID.randomUUID();
        var opened =
                store.open(
                        new ConsultationStore.Row(id, usager.person(), organisation, now),
                        now.minus(Duration.ofHours(1)),
                        PER_HOUR);
        return opened
                ? new Consultation.Faite(
                        offre.get(), gateway.ask(question(id, offre.get(), usager)))
                : new Consultation.TropNombreuses();
    }

    private static Question question(UUID id, Offre offre, UsagerConnecte usager) {
        return new Question(
                offre.habilitation().id(),
                offre.set().code(),
                Question.ALL_GRANTED,
                new Requester.UsagerLuiMeme(usager.person(), offre.habilitation().organisation()),
                new Question.Subject(usager.person(), usager.identity()),
                new Case.Verifie(Consultations.PREFIX + id));
    }

    private static Optional<Offre> offre(DataSet set, List<Habilitation> grounds) {
        for (var ground : grounds) {
            var granted = ground.fields().get(set.code());
            if (granted != null) {
                return Optional.of(new Offre(set, ground, fields(set, granted)));
            }
        }
        return Optional.empty();
    }

    private static List<DataField> fields(DataSet set, Set<String> granted) {
        return set.fields().stream().filter(it -> granted.contains(it.code())).toList();
    }

    @Scheduled(fixedDelayString = "PT1H", initialDelayString = "PT9M")
    void purge() {
        store.deleteBefore(clock.instant().minus(Duration.ofDays(1)));
    }
}
