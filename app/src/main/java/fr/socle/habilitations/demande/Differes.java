package fr.socle.habilitations.demande;

import fr.socle.directory.Actor;
import fr.socle.directory.Change;
import fr.socle.habilitations.Differe;
import fr.socle.habilitations.HabilitationId;
import fr.socle.habilitations.store.DiffereStore;
import fr.socle.habilitations.trace.Acte;
import fr.socle.ui.form.Form;
import fr.socle.ui.form.Reading;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Defers what persons read of the exchanges of an habilitation. An instructor says so while he
 * examines the first request: once something is granted a line may exist, and it is too late.
 */
@Component
public class Differes {

    public static final String FONDEMENT = "differe-fondement";
    public static final String DAYS = "differe-jours";

    private final DiffereStore store;
    private final Demandes demandes;
    private final ActeWriter writer;

    Differes(DiffereStore store, Demandes demandes, ActeWriter writer) {
        this.store = store;
        this.demandes = demandes;
        this.writer = writer;
    }

    /** Empty when something is wrong, which the form then tells. */
    public static Optional<Differe> read(Form form) {
        var fondement = form.required(FONDEMENT, Differe.LONGEST_FONDEMENT);
        var days = form.read(DAYS, Reading.whole(1, Differe.MOST_DAYS));
        return form.ok() && days.isPresent()
                ? Optional.of(new Differe(fondement, days.get().intValue()))
                : Optional.empty();
    }

    public Optional<Differe> find(HabilitationId id) {
        return store.find(id);
    }

    /** Whether it can still be said. */
    public boolean open(Demande demande) {
        return demande instanceof Demande.Soumise
                && demande.dossier().granted() == 0
                && store.find(demande.dossier().id()).isEmpty();
    }

    /**
     * @param version that the instructor was looking at
     */
    @Transactional
    public Change<Demande> defer(Actor actor, HabilitationId id, Differe differe, long version) {
        var present = demandes.find(id).orElse(null);
        if (present == null) {
            return new Change.Unknown<>();
        }
        if (!open(present)) {
            return Change.refused(FONDEMENT, "habilitations.differe.late");
        }
        if (present.dossier().version() != version || !store.claim(id, version)) {
            return new Change.Stale<>(demandes.find(id).orElseThrow());
        }
        if (!store.insert(id, differe, actor.id(), demandes.now())) {
            throw new IllegalStateException("two deferrals under the lock of one request");
        }
        var after = demandes.find(id).orElseThrow();
        writer.write(Acte.DIFFEREE, actor, after, motif(differe));
        return new Change.Done<>(after);
    }

    private static String motif(Differe it) {
        return it.fondement() + " (" + it.days() + " jours)";
    }
}
