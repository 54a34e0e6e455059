package fr.socle.demarches.builder;

import fr.socle.demarches.DemarcheId;
import fr.socle.demarches.definition.Definition;
import fr.socle.demarches.definition.Problem;
import fr.socle.directory.Actor;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Publishes drafts: a revision is checked, written once, and told in the journal. */
@Component("demarchesPublisher")
public class Publisher {

    private final DemarcheStore store;
    private final RevisionStore revisions;
    private final Readiness readiness;
    private final DemarcheBuilder.Trace trace;

    Publisher(
            DemarcheStore store,
            RevisionStore revisions,
            Readiness readiness,
            DemarcheBuilder.Trace trace) {
        this.store = store;
        this.revisions = revisions;
        this.readiness = readiness;
        this.trace = trace;
    }

    /** What publication would change for usagers: everything, the first time. */
    public List<RevisionChange> changes(Demarche demarche) {
        return Diff.between(published(demarche), demarche.fiche().draft());
    }

    /** Opens the procedure under a new revision, or reopens a closed one as it was. */
    @Transactional
    public Publication publish(Actor actor, DemarcheId id, long version) {
        var present = store.lock(id).orElse(null);
        if (present == null) {
            return new Publication.Unknown();
        }
        if (present.fiche().version() != version) {
            return new Publication.Stale(present);
        }
        var problems = readiness.problems(present.fiche());
        if (problems.stream().anyMatch(Problem::blocking)) {
            return new Publication.Invalid(problems);
        }
        return same(present) ? reopen(actor, present) : revise(actor, present);
    }

    private boolean same(Demarche present) {
        return switch (present) {
            case Demarche.Brouillon _ -> false;
            case Demarche.Publiee(var fiche, var latest, _) -> same(fiche, latest);
            case Demarche.Close(var fiche, var latest, _) -> same(fiche, latest);
        };
    }

    private boolean same(Fiche fiche, RevisionId latest) {
        var old = revisions.find(latest).orElseThrow().completed().apply(fiche.draft());
        return revisions.definition(latest).equals(fiche.draft())
                && old.habilitations().equals(fiche.habilitations());
    }

    private Publication reopen(Actor actor, Demarche present) {
        return switch (present) {
            case Demarche.Close(var fiche, var latest, var number) -> {
                open(actor, fiche, number, List.of());
                yield new Publication.Published(latest, number, List.of());
            }
            case Demarche.Brouillon _, Demarche.Publiee _ -> new Publication.Unchanged();
        };
    }

    private Publication revise(Actor actor, Demarche present) {
        var fiche = present.fiche();
        var changes = changes(present);
        var revision = new RevisionId(UUID.randomUUID());
        int number = number(present) + 1;
        revisions.insert(revision, fiche, number, trace.clock().instant());
        open(actor, fiche, number, changes);
        return new Publication.Published(revision, number, changes);
    }

    private void open(Actor actor, Fiche fiche, int number, List<RevisionChange> changes) {
        store.state(fiche.id(), DemarcheRows.PUBLIEE, fiche.version(), trace.clock().instant());
        trace.journal()
                .append(
                        new BuilderAct.PublicationFaite(
                                actor, fiche.organisation(), fiche.id(), number, changes.size()));
    }

    private static int number(Demarche demarche) {
        return switch (demarche) {
            case Demarche.Brouillon _ -> 0;
            case Demarche.Publiee(_, _, var number) -> number;
            case Demarche.Close(_, _, var number) -> number;
        };
    }

    private Definition published(Demarche demarche) {
        return switch (demarche) {
            case Demarche.Brouillon _ -> Definition.EMPTY;
            case Demarche.Publiee(_, var latest, _) -> revisions.definition(latest);
            case Demarche.Close(_, var latest, _) -> revisions.definition(latest);
        };
    }
}
