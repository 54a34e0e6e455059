package fr.socle.habilitations.trace;

import static fr.socle.journal.Audience.AUDITEUR;
import static fr.socle.journal.Audience.CONSOMMATEUR;
import static fr.socle.journal.Audience.DPO;
import static fr.socle.journal.Audience.FOURNISSEUR;

import fr.socle.directory.Actor;
import fr.socle.habilitations.Delegation;
import fr.socle.journal.Entry;
import fr.socle.journal.Kind;
import fr.socle.journal.Part;
import fr.socle.journal.Retention;
import java.time.Period;
import java.util.List;

/** An organisation let an editor use its habilitation, or took that back. */
public record DelegationEntry(Actor actor, Delegation delegation, boolean given) implements Entry {

    private static final Retention KEPT = Retention.of(Period.ofYears(10));

    public static final Kind GIVEN = new Kind("habilitations.delegation", KEPT);
    public static final Kind TAKEN_BACK = new Kind("habilitations.delegation-retiree", KEPT);

    @Override
    public Kind kind() {
        return given ? GIVEN : TAKEN_BACK;
    }

    @Override
    public List<Part> parts() {
        var facts =
                Part.readBy(AUDITEUR, DPO, CONSOMMATEUR, FOURNISSEUR)
                        .with("delegation", delegation.id().toString())
                        .with("habilitation", delegation.habilitation().toString())
                        .with("organisation", delegation.holder().toString())
                        .with("editeur", delegation.editor().toString());
        return List.of(facts, Who.part(actor));
    }
}
