package fr.socle.demarches.graphql.read;

import fr.socle.demarches.annotation.Noted;
import fr.socle.demarches.depot.CorrectionStore.Asked;
import fr.socle.demarches.dossier.DossierId;
import fr.socle.demarches.expert.AvisExpert;
import fr.socle.demarches.graphql.read.Batch.Once;
import fr.socle.demarches.liste.Etiquette;
import fr.socle.demarches.messagerie.DossierMessage;
import fr.socle.directory.AgentId;
import fr.socle.pieces.Piece;
import fr.socle.pieces.PieceId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What lies beside the dossiers of a batch, each kind looked up for all of them at its first use.
 */
final class Beside {

    private final Once<Map<DossierId, List<AgentId>>> followers;
    private final Once<Map<DossierId, List<Etiquette>>> labels;
    private final Once<Map<DossierId, List<Asked>>> corrections;
    private final Once<Map<DossierId, List<DossierMessage>>> messages;
    private final Once<Map<DossierId, Noted>> annotations;
    private final Once<Map<DossierId, List<AvisExpert>>> avis;
    private final Once<Map<PieceId, Piece>> pieces;

    Beside(Library.Cases cases, List<DossierId> ids) {
        this.followers = new Once<>(() -> cases.beside().followers(ids));
        this.labels = new Once<>(() -> cases.beside().labels(ids));
        this.corrections = new Once<>(() -> cases.beside().corrections(ids));
        this.messages = new Once<>(() -> cases.messages().of(ids));
        this.annotations = new Once<>(() -> cases.annotations().of(ids));
        this.avis = new Once<>(() -> cases.experts().of(ids));
        this.pieces = new Once<>(() -> cases.pieces().find(named()));
    }

    List<AgentId> followers(DossierId id) {
        return followers.get().getOrDefault(id, List.of());
    }

    List<LabelView> labels(DossierId id) {
        return labels.get().getOrDefault(id, List.of()).stream().map(LabelView::of).toList();
    }

    /** The oldest first. */
    List<Asked> corrections(DossierId id) {
        return corrections.get().getOrDefault(id, List.of());
    }

    /** The oldest first. */
    List<DossierMessage> messages(DossierId id) {
        return messages.get().getOrDefault(id, List.of());
    }

    /** What is joined to a message, while it is there. */
    Optional<Piece> piece(DossierMessage message) {
        return Optional.ofNullable(message.piece()).map(it -> pieces.get().get(it));
    }

    /** What is joined to an opinion, while it is there. */
    Optional<Piece> piece(AvisExpert.Rendu rendu) {
        return Optional.ofNullable(rendu.piece()).map(it -> pieces.get().get(it));
    }

    /** What experts were asked, the oldest first. */
    List<AvisExpert> avis(DossierId id) {
        return avis.get().getOrDefault(id, List.of());
    }

    private List<PieceId> named() {
        var ofMessages =
                messages.get().values().stream()
                        .flatMap(List::stream)
                        .flatMap(it -> Stream.ofNullable(it.piece()));
        var ofAvis =
                avis.get().values().stream()
                        .flatMap(List::stream)
                        .flatMap(it -> Stream.ofNullable(it.rendu()))
                        .flatMap(it -> Stream.ofNullable(it.piece()));
        return Stream.concat(ofMessages, ofAvis).toList();
    }

    @Nullable Noted annotations(DossierId id) {
        return annotations.get().get(id);
    }
}
