package fr.socle.citoyen.droits;

import static fr.socle.journal.Audience.AUDITEUR;
import static fr.socle.journal.Audience.DPO;
import static fr.socle.journal.Audience.PERSONNE;

import fr.socle.journal.Entry;
import fr.socle.journal.Kind;
import fr.socle.journal.Part;
import fr.socle.journal.Retention;
import fr.socle.ui.access.Visitor;
import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What was done about a right that a person exercises. The person reads which organisation, never
 * which agent. What the person wrote is not here.
 *
 * @param agent null when the person acts
 * @param motif in one sentence that the person reads
 */
record ExerciceAct(Act act, Exercice.Fond fond, Visitor.@Nullable Agent agent, String motif)
        implements Entry {

    /** What was done. */
    enum Act {
        OPPOSITION("opposition", Kept.TRACE),
        RECTIFICATION("rectification", Kept.ACCESS),
        CONSULTE("exercice-consulte", Kept.ACCESS),
        PROLONGE("exercice-prolonge", Kept.ACCESS),
        REPONDU("exercice-repondu", Kept.TRACE),
        TRANSMIS("exercice-transmis", Kept.ACCESS),
        RETIRE("retrait", Kept.ACCESS);

        private final Kind kind;

        Act(String word, Retention kept) {
            this.kind = new Kind("citoyen." + word, kept);
        }
    }

    /** How long. */
    private static final class Kept {

        /** The trace of an objection stays as long as that of the exchange. */
        private static final Retention TRACE =
                Retention.imposed(Period.ofMonths(36), "CRPA, art. L. 114-8");

        private static final Retention ACCESS = Retention.of(Period.ofYears(3));
    }

    @Override
    public Kind kind() {
        return act.kind;
    }

    @Override
    public List<Part> parts() {
        var parts = new ArrayList<Part>();
        parts.add(
                Part.readBy(AUDITEUR, DPO)
                        .with("exercice", fond.id().toString())
                        .with("nature", fond.nature().name().toLowerCase(Locale.ROOT))
                        .with("organisation", fond.guichet().organisation().toString())
                        .with("supprimees", fond.supprimees()));
        if (agent != null) {
            parts.add(
                    Part.readBy(DPO)
                            .with("agent", agent.agent().toString())
                            .with("nom", agent.name()));
        }
        parts.add(
                Part.readBy(PERSONNE)
                        .about(fond.demandeur().person())
                        .with("organisation", fond.guichet().name())
                        .with("fournisseur", fond.objet().source())
                        .with("motif", motif));
        return parts;
    }
}
