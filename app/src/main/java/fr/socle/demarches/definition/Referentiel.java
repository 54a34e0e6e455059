package fr.socle.demarches.definition;

/**
 * A line of a table that its builder brought; its answer is a {@link Valeur.Reference} with the
 * line's other columns.
 *
 * @param rows each with the first column as its id and the second as its label
 * @param education whether it is the directory of schools: a line may then be missing from the
 *     table, and the school's number (UAI) is checked by its letter
 */
public record Referentiel(Options rows, boolean education) implements ChampType {

    @Override
    public String code() {
        return education ? "annuaire-education" : "referentiel";
    }

    /** Where a line is searched. */
    Repertoire table() {
        return education ? new Schools(rows) : Repertoire.of(code(), rows);
    }
}
