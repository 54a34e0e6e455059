package fr.socle.avis.form;

import fr.socle.directory.Actor;
import fr.socle.journal.Audience;
import fr.socle.journal.Entry;
import fr.socle.journal.Kind;
import fr.socle.journal.Part;
import fr.socle.journal.Retention;
import java.time.Period;
import java.util.List;

/**
 * Something that was done with a form. It tells of no usager. The agent's name stands in a part of
 * the data protection officer's alone.
 */
record FormAct(Done done, Actor actor, ServiceForm form) implements Entry {

    /** As for the acts of the directory. */
    private static final Retention KEPT = Retention.of(Period.ofYears(3));

    enum Done {
        CREATED("formulaire-cree"),
        CHANGED("formulaire-modifie"),
        REFUSED("formulaire-refuse");

        private final String code;

        Done(String code) {
            this.code = code;
        }
    }

    @Override
    public Kind kind() {
        return new Kind("avis." + done.code, KEPT);
    }

    @Override
    public List<Part> parts() {
        var what =
                Part.readBy(Audience.AUDITEUR, Audience.DPO)
                        .with("organisation", form.organisation().toString())
                        .with("demarche", form.service().toString())
                        .with("formulaire", form.id().toString())
                        .with("intitule", form.name())
                        .with("questions", Integer.toString(form.questions().number()))
                        .with("acteur-nature", actor.nature().code());
        var id = actor.id();
        return List.of(
                id == null ? what : what.with("acteur", id.toString()),
                Part.readBy(Audience.DPO).with("acteur-nom", actor.name()));
    }
}
