package fr.socle.habilitations.trace;

import static fr.socle.journal.Audience.AUDITEUR;
import static fr.socle.journal.Audience.CONSOMMATEUR;
import static fr.socle.journal.Audience.DPO;
import static fr.socle.journal.Audience.FOURNISSEUR;

import fr.socle.directory.Actor;
import fr.socle.habilitations.demande.Demande;
import fr.socle.journal.Entry;
import fr.socle.journal.Kind;
import fr.socle.journal.Part;
import java.util.List;

/** Somebody did something with a request, in the transaction that changes its row. */
public record ActeEntry(Acte act, Actor actor, Demande demande, String motif) implements Entry {

    @Override
    public Kind kind() {
        return act.kind();
    }

    @Override
    public List<Part> parts() {
        var dossier = demande.dossier();
        var facts =
                Part.readBy(AUDITEUR, DPO, CONSOMMATEUR, FOURNISSEUR)
                        .with("habilitation", dossier.id().toString())
                        .with("version", dossier.granted())
                        .with("organisation", dossier.organisation().toString())
                        .with("etat", demande.state())
                        .with("donnees", dossier.content().fieldCodes())
                        .with("finalite", dossier.content().finalite())
                        .with("motif", motif);
        return List.of(facts, Who.part(actor));
    }
}
