package fr.socle.pieces.scan;

import fr.socle.pieces.PieceState;
import fr.socle.pieces.seal.Content;

/** Nobody looks: pieces are served, and marked as never scanned. */
public final class NoScanner implements Scanner {

    @Override
    public PieceState firstState() {
        return new PieceState.NonAnalysee();
    }

    /** For what was held when the house still had a scanner. */
    @Override
    public Verdict scan(Content content) {
        return new Verdict.Nobody();
    }
}
