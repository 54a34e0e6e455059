package fr.socle.demarches.epreuve;

import fr.socle.demarches.builder.Demarche;
import fr.socle.directory.Actor;
import fr.socle.journal.Audience;
import fr.socle.journal.Entry;
import fr.socle.journal.Kind;
import fr.socle.journal.Part;
import fr.socle.journal.Retention;
import java.time.Period;
import java.util.List;

/** The draft of a procedure was opened to testers, or closed to them. It tells of no usager. */
record EpreuveAct(Actor actor, What what, Demarche demarche) implements Entry {

    /** As for the other acts of builders. */
    private static final Retention KEPT = Retention.of(Period.ofYears(3));

    enum What {
        OUVERTURE("demarches.epreuve-ouverte"),
        FERMETURE("demarches.epreuve-fermee");

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
                        .with("organisation", demarche.fiche().organisation().toString())
                        .with("demarche", demarche.id().toString())
                        .with("acteur-nature", actor.nature().code());
        var id = actor.id();
        return List.of(
                id == null ? facts : facts.with("acteur", id.toString()),
                Part.readBy(Audience.DPO).with("acteur-nom", actor.name()));
    }
}
