package fr.socle.pieces;

import fr.socle.kernel.PersonRef;
import org.jspecify.annotations.Nullable;

/**
 * To what a piece belongs. The block decides who may read it, by its {@link PieceGuard}.
 *
 * @param block the name of the owning block
 * @param reference what the block calls the thing that the piece is joined to: a dossier's id; at
 *     most 200 characters, and no personal data, because the journal quotes it
 * @param person whom the piece tells about, if it tells about one person: openings then stand in
 *     that person's journal
 */
public record Owner(String block, String reference, @Nullable PersonRef person) {

    public Owner {
        if (!block.matches("[a-z]{1,40}")) {
            throw new IllegalArgumentException("an owner is a block, not " + block);
        }
        if (reference.isBlank() || reference.length() > 200) {
            throw new IllegalArgumentException("a reference has 1 to 200 characters");
        }
    }

    public static Owner of(String block, String reference) {
        return new Owner(block, reference, null);
    }

    public Owner about(PersonRef someone) {
        return new Owner(block, reference, someone);
    }
}
