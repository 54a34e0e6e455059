package fr.socle.pieces.trace;

import static fr.socle.journal.Audience.AUDITEUR;
import static fr.socle.journal.Audience.DPO;
import static fr.socle.journal.Audience.PERSONNE;

import fr.socle.journal.Entry;
import fr.socle.journal.Kind;
import fr.socle.journal.Part;
import fr.socle.journal.Retention;
import fr.socle.pieces.Owner;
import fr.socle.pieces.PieceId;
import java.time.Period;
import java.util.ArrayList;
import java.util.List;

/** A piece's key was erased, in the transaction that erases it. */
public record PiecePurgee(PieceId piece, Owner owner, String motif) implements Entry {

    private static final Kind KIND =
            new Kind("pieces.piece-purgee", Retention.of(Period.ofYears(3)));

    @Override
    public Kind kind() {
        return KIND;
    }

    @Override
    public List<Part> parts() {
        var parts = new ArrayList<Part>();
        parts.add(About.of(piece, owner, AUDITEUR, DPO).with("motif", motif));
        if (owner.person() != null) {
            parts.add(About.of(piece, owner, PERSONNE).about(owner.person()).with("motif", motif));
        }
        return parts;
    }
}
