package fr.socle.demarches.graphql.read;

import fr.socle.demarches.depot.Stored;
import fr.socle.demarches.dossier.Dossier.Depose;
import fr.socle.demarches.dossier.DossierId;
import fr.socle.demarches.dossier.Etape;
import fr.socle.pieces.Piece;
import fr.socle.pieces.PieceId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Dossiers that were asked for together. Whatever one of them needs is looked up for all of them,
 * in one statement, the first time that one needs it.
 */
final class Batch {

    private final Reading reading;
    private final List<DossierId> ids;
    private final Once<Map<DossierId, Stored>> stored;
    private final Once<Map<DossierId, Integer>> serials;
    private final Once<Map<DossierId, List<Etape>>> etapes;
    private final Once<Map<DossierId, ContractStore.Paper>> papers;
    private final Once<Map<PieceId, Piece>> pieces;

    Batch(Reading reading, List<DossierId> ids) {
        var library = reading.library();
        this.reading = reading;
        this.ids = List.copyOf(ids);
        this.stored = new Once<>(() -> library.cases().dossiers().find(ids));
        this.serials = new Once<>(() -> library.store().serials(ids));
        this.etapes = new Once<>(() -> library.cases().dossiers().etapes(ids));
        this.papers = new Once<>(() -> library.store().attestations(ids));
        this.pieces = new Once<>(() -> library.cases().pieces().find(named()));
    }

    /** In the order of the ids; one that went meanwhile is missing. */
    List<DossierView> views() {
        reading.touch();
        return ids.stream()
                .map(it -> stored.get().get(it))
                .filter(Objects::nonNull)
                .filter(it -> it.dossier() instanceof Depose)
                .map(it -> new DossierView(this, it, (Depose) it.dossier()))
                .toList();
    }

    Reading reading() {
        return reading;
    }

    int serial(DossierId id) {
        return Objects.requireNonNull(serials.get().get(id));
    }

    List<Etape> etapes(DossierId id) {
        return etapes.get().getOrDefault(id, List.of());
    }

    @Nullable FileView attestation(Stored it, Depose dossier) {
        var paper = it.attested() ? papers.get().get(it.dossier().id()) : null;
        return paper == null
                ? null
                : FileView.pdf(
                        "attestation-" + dossier.depot().number().formatted() + ".pdf",
                        paper,
                        reading.library().links().attestation(dossier.id(), reading.theJeton()),
                        it.changedAt());
    }

    List<FileView> files(List<PieceId> wanted) {
        return wanted.stream()
                .map(it -> pieces.get().get(it))
                .filter(Objects::nonNull)
                .map(it -> FileView.of(it, link(it)))
                .toList();
    }

    private String link(Piece piece) {
        return reading.library().links().piece(piece.id(), reading.theJeton());
    }

    private List<PieceId> named() {
        return stored.get().values().stream()
                .flatMap(it -> it.dossier().reponses().pieces())
                .toList();
    }

    /** Read the first time that it is asked for. */
    private static final class Once<T> {

        private final Supplier<T> source;
        private @Nullable T value;

        Once(Supplier<T> source) {
            this.source = source;
        }

        T get() {
            var known = value;
            if (known == null) {
                known = source.get();
                value = known;
            }
            return known;
        }
    }
}
