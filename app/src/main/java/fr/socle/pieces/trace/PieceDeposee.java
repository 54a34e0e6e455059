package fr.socle.pieces.trace;

import static fr.socle.journal.Audience.AUDITEUR;
import static fr.socle.journal.Audience.DPO;
import static fr.socle.journal.Audience.PERSONNE;

import fr.socle.journal.Entry;
import fr.socle.journal.Kind;
import fr.socle.journal.Part;
import fr.socle.journal.Retention;
import fr.socle.pieces.Piece;
import java.time.Period;
import java.util.ArrayList;
import java.util.List;

/** A piece was received, in the transaction that writes its row. */
public record PieceDeposee(Piece piece) implements Entry {

    private static final Kind KIND =
            new Kind("pieces.piece-deposee", Retention.of(Period.ofYears(3)));

    @Override
    public Kind kind() {
        return KIND;
    }

    @Override
    public List<Part> parts() {
        var parts = new ArrayList<Part>();
        parts.add(
                About.of(piece.id(), piece.owner(), AUDITEUR, DPO)
                        .with("type", piece.type())
                        .with("octets", piece.size()));
        parts.add(Part.readBy(DPO).with("sha256", piece.sha256()));
        if (piece.owner().person() != null) {
            parts.add(
                    About.of(piece.id(), piece.owner(), PERSONNE)
                            .about(piece.owner().person())
                            .with("sha256", piece.sha256()));
        }
        return parts;
    }
}
