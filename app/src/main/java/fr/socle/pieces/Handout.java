package fr.socle.pieces;

import fr.socle.journal.Journal;
import fr.socle.pieces.seal.Vault;
import fr.socle.pieces.store.PieceRow;
import fr.socle.pieces.store.PieceStore;
import fr.socle.pieces.trace.PieceConsultee;
import fr.socle.ui.access.Visitor;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.NoSuchFileException;
import java.util.Objects;
import org.springframework.stereotype.Service;

/**
 * Gives pieces out inside a larger file: an archive of a dossier. Whoever calls has checked that
 * the reader may read them; a single piece is given out by its address.
 */
@Service
public class Handout {

    private final PieceStore store;
    private final Vault vault;
    private final Journal journal;

    Handout(PieceStore store, Vault vault, Journal journal) {
        this.store = store;
        this.vault = vault;
        this.journal = journal;
    }

    /** Where the bytes go; asked only once they may. */
    @FunctionalInterface
    public interface Target {
        OutputStream open() throws IOException;
    }

    /**
     * Its opening is in the journal, durable, before the first byte leaves. Constant memory;
     * nothing of the database is held while the bytes go.
     *
     * @return false for one that is held, infected, purged or gone: then nothing was opened
     */
    public boolean write(PieceId id, Visitor reader, Target target) throws IOException {
        var row = store.find(id).orElse(null);
        return row != null
                && row.piece().state() instanceof PieceState.Lisible
                && write(row, reader, target);
    }

    private boolean write(PieceRow row, Visitor reader, Target target) throws IOException {
        var piece = row.piece();
        var key = Objects.requireNonNull(row.sealedKey(), "a readable piece has its key");
        try (var content = vault.open(piece.id(), key, piece.size())) {
            content.read(0, new byte[1]);
            journal.appendAlone(new PieceConsultee(piece.id(), piece.owner(), reader));
            content.copy(0, piece.size(), target.open());
            return true;
        } catch (NoSuchFileException purgedMeanwhile) {
            return false;
        }
    }
}
