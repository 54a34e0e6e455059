package fr.socle.demarches.graphql.read;

import fr.socle.demarches.depot.Stored;
import fr.socle.demarches.dossier.Dossier.Depose;
import fr.socle.demarches.dossier.DossierId;
import fr.socle.demarches.dossier.Etape;
import fr.socle.demarches.graphql.read.BesideStore.Place;
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
    private final Once<Map<DossierId, Place>> places;
    private final Beside beside;
    private final Once<Map<DossierId, List<Etape>>> etapes;
    private final Once<Map<DossierId, ContractStore.Paper>> papers;
    private final Once<Map<PieceId, Piece>> pieces;

    Batch(Reading reading, List<DossierId> ids) {
        var library = reading.library();
        this.reading = reading;
        this.ids = List.copyOf(ids);
        this.stored = new Once<>(() -> library.cases().dossiers().find(ids));
        this.places = new Once<>(() -> library.cases().beside().places(ids));
        this.beside = new Beside(library.cases(), ids);
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

    Place place(DossierId id) {
        return Objects.requireNonNull(places.get().get(id));
    }

    /** What others wrote or stuck beside them. */
    Beside beside() {
        return beside;
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
                        reading.library()
                                .desk()
                                .links()
                                .attestation(dossier.id(), reading.theJeton()),
                        it.changedAt());
    }

    List<FileView> files(List<PieceId> wanted) {
        return wanted.stream()
                .map(it -> pieces.get().get(it))
                .filter(Objects::nonNull)
                .map(this::file)
                .toList();
    }

    /** With a link that this call's token opens. */
    FileView file(Piece piece) {
        var link = reading.library().desk().links().piece(piece.id(), reading.theJeton());
        return FileView.of(piece, link);
    }

    private List<PieceId> named() {
        return stored.get().values().stream()
                .flatMap(it -> it.dossier().reponses().pieces())
                .toList();
    }

    /** Read the first time that it is asked for. */
    static final class Once<T> {

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
