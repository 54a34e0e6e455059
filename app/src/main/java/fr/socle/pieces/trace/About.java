package fr.socle.pieces.trace;

import fr.socle.journal.Audience;
import fr.socle.journal.Part;
import fr.socle.pieces.Owner;
import fr.socle.pieces.PieceId;

/** What every entry of the block says: which piece, and whose. */
final class About {

    private About() {}

    static Part of(PieceId piece, Owner owner, Audience first, Audience... others) {
        return Part.readBy(first, others)
                .with("piece", piece.toString())
                .with("bloc", owner.block())
                .with("reference", owner.reference());
    }
}
