package fr.socle.pieces;

import fr.socle.ui.access.Visitor;

/**
 * Decides who may read the pieces of one block. The owning block declares one bean; without it
 * nobody reads them.
 */
public interface PieceGuard {

    /** The block whose pieces this guard watches: {@link Owner#block}. */
    String block();

    /**
     * Whether this visitor may read the pieces of this owner now. A no and an unknown piece look
     * the same from outside.
     */
    boolean mayRead(Visitor visitor, Owner owner);
}
