package fr.socle.citoyen.effacement;

import fr.socle.citoyen.store.AvancementStore;
import fr.socle.citoyen.store.DelegationStore;
import fr.socle.citoyen.store.ExerciceStore;
import fr.socle.citoyen.store.RecapitulatifStore;
import fr.socle.citoyen.store.RepresentationStore;
import fr.socle.citoyen.usages.Usages;
import fr.socle.demarches.DossierState;
import fr.socle.demarches.DossierSummary;
import fr.socle.demarches.Dossiers;
import fr.socle.demarches.Effacements;
import fr.socle.journal.Journal;
import fr.socle.journal.Retention;
import fr.socle.kernel.PersonRef;
import fr.socle.notifications.Notifications;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.springframework.stereotype.Component;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What of a person's file can be erased, and what stays, why and until when. */
@Service
public class Effacement {

    private final Usages usages;
    private final Dossiers dossiers;
    private final Effacements effacements;
    private final Journal journal;
    private final Shelves shelves;

    /** Where the person's things lie. */
    @Component
    static class Shelves {

        private final AvancementStore avancements;
        private final ExerciceStore exercices;
        private final RecapitulatifStore recapitulatifs;
        private final RepresentationStore representations;
        private final DelegationStore delegations;
        private final Notifications notifications;
        private final Clock clock;

        Shelves(
                AvancementStore avancements,
                ExerciceStore exercices,
                RecapitulatifStore recapitulatifs,
                RepresentationStore representations,
                DelegationStore delegations,
                Notifications notifications,
                Clock clock) {
            this.avancements = avancements;
            this.exercices = exercices;
            this.recapitulatifs = recapitulatifs;
            this.representations = representations;
            this.delegations = delegations;
            this.notifications = notifications;
            this.clock = clock;
        }

        @Transactional
        public void empty(PersonRef person) {
            avancements.forget(person);
            exercices.forget(person);
            recapitulatifs.forget(person);
            representations.forget(person);
            delegations.forget(person, clock.instant());
            notifications.forget(person.value());
        }
    }

    Effacement(
            Usages usages,
            Dossiers dossiers,
            Effacements effacements,
            Journal journal,
            Shelves shelves) {
        this.usages = usages;
        this.dossiers = dossiers;
        this.effacements = effacements;
        this.journal = journal;
        this.shelves = shelves;
    }

    /**
     * Lines that a text orders to keep.
     *
     * @param until the last day of the one that stays longest
     */
    public record Kept(String statute, int lines, LocalDate until) {}

    /**
     * What would become of it all.
     *
     * @param lines of the journal that go
     * @param drafts that go
     * @param kept lines that stay, by text
     * @param deposited dossiers that stay until the term of their procedure
     */
    public record Inventory(
            int lines, int drafts, List<Kept> kept, List<DossierSummary> deposited) {
        public Inventory {
            kept = List.copyOf(kept);
            deposited = List.copyOf(deposited);
        }
    }

    public Inventory inventory(PersonRef person) {
        var free = 0;
        var kept = new TreeMap<String, Kept>();
        for (var usage : usages.all(person)) {
            var statute = usages.retention(usage.kind()).map(Retention::statute).orElse(null);
            if (statute == null) {
                free++;
            } else {
                kept.merge(statute, new Kept(statute, 1, usage.keptUntil()), Effacement::together);
            }
        }
        var own = dossiers.of(person);
        var drafts = own.stream().filter(it -> it.state() == DossierState.BROUILLON).count();
        var deposited = own.stream().filter(it -> it.state() != DossierState.BROUILLON).toList();
        return new Inventory(free, (int) drafts, new ArrayList<>(kept.values()), deposited);
    }

    /** Erases what can be; pressed again after an accident it goes on where it stopped. */
    public void erase(PersonRef person) {
        var drafts = effacements.effacerBrouillons(person);
        shelves.empty(person);
        journal.erasePerson(person, "demande de la personne");
        journal.appendAlone(new EffacementAct(person, drafts));
    }

    private static Kept together(Kept one, Kept other) {
        var until = one.until().isAfter(other.until()) ? one.until() : other.until();
        return new Kept(one.statute(), one.lines() + other.lines(), until);
    }
}
