package fr.socle.exchange.trace;

import static fr.socle.journal.Audience.AUDITEUR;
import static fr.socle.journal.Audience.CONSOMMATEUR;
import static fr.socle.journal.Audience.DPO;
import static fr.socle.journal.Audience.FOURNISSEUR;

import fr.socle.journal.Entry;
import fr.socle.journal.Kind;
import fr.socle.journal.Part;
import java.util.List;

/** Someone has the right to ask and is about to: durable before the provider learns of it. */
public record EchangeDemande(Echange echange) implements Entry {

    private static final Kind KIND = new Kind("exchange.demande", Echange.RETENTION);

    @Override
    public Kind kind() {
        return KIND;
    }

    @Override
    public List<Part> parts() {
        return List.of(
                echange.facts(Part.readBy(AUDITEUR, DPO, CONSOMMATEUR, FOURNISSEUR)),
                echange.names(Part.readBy(DPO)));
    }
}
