package fr.socle.demarches.builder;

import fr.socle.demarches.DemarcheId;
import fr.socle.demarches.definition.Champ;
import fr.socle.demarches.definition.Definition;
import fr.socle.demarches.definition.Problem;
import fr.socle.demarches.definition.Source;
import fr.socle.directory.Actor;
import fr.socle.directory.Change;
import fr.socle.directory.OrganisationId;
import fr.socle.directory.Services;
import fr.socle.habilitations.HabilitationId;
import fr.socle.journal.Journal;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Builds procedures. Whether the actor may is for the caller to check. */
@Component
public class DemarcheBuilder {

    private final DemarcheStore store;
    private final Services services;
    private final Readiness readiness;
    private final Trace trace;

    /** The journal and the time, which every act needs. */
    @Component
    record Trace(Journal journal, Clock clock) {}

    DemarcheBuilder(DemarcheStore store, Services services, Readiness readiness, Trace trace) {
        this.store = store;
        this.services = services;
        this.readiness = readiness;
        this.trace = trace;
    }

    public Optional<Demarche> find(DemarcheId id) {
        return store.find(id);
    }

    /** Every procedure of the organisation, by title. */
    public List<Demarche> of(OrganisationId organisation) {
        return store.of(organisation);
    }

    /** What stands between the draft and its publication, warnings included. */
    public List<Problem> problems(Demarche demarche) {
        return readiness.problems(demarche.fiche());
    }

    /**
     * @param id drawn by the caller: creating it again gives what was created
     * @param slug its short name in addresses; empty: made from the title
     */
    @Transactional
    public Change<Demarche> create(
            Actor actor, OrganisationId organisation, DemarcheId id, String slug, Facts facts) {
        var name = slug.isEmpty() ? Slugs.of(facts.title(), store::slugTaken) : slug;
        var refused = refusal(organisation, facts);
        if (refused != null) {
            return refused;
        }
        if (!Slugs.fits(name)) {
            return Change.refused("slug", "demarches.slug.form");
        }
        if (!store.insert(id, organisation, name, facts, trace.clock().instant())) {
            return store.find(id)
                    .filter(it -> it.fiche().organisation().equals(organisation))
                    .<Change<Demarche>>map(Change.Done::new)
                    .orElseGet(() -> Change.refused("slug", "demarches.slug.taken", name));
        }
        trace.journal().append(new BuilderAct.Creation(actor, organisation, id, facts.title()));
        return done(id);
    }

    /** Changes what the procedure is, from now on and for its published revisions too. */
    @Transactional
    public Change<Demarche> change(Actor actor, DemarcheId id, Facts facts, long version) {
        var present = store.lock(id).orElse(null);
        if (present == null) {
            return new Change.Unknown<>();
        }
        var refused = refusal(present.fiche().organisation(), facts);
        if (refused != null) {
            return refused;
        }
        if (!store.update(id, facts, version, trace.clock().instant())) {
            return new Change.Stale<>(present);
        }
        var where = present.fiche().organisation();
        trace.journal().append(new BuilderAct.Modification(actor, where, id, facts.title()));
        return done(id);
    }

    /**
     * Replaces the fields of the draft, right or wrong: what is wrong only forbids publication.
     * Nobody but builders sees a draft, so it leaves no trace in the journal.
     *
     * @param grounds which habilitation founds each data set; those that no field uses are dropped
     */
    @Transactional
    public Change<Demarche> redraft(
            DemarcheId id, Definition draft, Map<String, HabilitationId> grounds, long version) {
        var present = store.lock(id).orElse(null);
        if (present == null) {
            return new Change.Unknown<>();
        }
        var kept = used(draft, grounds);
        return store.updateDraft(id, draft, kept, version, trace.clock().instant())
                ? done(id)
                : new Change.Stale<>(present);
    }

    /** No new dossier starts; those deposited go on. */
    @Transactional
    public Change<Demarche> close(Actor actor, DemarcheId id, long version) {
        var present = store.lock(id).orElse(null);
        if (present == null) {
            return new Change.Unknown<>();
        }
        if (!(present instanceof Demarche.Publiee)) {
            return Change.refused("state", "demarches.close.not-open");
        }
        if (!store.state(id, DemarcheRows.CLOSE, version, trace.clock().instant())) {
            return new Change.Stale<>(present);
        }
        var where = present.fiche().organisation();
        trace.journal().append(new BuilderAct.Fermeture(actor, where, id));
        return done(id);
    }

    /** Writes that somebody tried to open a procedure that is not his to build. */
    public void refused(Actor actor, Demarche demarche) {
        trace.journal()
                .appendAlone(
                        new BuilderAct.AccesRefuse(
                                actor, demarche.fiche().organisation(), demarche.id()));
    }

    private static Map<String, HabilitationId> used(
            Definition draft, Map<String, HabilitationId> grounds) {
        var datasets =
                draft.all()
                        .map(Champ::source)
                        .flatMap(
                                it ->
                                        it instanceof Source.Echange e
                                                ? Stream.of(e)
                                                : Stream.empty())
                        .map(Source.Echange::dataset)
                        .collect(Collectors.toSet());
        return grounds.entrySet().stream()
                .filter(it -> datasets.contains(it.getKey()))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private @Nullable Change<Demarche> refusal(OrganisationId organisation, Facts facts) {
        if (facts.title().isBlank()) {
            return Change.refused("title", "ui.form.required");
        }
        var strange =
                facts.services().stream()
                                .flatMap(it -> services.find(it).stream())
                                .filter(it -> it.organisation().equals(organisation))
                                .count()
                        != facts.services().size();
        return strange ? Change.refused("services", "demarches.services.unknown") : null;
    }

    private Change<Demarche> done(DemarcheId id) {
        return new Change.Done<>(store.find(id).orElseThrow());
    }
}
