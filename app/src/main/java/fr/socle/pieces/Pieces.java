package fr.socle.pieces;

import fr.socle.pieces.intake.Intake;
import fr.socle.pieces.intake.Taken;
import fr.socle.pieces.store.PieceRow;
import fr.socle.pieces.store.PieceStore;
import fr.socle.pieces.type.FileName;
import java.io.InputStream;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Attachments, as other blocks use them.
 *
 * <pre>{@code
 * var accepted = Accepted.of(20_000_000, Family.PDF, Family.IMAGES);
 * switch (pieces.receive(stream, accepted, Owner.of("demarches", dossier), name, declaredType)) {
 *     case Received(var piece) -> link(dossier, piece.id());
 *     case Refused refused -> form.reject("justificatif", refused.refusal());
 * }
 * }</pre>
 */
@Service
public class Pieces {

    private final Intake intake;
    private final PieceStore store;
    private final Purge purge;
    private final Desk desk;

    Pieces(Intake intake, PieceStore store, Purge purge, Desk desk) {
        this.intake = intake;
        this.store = store;
        this.purge = purge;
        this.desk = desk;
    }

    /**
     * Reads a file to its end and keeps it, at constant memory. Durable once this returns {@link
     * Reception.Received}; after a refusal nothing is left. Not inside a transaction: a slow sender
     * would hold its connection.
     *
     * @param fileName as the sender gave it
     * @param declaredType the media type that the sender claims, only counted when it is wrong
     * @throws java.io.UncheckedIOException if the depot fails
     */
    public Reception receive(
            InputStream source,
            Accepted accepted,
            Owner owner,
            String fileName,
            String declaredType) {
        if (TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new IllegalStateException("a piece is received outside any transaction");
        }
        var outcome =
                switch (FileName.read(fileName, accepted::accepts)) {
                    case FileName.Read.Bad(var fault) -> new Reception.NameRefused(fault.refusal());
                    case FileName.Read.Good(var name) -> take(source, accepted, owner, name);
                };
        desk.count(outcome, declaredType);
        return outcome;
    }

    public Optional<Piece> find(PieceId id) {
        return store.find(id).map(PieceRow::piece);
    }

    /** The pieces of this owner that were not purged, the oldest first. */
    public List<Piece> of(Owner owner) {
        return store.ofOwner(owner.block(), owner.reference());
    }

    /** Those that were not purged, in one statement. */
    public Map<PieceId, Piece> find(Collection<PieceId> ids) {
        return store.find(ids).stream().collect(Collectors.toMap(Piece::id, Function.identity()));
    }

    /**
     * Keeps it through this day (in Paris) and purges it the day after. False when it is no longer
     * there.
     */
    public boolean keepUntil(PieceId id, LocalDate lastDay) {
        return store.keepUntil(id, lastDay);
    }

    /**
     * Erases its key, name and digest at once and its file right after; the entry in the journal is
     * durable together with the erasure. Joins the caller's transaction; the file then goes after
     * it.
     *
     * @param motif why, without personal data: the journal quotes it
     * @return false when it was already gone
     */
    public boolean purge(PieceId id, String motif) {
        return purge.now(id, motif);
    }

    private Reception take(InputStream source, Accepted accepted, Owner owner, FileName name) {
        if (!desk.hasRoom()) {
            return new Reception.NoRoom();
        }
        var id = PieceId.random();
        return switch (intake.take(id, source, name, accepted, desk.limit(accepted))) {
            case Taken.Not(var refusal) -> refusal;
            case Taken.InDepot taken ->
                    new Reception.Received(desk.register(id, owner, name, taken));
        };
    }
}
