package fr.socle.demarches.builder;

import fr.socle.demarches.DemarcheId;
import fr.socle.directory.Actor;
import fr.socle.directory.OrganisationId;
import fr.socle.journal.Audience;
import fr.socle.journal.Entry;
import fr.socle.journal.Kind;
import fr.socle.journal.Part;
import fr.socle.journal.Retention;
import java.time.Period;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Something that was done with a procedure. It tells of no usager. The agent's name stands in a
 * part of the data protection officer's alone.
 */
sealed interface BuilderAct extends Entry {

    /**
     * As for the acts of the directory: the time in which an action about them remains possible.
     */
    Retention KEPT = Retention.of(Period.ofYears(3));

    Actor actor();

    OrganisationId organisation();

    DemarcheId demarche();

    /** The word of the kind, after {@code demarches.}. */
    String code();

    /** Adds what only this act tells. */
    default Part facts(Part part) {
        return part;
    }

    record Creation(Actor actor, OrganisationId organisation, DemarcheId demarche, String title)
            implements BuilderAct {
        @Override
        public String code() {
            return "creation";
        }

        @Override
        public Part facts(Part part) {
            return part.with("intitule", title);
        }
    }

    record Modification(Actor actor, OrganisationId organisation, DemarcheId demarche, String title)
            implements BuilderAct {
        @Override
        public String code() {
            return "modification";
        }

        @Override
        public Part facts(Part part) {
            return part.with("intitule", title);
        }
    }

    /**
     * @param changes how many fields were added, removed, moved or changed
     */
    record PublicationFaite(
            Actor actor, OrganisationId organisation, DemarcheId demarche, int number, int changes)
            implements BuilderAct {
        @Override
        public String code() {
            return "publication";
        }

        @Override
        public Part facts(Part part) {
            return part.with("revision", number).with("changements", changes);
        }
    }

    record Fermeture(Actor actor, OrganisationId organisation, DemarcheId demarche)
            implements BuilderAct {
        @Override
        public String code() {
            return "fermeture";
        }
    }

    /** It opens or closes on other days, or another takes its place. */
    record CalendrierChange(
            Actor actor, OrganisationId organisation, DemarcheId demarche, Calendrier calendrier)
            implements BuilderAct {
        @Override
        public String code() {
            return "calendrier";
        }

        @Override
        public Part facts(Part part) {
            return part.with("premier-jour", said(calendrier.opens()))
                    .with("dernier-jour", said(calendrier.closes()))
                    .with("remplacee-par", said(calendrier.replacement()));
        }

        private static String said(@Nullable Object fact) {
            return fact == null ? "" : fact.toString();
        }
    }

    /** Somebody tried to open the procedure of another organisation. */
    record AccesRefuse(Actor actor, OrganisationId organisation, DemarcheId demarche)
            implements BuilderAct {
        @Override
        public String code() {
            return "acces-refuse";
        }
    }

    @Override
    default Kind kind() {
        return new Kind("demarches." + code(), KEPT);
    }

    @Override
    default List<Part> parts() {
        var what =
                Part.readBy(Audience.AUDITEUR, Audience.DPO)
                        .with("organisation", organisation().toString())
                        .with("demarche", demarche().toString())
                        .with("acteur-nature", actor().nature().code());
        var id = actor().id();
        return List.of(
                facts(id == null ? what : what.with("acteur", id.toString())),
                Part.readBy(Audience.DPO).with("acteur-nom", actor().name()));
    }
}
