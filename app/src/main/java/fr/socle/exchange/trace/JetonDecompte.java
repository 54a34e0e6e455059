package fr.socle.exchange.trace;

import static fr.socle.journal.Audience.AUDITEUR;
import static fr.socle.journal.Audience.DPO;

import fr.socle.directory.Actor;
import fr.socle.journal.Entry;
import fr.socle.journal.Kind;
import fr.socle.journal.Part;
import java.util.List;

/** A provider was given the token by which it declares its counts. */
public record JetonDecompte(Actor actor, String dataSet) implements Entry {

    private static final Kind KIND = new Kind("exchange.jeton-decompte", Echange.RETENTION);

    @Override
    public Kind kind() {
        return KIND;
    }

    @Override
    public List<Part> parts() {
        var id = actor.id();
        return List.of(
                Part.readBy(AUDITEUR, DPO)
                        .with("jeu-de-donnees", dataSet)
                        .with("nature", actor.nature().code()),
                Part.readBy(DPO)
                        .with("auteur", id == null ? "" : id.toString())
                        .with("nom", actor.name()));
    }
}
