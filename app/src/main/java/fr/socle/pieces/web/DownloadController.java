package fr.socle.pieces.web;

import fr.socle.journal.Journal;
import fr.socle.pieces.Piece;
import fr.socle.pieces.PieceId;
import fr.socle.pieces.PieceState;
import fr.socle.pieces.seal.Content;
import fr.socle.pieces.seal.Vault;
import fr.socle.pieces.store.PieceRow;
import fr.socle.pieces.store.PieceStore;
import fr.socle.pieces.trace.PieceConsultee;
import fr.socle.ui.PageRenderer;
import fr.socle.ui.access.Public;
import fr.socle.ui.access.Visitors;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.util.Objects;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/**
 * Gives pieces out. Open to everyone at the door, because the guard of the owning block decides;
 * whoever it does not let in gets the same 404 as for a piece that does not exist, signed in or
 * not.
 */
@RestController
class DownloadController {

    private final PieceStore store;
    private final Vault vault;
    private final Guards guards;
    private final Refusals refusals;
    private final Journal journal;
    private final PageRenderer pages;

    DownloadController(
            PieceStore store,
            Vault vault,
            Guards guards,
            Refusals refusals,
            Journal journal,
            PageRenderer pages) {
        this.store = store;
        this.vault = vault;
        this.guards = guards;
        this.refusals = refusals;
        this.journal = journal;
        this.pages = pages;
    }

    @Public
    @GetMapping("/pieces/{id}")
    void download(@PathVariable String id, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        var row = PieceId.read(id).flatMap(it -> readable(it, request)).orElseThrow(Missing::new);
        switch (row.piece().state()) {
            case PieceState.Lisible _ -> answer(row, request, response);
            case PieceState.EnAttente _, PieceState.Infectee _, PieceState.Purgee _ ->
                    sayWhyNot(row.piece(), request, response);
        }
    }

    private Optional<PieceRow> readable(PieceId id, HttpServletRequest request) {
        var found = store.find(id);
        var visitor = Visitors.of(request);
        var readable = found.filter(it -> guards.mayRead(visitor, it.piece().owner()));
        if (readable.isEmpty()) {
            found.ifPresent(it -> refusals.note(visitor, it.piece()));
        }
        return readable;
    }

    private void answer(PieceRow row, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        var reply = Reply.to(row.piece(), request);
        if (reply instanceof Reply.Data data) {
            send(row, data, request, response);
        } else {
            reply.head(row.piece(), response);
        }
    }

    /**
     * The first byte is authenticated, then the opening made durable, and only then does anything
     * leave. The connection to the database is not held while the bytes go.
     */
    private void send(
            PieceRow row, Reply.Data data, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        var piece = row.piece();
        try (var content = open(row)) {
            content.read(data.first(), new byte[1]);
            journal.appendAlone(
                    new PieceConsultee(piece.id(), piece.owner(), Visitors.of(request)));
            data.head(piece, response);
            content.copy(data.first(), data.length(), response.getOutputStream());
        } catch (NoSuchFileException gone) {
            sayWhyNot(afterwards(piece.id(), gone), request, response);
        }
    }

    private Content open(PieceRow row) throws IOException {
        var piece = row.piece();
        var key = Objects.requireNonNull(row.sealedKey(), "a readable piece has its key");
        return vault.open(piece.id(), key, piece.size());
    }

    /** The file went between our two looks: it was purged, or it is lost. */
    private Piece afterwards(PieceId id, NoSuchFileException gone) throws NoSuchFileException {
        return store.find(id)
                .map(PieceRow::piece)
                .filter(it -> it.state() instanceof PieceState.Purgee)
                .orElseThrow(() -> gone);
    }

    private void sayWhyNot(Piece piece, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        if (piece.state() instanceof PieceState.EnAttente) {
            response.setHeader("Retry-After", "5");
        }
        response.setHeader("Cache-Control", "private, no-store");
        pages.write(NotServedPage.of(piece), request, response);
    }

    /** As for a piece that never was. */
    private static final class Missing extends ResponseStatusException {
        Missing() {
            super(HttpStatus.NOT_FOUND);
        }
    }
}
