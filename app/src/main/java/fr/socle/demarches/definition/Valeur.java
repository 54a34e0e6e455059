package fr.socle.demarches.definition;

import fr.socle.kernel.CodeCommune;
import fr.socle.pieces.PieceId;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An answer. There is no empty one: a field without an answer has none. */
public sealed interface Valeur {

    /** Also of an e-mail address and of a telephone number. */
    record Texte(String text) implements Valeur {}

    record Nombre(BigDecimal number) implements Valeur {}

    record Jour(LocalDate day) implements Valeur {}

    /** Also of a box: true once it is ticked, never false. */
    record OuiNon(boolean yes) implements Valeur {}

    /**
     * @param chosen at least one; exactly one where the list allows one
     */
    record Choix(List<String> chosen) implements Valeur {
        public Choix {
            chosen = List.copyOf(chosen);
        }
    }

    /**
     * @param voie number and street
     * @param complement building, floor; may be empty
     * @param codePostal five digits
     * @param commune its name, as the official table writes it where it is known
     * @param code null for an address that the table does not hold, as with a CEDEX
     */
    record Adresse(
            String voie,
            String complement,
            String codePostal,
            String commune,
            @Nullable CodeCommune code)
            implements Valeur {}

    record Pieces(List<PieceId> pieces) implements Valeur {
        public Pieces {
            pieces = List.copyOf(pieces);
        }
    }

    /** The rows of a repetition, in the usager's order. */
    record Lignes(List<Ligne> lignes) implements Valeur {
        public Lignes {
            lignes = List.copyOf(lignes);
        }
    }

    /**
     * One row.
     *
     * @param id stays with the row when others are added or removed
     */
    record Ligne(UUID id, Map<ChampId, Valeur> valeurs) {
        public Ligne {
            valeurs = Map.copyOf(valeurs);
        }
    }
}
