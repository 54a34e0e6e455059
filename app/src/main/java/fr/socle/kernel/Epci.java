package fr.socle.kernel;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A group of communes with its own taxes (établissement public de coopération intercommunale à
 * fiscalité propre), as the official table gives it.
 *
 * @param code its SIREN
 * @param departements where its members lie, the one with the most members first; two digits or
 *     three each
 */
public record Epci(String code, String nom, List<String> departements) {

    private static final int MOST = 100;

    public Epci {
        departements = List.copyOf(departements);
    }

    /** The one that bears this code today. */
    public static Optional<Epci> of(String code) {
        return Optional.ofNullable(Table.BY_CODE.get(code));
    }

    /**
     * Those whose name holds every word that was typed, accents and case aside, or whose code it
     * is.
     *
     * @param limit at most 100
     */
    public static List<Epci> search(String typed, int limit) {
        var words = NormalName.of(typed).value().split(" ");
        if (words[0].isEmpty()) {
            return List.of();
        }
        return Table.BY_CODE.values().stream()
                .filter(it -> it.code.equals(typed.strip()) || it.holds(words))
                .sorted(Comparator.comparing(it -> it.nom.length()))
                .limit(Math.min(limit, MOST))
                .toList();
    }

    private boolean holds(String[] words) {
        var name = " " + NormalName.of(nom).value();
        for (var word : words) {
            if (!name.contains(" " + word)) {
                return false;
            }
        }
        return true;
    }

    /** Read at the first use, then kept. */
    private static final class Table {

        static final Map<String, Epci> BY_CODE = read();

        private static Map<String, Epci> read() {
            var rows = new LinkedHashMap<String, Epci>();
            OfficialFile.read("epci", it -> new Epci(it[0], it[1], List.of(it[2].split(" "))))
                    .forEach(it -> rows.put(it.code, it));
            return rows;
        }
    }
}
