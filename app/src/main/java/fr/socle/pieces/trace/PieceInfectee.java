package fr.socle.pieces.trace;

import static fr.socle.journal.Audience.AUDITEUR;
import static fr.socle.journal.Audience.DPO;

import fr.socle.journal.Entry;
import fr.socle.journal.Kind;
import fr.socle.journal.Part;
import fr.socle.journal.Retention;
import fr.socle.pieces.Owner;
import fr.socle.pieces.PieceId;
import java.time.Period;
import java.util.List;

/** A scanner recognised something in a piece, which will never be served. */
public record PieceInfectee(PieceId piece, Owner owner, String signature) implements Entry {

    private static final Kind KIND =
            new Kind("pieces.piece-infectee", Retention.of(Period.ofYears(3)));

    @Override
    public Kind kind() {
        return KIND;
    }

    @Override
    public List<Part> parts() {
        return List.of(About.of(piece, owner, AUDITEUR, DPO).with("signature", signature));
    }
}
