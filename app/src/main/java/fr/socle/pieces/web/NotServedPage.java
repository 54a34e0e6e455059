package fr.socle.pieces.web;

import fr.socle.pieces.Piece;
import fr.socle.pieces.PieceState;
import fr.socle.ui.Page;

/**
 * Says to somebody who may read a piece why he cannot now.
 *
 * @param reason ends the keys of the page's words
 */
public record NotServedPage(int status, String reason) implements Page {

    static NotServedPage of(Piece piece) {
        return switch (piece.state()) {
            case PieceState.EnAttente _ -> new NotServedPage(409, "waiting");
            case PieceState.Infectee _ -> new NotServedPage(403, "infected");
            case PieceState.Purgee _ -> new NotServedPage(410, "purged");
            case PieceState.Lisible _ ->
                    throw new IllegalArgumentException("this piece is served: " + piece.id());
        };
    }

    public String title() {
        return "pieces.not-served." + reason + ".title";
    }

    public String text() {
        return "pieces.not-served." + reason + ".text";
    }
}
