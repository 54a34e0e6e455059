package fr.socle.citoyen.droits;

import fr.socle.citoyen.droits.Exercice.EnCours;
import fr.socle.citoyen.droits.Exercice.Fond;
import fr.socle.citoyen.droits.Exercice.Guichet;
import fr.socle.citoyen.droits.Exercice.Issue;
import fr.socle.citoyen.droits.Exercice.Nature;
import fr.socle.citoyen.droits.ExerciceAct.Act;
import fr.socle.citoyen.store.ExerciceStore;
import fr.socle.citoyen.store.ExerciceStore.Suivi;
import fr.socle.demarches.Oppositions;
import fr.socle.directory.Change;
import fr.socle.directory.OrganisationId;
import fr.socle.journal.Journal;
import fr.socle.kernel.Parsed;
import fr.socle.kernel.PersonRef;
import fr.socle.ui.access.Visitor;
import java.time.Clock;
import java.time.Instant;
import java.time.Period;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Rights that persons exercise, and what organisations answer. Each act is one transaction: state,
 * journal entry, letter.
 */
@Service
public class Exercices {

    /** How many a person may have under way. */
    public static final int MOST_OPEN = 20;

    private static final Period KEPT = Period.ofYears(1);

    private final ExerciceStore store;
    private final Oppositions oppositions;
    private final Journal journal;
    private final ExercicePost post;
    private final Clock clock;

    Exercices(
            ExerciceStore store,
            Oppositions oppositions,
            Journal journal,
            ExercicePost post,
            Clock clock) {
        this.store = store;
        this.oppositions = oppositions;
        this.journal = journal;
        this.post = post;
        this.clock = clock;
    }

    /** What a person asks, of whom, about what. */
    public record Wish(
            Nature nature,
            Guichet guichet,
            Exercice.Objet objet,
            Exercice.Demandeur demandeur,
            @Nullable UUID echange) {}

    /**
     * Opens one, once for each button. An objection deletes at once what the contested exchange
     * brought into dossiers that are not decided yet.
     *
     * @param token of the button's form
     */
    @Transactional
    public Change<Exercice> ouvrir(Wish wish, UUID token) {
        var person = wish.demandeur().person();
        store.lock(person);
        var before = store.openedBy(person, token);
        if (before.isPresent()) {
            return new Change.Done<>(before.get().exercice());
        }
        if (store.countOpen(person) >= MOST_OPEN) {
            return Change.refused("texte", "citoyen.droits.too-many", MOST_OPEN);
        }
        var fond =
                new Fond(
                        UUID.randomUUID(),
                        wish.nature(),
                        wish.guichet(),
                        wish.objet(),
                        wish.demandeur(),
                        supprimees(wish),
                        now());
        var opened = new Exercice.Ouvert(fond);
        store.insert(opened, token);
        write(opened, openingOf(wish.nature()), null, openingMotif(fond));
        post.tell(opened, 1);
        post.tellDesk(opened, 1);
        return new Change.Done<>(opened);
    }

    private int supprimees(Wish wish) {
        var exchange = wish.echange();
        return wish.nature() == Nature.OPPOSITION && exchange != null
                ? oppositions.opposer(wish.demandeur().person(), exchange.toString())
                : 0;
    }

    /** The newest first. */
    public List<Suivi> of(PersonRef person) {
        return store.of(person);
    }

    public Optional<Suivi> find(UUID id, PersonRef person) {
        return store.find(id)
                .filter(it -> it.exercice().fond().demandeur().person().equals(person));
    }

    /** Those not answered first, the nearest term first. */
    public List<Suivi> of(OrganisationId organisation) {
        return store.of(organisation);
    }

    public Optional<Suivi> find(UUID id, OrganisationId organisation) {
        return store.find(id)
                .filter(it -> it.exercice().fond().guichet().organisation().equals(organisation));
    }

    /** An agent reads it: in the journal before he does. */
    public void consulte(Exercice seen, Visitor.Agent agent) {
        journal.appendAlone(
                new ExerciceAct(
                        Act.CONSULTE,
                        seen.fond(),
                        agent,
                        "Votre demande a été ouverte pour y répondre."));
    }

    @Transactional
    public Change<Exercice> retirer(Suivi seen) {
        return move(
                seen,
                it -> Parsed.valid(it.retirer(now())),
                Act.RETIRE,
                null,
                "Vous avez retiré votre demande.");
    }

    @Transactional
    public Change<Exercice> repondre(
            Suivi seen, long version, Issue issue, String texte, Visitor.Agent agent) {
        return move(
                seen.at(version),
                it -> Parsed.valid(it.repondre(issue, texte, now())),
                Act.REPONDU,
                agent,
                switch (issue) {
                    case ACCEPTEE -> "Votre demande a été acceptée.";
                    case PARTIELLE -> "Votre demande a été acceptée en partie.";
                    case REJETEE -> "Votre demande a été rejetée, avec ses motifs.";
                });
    }

    @Transactional
    public Change<Exercice> prolonger(Suivi seen, long version, String motif, Visitor.Agent agent) {
        return move(
                seen.at(version),
                it ->
                        it instanceof Exercice.Ouvert open
                                ? open.prolonger(motif, now()).map(longer -> longer)
                                : Parsed.invalid("citoyen.droits.extend.twice"),
                Act.PROLONGE,
                agent,
                "Le délai de réponse est prolongé de deux mois ; le motif est sur votre page.");
    }

    @Transactional
    public Change<Exercice> transmettre(Suivi seen, long version, Guichet to, Visitor.Agent agent) {
        var moved =
                move(
                        seen.at(version),
                        it -> Parsed.valid(it.transmettre(to)),
                        Act.TRANSMIS,
                        agent,
                        "Votre demande a été transmise à l’administration compétente : "
                                + to.name());
        if (moved instanceof Change.Done<Exercice>(var after)) {
            post.tellDesk(after, seen.version() + 1);
        }
        return moved;
    }

    private interface Move {
        Parsed<Exercice> of(EnCours before);
    }

    private Change<Exercice> move(
            Suivi seen, Move move, Act act, Visitor.@Nullable Agent agent, String motif) {
        if (!(seen.exercice() instanceof EnCours before)) {
            return new Change.Stale<>(seen.exercice());
        }
        return switch (move.of(before)) {
            case Parsed.Invalid<Exercice>(var why) -> new Change.Refused<>("motif", why);
            case Parsed.Valid<Exercice>(var after) -> {
                if (!store.update(after, seen.version())) {
                    yield new Change.Stale<>(seen.exercice());
                }
                write(after, act, agent, motif);
                post.tell(after, seen.version() + 1);
                yield new Change.Done<>(after);
            }
        };
    }

    private void write(Exercice after, Act act, Visitor.@Nullable Agent agent, String motif) {
        journal.append(new ExerciceAct(act, after.fond(), agent, motif));
    }

    private static Act openingOf(Nature nature) {
        return switch (nature) {
            case OPPOSITION -> Act.OPPOSITION;
            case RECTIFICATION -> Act.RECTIFICATION;
        };
    }

    private static String openingMotif(Fond fond) {
        return switch (fond.nature()) {
            case OPPOSITION ->
                    "Vous vous êtes opposé à l’utilisation de ces données : "
                            + fond.objet().donnees();
            case RECTIFICATION ->
                    "Vous avez demandé de rectifier ces données : " + fond.objet().donnees();
        };
    }

    private Instant now() {
        // because PostgreSQL keeps microseconds
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    /** What was said goes a year after the answer; that it was said stays in the journal. */
    @Scheduled(fixedDelayString = "PT6H", initialDelayString = "PT11M")
    void purge() {
        store.deleteClosedBefore(clock.instant().atZone(Exercice.PARIS).minus(KEPT).toInstant());
    }
}
