package fr.socle.demarches.definition;

import java.util.Locale;

/** A place of the official tables; its answer is a {@link Valeur.Reference}. */
public record Lieu(Echelon echelon) implements ChampType {

    public enum Echelon {
        COMMUNE,
        DEPARTEMENT,
        REGION,
        PAYS,
        EPCI
    }

    @Override
    public String code() {
        return echelon.name().toLowerCase(Locale.ROOT);
    }
}
