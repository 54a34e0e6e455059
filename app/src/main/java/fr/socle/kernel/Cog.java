package fr.socle.kernel;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The official tables of places: communes, departements, regions, countries. They come from INSEE
 * and La Poste; see the block's README for their edition and their limits. Each is read at its
 * first use and stays in memory.
 */
public final class Cog {

    private static final int MOST = 100;

    private Cog() {}

    /** The commune that bears this code, or the last one that did. */
    public static Commune commune(CodeCommune code) {
        return CommuneTable.get().latest(code.value()).commune();
    }

    /** What the code designated on this day, under its name of the time. */
    public static Optional<Commune> communeAt(CodeCommune code, LocalDate day) {
        return CommuneTable.get().at(code.value(), day).map(CommuneRow::commune);
    }

    /**
     * The communes of today whose name, postcode or code looks like what was typed, the likeliest
     * first. Accents, case, hyphens and « st » for « saint » do not matter.
     *
     * @param limit at most 100
     */
    public static List<Commune> searchCommunes(String typed, int limit) {
        return CommuneSearch.get().find(typed, CommuneRow::isCurrent, Math.min(limit, MOST));
    }

    /** The same among the communes and arrondissements of a day: where was one born? */
    public static List<Commune> searchCommunesAt(String typed, LocalDate day, int limit) {
        return CommuneSearch.get()
                .find(typed, row -> row.validity().contains(day), Math.min(limit, MOST));
    }

    /** The communes of today that a postcode serves, the biggest first; empty if it serves none. */
    public static List<Commune> communesOf(String codePostal) {
        return searchCommunes(codePostal, MOST).stream()
                .filter(commune -> commune.codesPostaux().contains(codePostal))
                .toList();
    }

    /** Every departement and overseas community, in the order of the codes. */
    public static List<CodeDepartement> departements() {
        return AreaTable.DEPARTEMENTS.all().stream()
                .map(row -> new CodeDepartement(row.code()))
                .sorted(Comparator.comparing(CodeDepartement::value))
                .toList();
    }

    /** Every region and overseas community, in the order of the codes. */
    public static List<CodeRegion> regions() {
        return AreaTable.REGIONS.all().stream()
                .map(row -> new CodeRegion(row.code()))
                .sorted(Comparator.comparing(CodeRegion::value))
                .toList();
    }

    /** The countries and territories of today, in the order of their French names. */
    public static List<CodePays> pays() {
        return AreaTable.PAYS.all().stream()
                .filter(AreaTable.Row::inForce)
                .sorted(Comparator.comparing(row -> NormalName.of(row.nom()).value()))
                .map(row -> new CodePays(row.code()))
                .toList();
    }

    /** The countries of today whose name contains what was typed, accents and case aside. */
    public static List<CodePays> searchPays(String typed, int limit) {
        var key = NormalName.of(typed).value();
        return pays().stream()
                .filter(pays -> !key.isEmpty() && NormalName.of(pays.nom()).value().contains(key))
                .sorted(
                        Comparator.comparing(
                                pays -> !NormalName.of(pays.nom()).value().startsWith(key)))
                .limit(Math.min(limit, MOST))
                .toList();
    }
}
