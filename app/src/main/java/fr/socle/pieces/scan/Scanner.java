package fr.socle.pieces.scan;

import fr.socle.pieces.PieceState;
import fr.socle.pieces.seal.Content;

/** Looks for viruses. A piece is held until its scanner finds it clean. */
public interface Scanner {

    /** The state in which a piece enters the house. */
    PieceState firstState();

    /** Reads the content to its end. May take minutes; nothing is held meanwhile. */
    Verdict scan(Content content);
}
