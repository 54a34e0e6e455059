package fr.socle.kernel;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one commune code meant during one period.
 *
 * @param kind C commune, M municipal arrondissement, D commune déléguée, A commune associée
 * @param validity from {@link LocalDate#MIN} when it is older than the tables, which start in 1943
 * @param present what only a present commune has
 */
record CommuneRow(
        String code, char kind, String nom, Periode<LocalDate> validity, Present present) {

    private static final int BASE = 36;

    /**
     * @param postcodes separated by spaces
     * @param size grows with the logarithm of the population, to rank what a search finds
     */
    record Present(String postcodes, int size) {}

    static CommuneRow read(String[] columns) {
        return new CommuneRow(
                columns[0],
                columns[1].charAt(0),
                columns[2],
                validity(columns[3], columns[4]),
                new Present(columns[6], size(columns[7])));
    }

    /** In force today as a commune or an arrondissement, not as a mere part of a commune. */
    boolean isCurrent() {
        return validity.end() == null && (kind == 'C' || kind == 'M');
    }

    boolean endedBy(LocalDate day) {
        return validity.end() != null && !validity.end().isAfter(day);
    }

    Commune commune() {
        var departement = new CodeDepartement(departement());
        var postcodes =
                present.postcodes().isEmpty()
                        ? List.<String>of()
                        : List.of(present.postcodes().split(" "));
        return new Commune(
                new CodeCommune(code), nom, departement, departement.region(), postcodes);
    }

    private String departement() {
        if (code.startsWith("20")) {
            // because Corsica was one departement until 1976, and its communes kept their numbers
            return CommuneTable.get().knows("2A" + code.substring(2)) ? "2A" : "2B";
        }
        return code.substring(0, code.startsWith("97") || code.startsWith("98") ? 3 : 2);
    }

    private static Periode<LocalDate> validity(String from, String until) {
        return new Periode<>(from.isEmpty() ? LocalDate.MIN : LocalDate.parse(from), until(until));
    }

    private static @Nullable LocalDate until(String written) {
        return written.isEmpty() ? null : LocalDate.parse(written);
    }

    private static int size(String written) {
        return written.isEmpty() ? 0 : Integer.parseInt(written, BASE);
    }
}
