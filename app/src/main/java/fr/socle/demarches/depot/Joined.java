package fr.socle.demarches.depot;

import fr.socle.demarches.definition.ChampId;
import fr.socle.demarches.definition.Valeur;
import fr.socle.demarches.dossier.Dossier;
import fr.socle.demarches.dossier.Dossier.EnConstruction;
import fr.socle.demarches.dossier.DossierId;
import fr.socle.demarches.dossier.Fiche;
import fr.socle.demarches.dossier.Reponses;
import fr.socle.pieces.Owner;
import fr.socle.pieces.Piece;
import fr.socle.pieces.PieceId;
import fr.socle.pieces.Pieces;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** The documents joined to dossiers. One that no answer names any more is purged. */
@Component
public class Joined {

    private static final String MESSAGES = "/messages";

    /** What agents keep for themselves; its usager never reads it. */
    private static final String ANNOTATIONS = "/annotations";

    private static final String AVIS = "/avis";
    private static final String AVIS_PARTAGES = "/avis-partages";

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

    /** Of what is joined to the annotations beside it. */
    public static Owner ownerOfAnnotations(Fiche fiche) {
        return Owner.of("demarches", fiche.id() + ANNOTATIONS).about(fiche.person());
    }

    /**
     * Of what is joined to the opinions of experts about it.
     *
     * @param shared whether the usager reads them too
     */
    public static Owner ownerOfAvis(Fiche fiche, boolean shared) {
        var place = shared ? AVIS_PARTAGES : AVIS;
        return Owner.of("demarches", fiche.id() + place).about(fiche.person());
    }

    /** The dossier to which a document is joined, to its messages or beside it. */
    public static Optional<DossierId> dossierOf(Owner owner) {
        return DossierId.of(owner.reference().replaceFirst("/.*", ""));
    }

    /** Whether it is not for the usager. */
    public static boolean forAgentsAlone(Owner owner) {
        var reference = owner.reference();
        return reference.endsWith(ANNOTATIONS) || reference.endsWith(AVIS);
    }

    /** The documents of the annotations, by their ids. */
    public Map<PieceId, Piece> noted(Fiche fiche) {
        return byId(ownerOfAnnotations(fiche));
    }

    /** Every document of the dossier, by its id. */
    public Map<PieceId, Piece> of(Fiche fiche) {
        return byId(owner(fiche));
    }

    private Map<PieceId, Piece> byId(Owner owner) {
        var found = new HashMap<PieceId, Piece>();
        pieces.of(owner).forEach(it -> found.put(it.id(), it));
        return found;
    }

    /** Every document of the dossier: of answers, messages, annotations and opinions. */
    public List<Piece> all(Fiche fiche) {
        return Stream.of(
                        owner(fiche),
                        ownerOfMessages(fiche),
                        ownerOfAnnotations(fiche),
                        ownerOfAvis(fiche, false),
                        ownerOfAvis(fiche, true))
                .flatMap(it -> pieces.of(it).stream())
                .toList();
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
        all(fiche).forEach(it -> pieces.purge(it.id(), motif));
    }

    /** Purges what annotations named before and name no more. */
    public void forgetNoted(Map<ChampId, Valeur> before, Map<ChampId, Valeur> after) {
        var gone = named(before);
        gone.removeAll(named(after));
        gone.forEach(it -> pieces.purge(it, "document retiré des annotations par le service"));
    }

    private static Set<PieceId> named(Map<ChampId, Valeur> values) {
        return new Reponses(values, Map.of(), Map.of()).pieces().collect(Collectors.toSet());
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
