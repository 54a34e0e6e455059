package fr.socle.exchange.trace;

import static fr.socle.journal.Audience.AUDITEUR;
import static fr.socle.journal.Audience.CONSOMMATEUR;
import static fr.socle.journal.Audience.DPO;

import fr.socle.directory.Actor;
import fr.socle.exchange.access.Consumer;
import fr.socle.journal.Entry;
import fr.socle.journal.Kind;
import fr.socle.journal.Part;
import java.util.List;

/** A program was let in, or out, or tied to other addresses. */
public record JetonAct(Actor actor, Act act, Consumer consumer) implements Entry {

    /** What was done. */
    public enum Act {
        CREE(new Kind("exchange.jeton-cree", Echange.RETENTION)),
        RESEAUX_CHANGES(new Kind("exchange.jeton-reseaux-changes", Echange.RETENTION)),
        REVOQUE(new Kind("exchange.jeton-revoque", Echange.RETENTION));

        private final Kind kind;

        Act(Kind kind) {
            this.kind = kind;
        }
    }

    @Override
    public Kind kind() {
        return act.kind;
    }

    /** Empty for a software editor's. */
    private String ground() {
        var habilitation = consumer.habilitation();
        return habilitation == null ? "" : habilitation.toString();
    }

    @Override
    public List<Part> parts() {
        var id = actor.id();
        return List.of(
                Part.readBy(AUDITEUR, DPO, CONSOMMATEUR)
                        .with("jeton", consumer.id().toString())
                        .with("habilitation", ground())
                        .with("organisation", consumer.organisation().toString())
                        .with("nature", actor.nature().code()),
                Part.readBy(DPO)
                        .with("intitule", consumer.label())
                        .with(
                                "reseaux",
                                consumer.networks().stream().map(Object::toString).toList())
                        .with("auteur", id == null ? "" : id.toString())
                        .with("nom", actor.name()));
    }
}
