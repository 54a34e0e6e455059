package fr.socle.citoyen.entreprise;

import fr.socle.citoyen.entreprise.Representation.Motif;
import fr.socle.citoyen.entreprise.Representation.Prouvee;
import fr.socle.citoyen.entreprise.Representation.Refusee;
import fr.socle.citoyen.store.RepresentationStore;
import fr.socle.directory.Entreprises;
import fr.socle.identity.UsagerConnecte;
import fr.socle.journal.Journal;
import fr.socle.kernel.BirthDate;
import fr.socle.kernel.PersonRef;
import fr.socle.kernel.Siren;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;

/**
 * Whether a person represents a company now. What the register says is kept for a quarter of an
 * hour: who was removed from it loses the file then. A register that is silent opens nothing.
 */
@Service
public class Representations {

    /** How long what the register said is good for. */
    public static final Duration KEPT = Duration.ofMinutes(15);

    /** How long it is remembered to whom a digest may go. */
    private static final Duration REMEMBERED = Duration.ofDays(60);

    private final RepresentationStore store;
    private final Registre registre;
    private final Entreprises entreprises;
    private final Journal journal;
    private final Clock clock;

    Representations(
            RepresentationStore store,
            Registre registre,
            Entreprises entreprises,
            Journal journal,
            Clock clock) {
        this.store = store;
        this.registre = registre;
        this.entreprises = entreprises;
        this.journal = journal;
        this.clock = clock;
    }

    /** Asks the register, outside any transaction, unless it answered lately. */
    public Representation of(UsagerConnecte usager, Siren siren) {
        if (!(usager.identity().birthDate() instanceof BirthDate.Day)) {
            return new Refusee(Motif.NAISSANCE_INCOMPLETE);
        }
        // because PostgreSQL keeps microseconds
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        return store.find(usager.person(), siren, now.minus(KEPT))
                .orElseGet(() -> asked(usager, siren, now));
    }

    private Representation asked(UsagerConnecte usager, Siren siren, Instant now) {
        var company = entreprises.subjectOf(siren);
        var said =
                switch (registre.ask(siren, company)) {
                    case Registre.Reponse.Rien(var motif) -> new Refusee(motif);
                    case Registre.Reponse.Liste(var list, var source, var sourceTime) ->
                            switch (list.find(usager)) {
                                case Mandataires.Found.Nobody(var motif) -> new Refusee(motif);
                                case Mandataires.Found.Named(var fonction) ->
                                        new Prouvee(fonction, source, sourceTime, now);
                            };
                };
        keep(usager.person(), siren, said, now);
        // because what the register did not say tells nothing of who asked
        if (said instanceof Refusee(var motif) && motif.said()) {
            journal.appendAlone(new EntrepriseAct.Refus(company, motif));
        }
        return said;
    }

    private void keep(PersonRef person, Siren siren, Representation said, Instant now) {
        if (said instanceof Refusee(var motif) && !motif.said()) {
            return;
        }
        store.put(person, siren, said, now);
    }

    /**
     * Whether the register named this person when they looked last, within two months: for what is
     * sent to them unasked, when nobody can ask it with their civil status.
     */
    public boolean namedLately(PersonRef person, Siren siren) {
        var since = clock.instant().minus(REMEMBERED);
        return store.find(person, siren, since).filter(Prouvee.class::isInstance).isPresent();
    }

    @Scheduled(fixedDelayString = "PT1H", initialDelayString = "PT13M")
    void purge() {
        store.deleteBefore(clock.instant().minus(REMEMBERED));
    }
}
