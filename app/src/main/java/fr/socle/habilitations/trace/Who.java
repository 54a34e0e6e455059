package fr.socle.habilitations.trace;

import static fr.socle.journal.Audience.DPO;

import fr.socle.directory.Actor;
import fr.socle.journal.Part;

/** Who acted: the data protection officer alone reads it. */
final class Who {

    private Who() {}

    static Part part(Actor actor) {
        var id = actor.id();
        return Part.readBy(DPO)
                .with("acteur-nature", actor.nature().code())
                .with("acteur", id == null ? "" : id.toString())
                .with("acteur-nom", actor.name());
    }
}
