package fr.socle.directory.trail;

import fr.socle.directory.Actor;
import fr.socle.directory.OrganisationId;
import fr.socle.journal.Audience;
import fr.socle.journal.Entry;
import fr.socle.journal.Kind;
import fr.socle.journal.Part;
import fr.socle.journal.Retention;
import java.time.Period;
import java.util.List;

/**
 * Something that was done in the directory. The auditor and the data protection officer read what,
 * where and by which agent's number; names stand in a part of the data protection officer's alone.
 */
public interface Act extends Entry {

    /** Members of the auditor's part, which {@link Trail} reads back. */
    String ORGANISATION = "organisation";

    String ACTOR = "acteur";
    String ACTOR_KIND = "acteur-nature";
    String AGENT = "agent";
    String DETAIL = "detail";

    /**
     * Three years: the delay in which most disciplinary and civil actions about an access remain
     * possible, and no more.
     */
    Retention KEPT = Retention.of(Period.ofYears(3));

    /** Who did it. */
    Actor actor();

    /** Where. */
    OrganisationId organisation();

    /** The word of the kind, after {@code directory.}. */
    String code();

    /** Adds to the part without names. */
    default Part facts(Part part) {
        return part;
    }

    /** Adds names to the part of the data protection officer. */
    default Part names(Part part) {
        return part;
    }

    @Override
    default Kind kind() {
        return new Kind("directory." + code(), KEPT);
    }

    @Override
    default List<Part> parts() {
        var what =
                Part.readBy(Audience.AUDITEUR, Audience.DPO)
                        .with(ORGANISATION, organisation().toString())
                        .with(ACTOR_KIND, actor().nature().code());
        var id = actor().id();
        return List.of(
                facts(id == null ? what : what.with(ACTOR, id.toString())),
                names(Part.readBy(Audience.DPO).with("acteur-nom", actor().name())));
    }
}
