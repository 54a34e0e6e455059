package fr.socle.demarches.definition;

import java.util.List;

/** Madame or Monsieur; its answer is a choice among {@link #ANSWERS}. */
public record Civilite() implements ChampType {

    public static final List<String> ANSWERS = List.of("Madame", "Monsieur");

    @Override
    public String code() {
        return "civilite";
    }
}
