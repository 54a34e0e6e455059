package fr.socle.demarches.depot;

import fr.socle.demarches.dossier.Dossier;
import fr.socle.demarches.dossier.Dossier.EnConstruction;
import fr.socle.demarches.dossier.DossierId;
import fr.socle.demarches.dossier.Fiche;
import fr.socle.pieces.Owner;
import fr.socle.pieces.Piece;
import fr.socle.pieces.PieceId;
import fr.socle.pieces.Pieces;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/** The documents joined to dossiers. One that no answer names any more is purged. */
@Component
public class Joined {

    private static final String MESSAGES = "/messages";

    private final Pieces pieces;

    Joined(Pieces pieces) {
        this.pieces = pieces;
    }

    public static Owner owner(Fiche fiche) {
        return Owner.of("demarches", fiche.id().toString()).about(fiche.person());
    }

    /** Of what is joined to the messages about it, which no answer names. */
    public static Owner ownerOfMessages(Fiche fiche) {
        return Owner.of("demarches", fiche.id() + MESSAGES).about(fiche.person());
    }

    /** The dossier to which a document is joined, or to the messages about which. */
    public static Optional<DossierId> dossierOf(Owner owner) {
        return DossierId.of(owner.reference().replace(MESSAGES, ""));
    }

    /** Every document of the dossier, by its id. */
    public Map<PieceId, Piece> of(Fiche fiche) {
        var found = new HashMap<PieceId, Piece>();
        pieces.of(owner(fiche)).forEach(it -> found.put(it.id(), it));
        return found;
    }

    /** Purges what the dossier named before and names no more. */
    void forget(Dossier before, Dossier after) {
        var gone = named(before);
        gone.removeAll(named(after));
        gone.forEach(it -> pieces.purge(it, "document retiré du dossier par l’usager"));
    }

    /** Purges whatever was joined and is named by no answer. */
    void sweep(Dossier dossier) {
        var named = named(dossier);
        of(dossier.fiche()).keySet().stream()
                .filter(it -> !named.contains(it))
                .forEach(it -> pieces.purge(it, "document qui ne figure dans aucune réponse"));
    }

    void forgetAll(Fiche fiche, String motif) {
        of(fiche).keySet().forEach(it -> pieces.purge(it, motif));
        pieces.of(ownerOfMessages(fiche)).forEach(it -> pieces.purge(it.id(), motif));
    }

    private static Set<PieceId> named(Dossier dossier) {
        var named = new HashSet<PieceId>();
        dossier.reponses().pieces().forEach(named::add);
        if (dossier instanceof EnConstruction it && it.correction() != null) {
            it.correction().reprise().pieces().forEach(named::add);
        }
        return named;
    }
}
