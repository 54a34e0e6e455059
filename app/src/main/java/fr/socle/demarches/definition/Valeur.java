package fr.socle.demarches.definition;

import fr.socle.kernel.CodeCommune;
import fr.socle.pieces.PieceId;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
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

    /** An answer of several parts that reads as one line. */
    sealed interface Composee extends Valeur {

        /** In plain French. */
        String line();
    }

    /**
     * A line of a table.
     *
     * @param table the type's code: {@code commune}, {@code pays}, {@code referentiel}…
     * @param nom as the table wrote it when it was chosen
     * @param details further columns; mostly none
     */
    record Reference(String table, String code, String nom, Map<String, String> details)
            implements Composee {
        public Reference {
            details = Map.copyOf(details);
        }

        @Override
        public String line() {
            return switch (table) {
                case "commune" -> nom + " (" + details.getOrDefault("departement", code) + ")";
                case "departement", "annuaire-education" -> nom + " (" + code + ")";
                default -> nom;
            };
        }
    }

    /** A day and an hour, without seconds, as clocks show them where it is about. */
    record Moment(LocalDateTime at) implements Composee {
        @Override
        public String line() {
            return Moments.shown(at);
        }
    }

    /**
     * @param secondary empty when the first answer leaves nothing to choose
     */
    record Paire(String primary, String secondary) implements Composee {
        @Override
        public String line() {
            return secondary.isEmpty() ? primary : primary + " – " + secondary;
        }
    }

    /** What was drawn on a map; at least one object. */
    record Trace(List<Objet> objets) implements Composee {
        public Trace {
            objets = List.copyOf(objets);
        }

        @Override
        public String line() {
            return objets.stream()
                    .map(it -> it.label().isEmpty() ? it.kind() : it.label())
                    .collect(Collectors.joining(", "));
        }
    }

    /**
     * One object of a map.
     *
     * @param kind as GeoJSON names it: {@code Point}, {@code Polygon}…
     * @param geometry a GeoJSON geometry (RFC 7946), without blanks
     */
    record Objet(String kind, String geometry, String label) {}

    /** What another administration needs to find somebody, part by part. */
    record Identite(Map<String, String> parts) implements Composee {
        public Identite {
            parts = Collections.unmodifiableMap(new TreeMap<>(parts));
        }

        @Override
        public String line() {
            return String.join(", ", parts.values());
        }
    }
}
