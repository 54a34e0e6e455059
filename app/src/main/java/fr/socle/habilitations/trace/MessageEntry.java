package fr.socle.habilitations.trace;

import static fr.socle.journal.Audience.AUDITEUR;
import static fr.socle.journal.Audience.CONSOMMATEUR;
import static fr.socle.journal.Audience.DPO;

import fr.socle.directory.Actor;
import fr.socle.habilitations.HabilitationId;
import fr.socle.habilitations.demande.Cote;
import fr.socle.journal.Entry;
import fr.socle.journal.Kind;
import fr.socle.journal.Part;
import fr.socle.journal.Retention;
import java.time.Period;
import java.util.List;

/** Somebody wrote about a request. What was written stays beside the request. */
public record MessageEntry(Actor actor, HabilitationId id, Cote side) implements Entry {

    public static final Kind KIND =
            new Kind("habilitations.message", Retention.of(Period.ofYears(10)));

    @Override
    public Kind kind() {
        return KIND;
    }

    @Override
    public List<Part> parts() {
        var facts =
                Part.readBy(AUDITEUR, DPO, CONSOMMATEUR)
                        .with("habilitation", id.toString())
                        .with("cote", side.name());
        return List.of(facts, Who.part(actor));
    }
}
