package fr.socle.demarches.depot;

import fr.socle.demarches.builder.PublishedRevision;
import fr.socle.demarches.builder.Revisions;
import fr.socle.demarches.dossier.Dossier;
import fr.socle.demarches.dossier.Dossier.Brouillon;
import fr.socle.demarches.dossier.Dossier.Depose;
import fr.socle.demarches.dossier.Dossier.EnConstruction;
import fr.socle.demarches.dossier.DossierId;
import fr.socle.demarches.dossier.Etape;
import fr.socle.demarches.trace.DossierAct;
import fr.socle.demarches.trace.DossierAct.About;
import fr.socle.kernel.NumeroPublic;
import fr.socle.kernel.Parsed;
import fr.socle.kernel.PersonRef;
import fr.socle.ui.form.Form;
import java.security.SecureRandom;
import java.util.List;
import org.springframework.stereotype.Service;

/**
 * Deposits a dossier, or its correction: durable before the person is told, once however often they
 * press the button.
 */
@Service
public class Depots {

    private final DossierStore store;
    private final Steps steps;
    private final Revisions revisions;
    private final Joined joined;
    private final Brouillons.House house;
    private final SecureRandom random = new SecureRandom();

    Depots(
            DossierStore store,
            Steps steps,
            Revisions revisions,
            Joined joined,
            Brouillons.House house) {
        this.store = store;
        this.steps = steps;
        this.revisions = revisions;
        this.joined = joined;
        this.house = house;
    }

    /**
     * @param version of the dossier that the person read again before they confirmed
     */
    public DepotOutcome deposit(DossierId id, PersonRef owner, long version) {
        var present = store.find(id, owner).orElse(null);
        if (present == null) {
            return new DepotOutcome.Unknown();
        }
        return switch (present.dossier()) {
            case Brouillon draft -> first(draft, version);
            case EnConstruction it when it.correction() != null -> corrected(it, version);
            case Depose _ -> new DepotOutcome.Already();
        };
    }

    private DepotOutcome first(Brouillon draft, long version) {
        if (!revision(draft).open()) {
            return new DepotOutcome.Closed();
        }
        var missing = missing(draft);
        if (!missing.isEmpty()) {
            return new DepotOutcome.Incomplete(missing);
        }
        var now = house.now();
        var after = draft.deposer(freshNumber(), now);
        var act = new DossierAct.Deposit(About.of(after));
        return take(after, version, new Etape(Etape.Event.DEPOSE, "", now), act);
    }

    private DepotOutcome corrected(EnConstruction before, long version) {
        return switch (before.deposerCorrection()) {
            case Parsed.Invalid<EnConstruction> _ -> new DepotOutcome.Already();
            case Parsed.Valid<EnConstruction>(var after) -> {
                var missing = missing(after);
                var etape = new Etape(Etape.Event.CORRECTION_DEPOSEE, "", house.now());
                yield !missing.isEmpty()
                        ? new DepotOutcome.Incomplete(missing)
                        : take(
                                after,
                                version,
                                etape,
                                new DossierAct.CorrectionDeposited(About.of(after)));
            }
        };
    }

    private DepotOutcome take(Depose after, long version, Etape etape, DossierAct act) {
        var done = house.transaction().execute(_ -> steps.take(after, version, etape, act));
        if (!Boolean.TRUE.equals(done)) {
            return overtaken(after);
        }
        joined.sweep(after);
        return new DepotOutcome.Done(after.depot().number());
    }

    /** A second click finds the first one's work; a second tab finds other answers. */
    private DepotOutcome overtaken(Depose wanted) {
        return store.find(wanted.id())
                .map(it -> Brouillons.writable(it.dossier()).isEmpty())
                .map(it -> it ? new DepotOutcome.Already() : new DepotOutcome.Stale())
                .orElse(new DepotOutcome.Unknown());
    }

    private List<Form.FieldError> missing(Dossier dossier) {
        return Completeness.missing(revision(dossier).definition(), dossier.reponses());
    }

    private PublishedRevision revision(Dossier dossier) {
        return revisions.revision(dossier.fiche().revision()).orElseThrow();
    }

    /** Of 90 thousand million numbers one that nobody has; the column is unique besides. */
    private NumeroPublic freshNumber() {
        var number = NumeroPublic.fresh(random);
        return store.taken(number) ? freshNumber() : number;
    }
}
