package fr.socle.demarches.graphql.token;

import fr.socle.directory.Actor;
import fr.socle.journal.Audience;
import fr.socle.journal.Entry;
import fr.socle.journal.Kind;
import fr.socle.journal.Part;
import fr.socle.journal.Retention;
import java.time.Period;
import java.util.List;

/** A token was made or revoked. It tells of no usager. */
record JetonAct(Actor actor, What what, Jeton jeton) implements Entry {

    /** As for the other acts of builders. */
    private static final Retention KEPT = Retention.of(Period.ofYears(3));

    enum What {
        CREATION("demarches.jeton-cree"),
        REVOCATION("demarches.jeton-revoque");

        private final Kind kind;

        What(String code) {
            this.kind = new Kind(code, KEPT);
        }
    }

    @Override
    public Kind kind() {
        return what.kind;
    }

    @Override
    public List<Part> parts() {
        var facts =
                Part.readBy(Audience.AUDITEUR, Audience.DPO)
                        .with("organisation", jeton.organisation().toString())
                        .with("jeton", jeton.id().toString())
                        .with("intitule", jeton.label())
                        .with("acces", jeton.mayWrite() ? "ecriture" : "lecture")
                        .with("demarches", jeton.demarches().size())
                        .with("jusqu-a", jeton.expiresAt().toString())
                        .with("acteur-nature", actor.nature().code());
        var id = actor.id();
        return List.of(
                id == null ? facts : facts.with("acteur", id.toString()),
                Part.readBy(Audience.DPO).with("acteur-nom", actor.name()));
    }
}
