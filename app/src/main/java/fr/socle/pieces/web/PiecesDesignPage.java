package fr.socle.pieces.web;

import fr.socle.pieces.Piece;
import fr.socle.pieces.PieceState;
import fr.socle.pieces.Sizes;
import fr.socle.pieces.type.FileKind;
import fr.socle.ui.Page;
import fr.socle.ui.form.Form;
import java.math.BigDecimal;
import java.util.List;

/** The demonstration page: a file to join, and those that were joined. */
public record PiecesDesignPage(Form form, int status, List<Line> lines) implements Page {

    /**
     * A joined file.
     *
     * @param state ends the key of the state's label
     * @param tone the colour of the state's tag
     */
    public record Line(
            String id,
            String name,
            String kind,
            BigDecimal megabytes,
            String state,
            String tone,
            boolean readable) {

        static Line of(Piece piece) {
            return new Line(
                    piece.id().toString(),
                    piece.name(),
                    FileKind.labelOf(piece.type()),
                    Sizes.megabytes(piece.size()),
                    state(piece.state()),
                    tone(piece.state()),
                    piece.state() instanceof PieceState.Lisible);
        }

        private static String state(PieceState state) {
            return switch (state) {
                case PieceState.EnAttente _ -> "waiting";
                case PieceState.Saine _ -> "clean";
                case PieceState.NonAnalysee _ -> "not-scanned";
                case PieceState.Infectee _ -> "infected";
                case PieceState.Purgee _ -> "purged";
            };
        }

        private static String tone(PieceState state) {
            return switch (state) {
                case PieceState.EnAttente _ -> "info";
                case PieceState.Saine _ -> "good";
                case PieceState.NonAnalysee _ -> "warn";
                case PieceState.Infectee _ -> "bad";
                case PieceState.Purgee _ -> "plain";
            };
        }
    }

    /** For the {@code accept} attribute. */
    public String accept() {
        return Demonstration.ACCEPTED.inputAccept();
    }

    public String formats() {
        return Demonstration.ACCEPTED.labels();
    }

    public BigDecimal maxMegabytes() {
        return Sizes.megabytes(Demonstration.ACCEPTED.maxBytes());
    }
}
