package fr.socle.pieces.store;

import fr.socle.pieces.PieceState;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;

/** States as rows hold them. */
final class States {

    private States() {}

    static String word(PieceState state) {
        return switch (state) {
            case PieceState.EnAttente _ -> "en_attente";
            case PieceState.Saine _ -> "saine";
            case PieceState.NonAnalysee _ -> "non_analysee";
            case PieceState.Infectee _ -> "infectee";
            case PieceState.Purgee _ -> "purgee";
        };
    }

    static PieceState read(ResultSet row) throws SQLException {
        return switch (row.getString("state")) {
            case "en_attente" -> new PieceState.EnAttente(row.getInt("attempts"));
            case "saine" -> new PieceState.Saine(instant(row, "state_since"));
            case "non_analysee" -> new PieceState.NonAnalysee();
            case "infectee" ->
                    new PieceState.Infectee(
                            row.getString("signature"), instant(row, "state_since"));
            case "purgee" ->
                    new PieceState.Purgee(row.getString("motif"), instant(row, "state_since"));
            case String other -> throw new IllegalStateException("no state is called " + other);
        };
    }

    static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
