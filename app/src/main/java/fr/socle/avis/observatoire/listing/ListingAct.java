package fr.socle.avis.observatoire.listing;

import fr.socle.directory.Actor;
import fr.socle.directory.OrganisationId;
import fr.socle.journal.Audience;
import fr.socle.journal.Entry;
import fr.socle.journal.Kind;
import fr.socle.journal.Part;
import fr.socle.journal.Retention;
import java.time.Period;
import java.util.List;
import java.util.UUID;

/**
 * Something that was done with a listed procedure. It tells of no usager. The agent's name stands
 * in a part of the data protection officer's alone.
 *
 * @param done which act it was
 * @param name of the procedure
 */
public record ListingAct(
        Done done, Actor actor, OrganisationId organisation, UUID demarche, String name)
        implements Entry {

    /** As for the acts of the directory. */
    private static final Retention KEPT = Retention.of(Period.ofYears(3));

    public enum Done {
        LISTED("demarche-referencee"),
        CHANGED("demarche-modifiee"),
        WITHDRAWN("demarche-retiree"),
        DECLARED("accessibilite-declaree"),
        REFUSED("reference-refusee");

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
                        .with("organisation", organisation.toString())
                        .with("demarche", demarche.toString())
                        .with("intitule", name)
                        .with("acteur-nature", actor.nature().code());
        var id = actor.id();
        return List.of(
                id == null ? what : what.with("acteur", id.toString()),
                Part.readBy(Audience.DPO).with("acteur-nom", actor.name()));
    }
}
