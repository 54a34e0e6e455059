package fr.socle.demarches.annotation;

import fr.socle.demarches.definition.ChampId;
import fr.socle.demarches.definition.Valeur;
import fr.socle.demarches.depot.Joined;
import fr.socle.demarches.dossier.Dossier.Depose;
import fr.socle.demarches.dossier.DossierId;
import fr.socle.demarches.trace.DossierAct;
import fr.socle.demarches.trace.DossierAct.About;
import fr.socle.journal.Journal;
import fr.socle.ui.access.Visitor;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What agents note beside dossiers. The usager never sees it, only that something was noted.
 * Whoever calls has checked that the agent is in charge, and that each value fits its field.
 */
@Service
public class Annotations {

    private final AnnotationStore store;
    private final Journal journal;
    private final Joined joined;
    private final Clock clock;

    Annotations(AnnotationStore store, Journal journal, Joined joined, Clock clock) {
        this.store = store;
        this.journal = journal;
        this.joined = joined;
        this.clock = clock;
    }

    /** Of each of these dossiers, in one statement; one without annotations is missing. */
    public Map<DossierId, Noted> of(Collection<DossierId> dossiers) {
        return store.of(dossiers);
    }

    /**
     * Two agents who write at once write one after the other: neither loses the other's notes.
     *
     * @param change of the present values, in place
     */
    @Transactional
    public void write(Depose dossier, Visitor.Agent agent, Consumer<Map<ChampId, Valeur>> change) {
        var now = clock.instant();
        var before = store.lock(dossier.id(), now).valeurs();
        var after = new LinkedHashMap<>(before);
        change.accept(after);
        keep(dossier, agent, before, after, now);
    }

    /**
     * All of them as a page sent them.
     *
     * @param seen the version that the page showed: {@link Noted#version}
     * @return false when somebody noted something meanwhile: then nothing is written
     */
    @Transactional
    public boolean write(
            Depose dossier, Visitor.Agent agent, long seen, Map<ChampId, Valeur> after) {
        var now = clock.instant();
        var before = store.lock(dossier.id(), now);
        if (before.version() != seen) {
            return false;
        }
        keep(dossier, agent, before.valeurs(), after, now);
        return true;
    }

    private void keep(
            Depose dossier,
            Visitor.Agent agent,
            Map<ChampId, Valeur> before,
            Map<ChampId, Valeur> after,
            Instant now) {
        if (!after.equals(before)) {
            store.write(dossier.id(), after, now);
            journal.append(new DossierAct.Annotated(About.of(dossier), agent));
            joined.forgetNoted(before, after);
        }
    }
}
