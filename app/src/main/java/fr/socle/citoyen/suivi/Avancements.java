package fr.socle.citoyen.suivi;

import fr.socle.citoyen.store.AvancementStore;
import fr.socle.citoyen.store.EmetteurStore;
import fr.socle.identity.Persons;
import fr.socle.journal.Journal;
import fr.socle.kernel.PersonRef;
import java.time.Clock;
import java.time.Period;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** How far persons' procedures outside this house came. */
@Service
public class Avancements {

    /** How many calls of one program are read in a minute. */
    public static final int PER_MINUTE = 600;

    private static final Period KEPT = Period.ofMonths(24);

    private final AvancementStore store;
    private final EmetteurStore emetteurs;
    private final Persons persons;
    private final Journal journal;
    private final Clock clock;

    Avancements(
            AvancementStore store,
            EmetteurStore emetteurs,
            Persons persons,
            Journal journal,
            Clock clock) {
        this.store = store;
        this.emetteurs = emetteurs;
        this.persons = persons;
        this.journal = journal;
        this.clock = clock;
    }

    /** Counts a call. False when there were too many within this minute. */
    public boolean admits(Emetteur by) {
        return emetteurs.call(by.id(), clock.instant().truncatedTo(ChronoUnit.MINUTES))
                <= PER_MINUTE;
    }

    /**
     * Keeps what is about exactly one person with an account here, once. What is about nobody here,
     * or about several, is not kept, and the caller is not told: otherwise it could learn who has
     * an account.
     */
    @Transactional
    public void keep(Emetteur by, String organisation, Annonce annonce) {
        personOf(by, annonce.whose())
                .filter(it -> store.keep(it, by.organisation(), organisation, annonce))
                .ifPresent(
                        it ->
                                journal.append(
                                        new SuiviAct.Announced(it, by, organisation, annonce)));
    }

    private Optional<PersonRef> personOf(Emetteur by, Annonce.Whose whose) {
        return switch (whose) {
            case Annonce.Whose.Pivot(var identity) -> persons.personOf(identity);
            case Annonce.Whose.Sub(var sub) ->
                    Optional.ofNullable(by.client()).flatMap(it -> persons.personOf(it, sub));
        };
    }

    /** The latest news first. */
    public List<Avancement> of(PersonRef person) {
        return store.of(person);
    }

    @Scheduled(fixedDelayString = "PT12H", initialDelayString = "PT13M")
    void purge() {
        store.deleteBefore(clock.instant().atOffset(ZoneOffset.UTC).minus(KEPT).toInstant());
    }
}
