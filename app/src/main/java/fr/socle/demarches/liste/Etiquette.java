package fr.socle.demarches.liste;

import java.util.List;

/**
 * A word that agents stick on dossiers of one procedure.
 *
 * @param color by its name in the API
 */
public record Etiquette(int id, String label, String color) {

    public static final int LONGEST = 30;

    public static final List<String> COLORS =
            List.of(
                    "green_tilleul_verveine",
                    "green_bourgeon",
                    "green_emeraude",
                    "green_menthe",
                    "blue_ecume",
                    "purple_glycine",
                    "pink_macaron",
                    "yellow_tournesol",
                    "brown_cafe_creme",
                    "beige_gris_galet");

    /** The look of its tag: the house's five tones, by the nearest colour. */
    public String tone() {
        return switch (color) {
            case "green_tilleul_verveine", "green_bourgeon", "green_emeraude", "green_menthe" ->
                    "good";
            case "blue_ecume", "purple_glycine" -> "info";
            case "pink_macaron" -> "bad";
            case "yellow_tournesol" -> "warn";
            default -> "plain";
        };
    }
}
