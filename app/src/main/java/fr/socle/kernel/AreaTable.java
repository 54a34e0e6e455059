package fr.socle.kernel;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The small tables, each read when its first code is. */
final class AreaTable {

    static final AreaTable DEPARTEMENTS =
            read("departements", columns -> new Row(columns[0], columns[1], columns[2], null));
    static final AreaTable REGIONS =
            read("regions", columns -> new Row(columns[0], columns[1], "", null));
    static final AreaTable PAYS =
            read("pays", columns -> new Row(columns[0], columns[1], "", day(columns[2])));

    private final Map<String, Row> rows = new LinkedHashMap<>();

    private AreaTable(List<Row> rows) {
        rows.forEach(row -> this.rows.put(row.code(), row));
    }

    /**
     * @param parent the region of a departement; empty in the other tables
     * @param until the first day without this code; {@code null} while it is in force
     */
    record Row(String code, String nom, String parent, @Nullable LocalDate until) {

        boolean inForce() {
            return until == null;
        }

        boolean endedBy(LocalDate day) {
            return until != null && !until.isAfter(day);
        }
    }

    boolean knows(String code) {
        return rows.containsKey(code);
    }

    Row row(String code) {
        var row = rows.get(code);
        if (row == null) {
            throw new IllegalArgumentException("no official code " + code);
        }
        return row;
    }

    List<Row> all() {
        return List.copyOf(rows.values());
    }

    private static AreaTable read(String name, Function<String[], Row> row) {
        return new AreaTable(OfficialFile.read(name, row));
    }

    private static @Nullable LocalDate day(String written) {
        return written.isEmpty() ? null : LocalDate.parse(written);
    }
}
