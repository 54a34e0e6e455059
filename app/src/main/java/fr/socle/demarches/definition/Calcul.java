package fr.socle.demarches.definition;

/**
 * A number that nobody types: it is computed from other answers, and shown.
 *
 * @param formule as {@link Formule} reads it
 * @param decimals how many digits after the comma it is rounded to, half up
 * @param unit shown after it; empty for none
 */
public record Calcul(String formule, int decimals, String unit) implements ChampType {

    @Override
    public String code() {
        return "calcul";
    }

    @Override
    public boolean asks() {
        return false;
    }
}
