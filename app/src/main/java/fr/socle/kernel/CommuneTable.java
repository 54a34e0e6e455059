package fr.socle.kernel;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Every meaning of every commune code since 1943, read when the first code is. */
final class CommuneTable {

    private final List<CommuneRow> rows;

    /** Where the rows of a code start: they follow each other, the present meaning first. */
    private final Map<String, Integer> starts;

    private CommuneTable(List<CommuneRow> rows) {
        this.rows = rows;
        this.starts = HashMap.newHashMap(rows.size());
        for (int i = 0; i < rows.size(); i++) {
            starts.putIfAbsent(rows.get(i).code(), i);
        }
    }

    private static final class Holder {
        static final CommuneTable TABLE =
                new CommuneTable(OfficialFile.read("communes", CommuneRow::read));
    }

    static CommuneTable get() {
        return Holder.TABLE;
    }

    List<CommuneRow> rows() {
        return rows;
    }

    boolean knows(String code) {
        return starts.containsKey(code);
    }

    /** The present meaning of a code, or the last one that it had. */
    CommuneRow latest(String code) {
        return meanings(code)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no official code " + code));
    }

    Optional<CommuneRow> at(String code, LocalDate day) {
        return meanings(code).filter(row -> row.validity().contains(day)).findFirst();
    }

    boolean endedBy(String code, LocalDate day) {
        return meanings(code).allMatch(row -> row.endedBy(day));
    }

    private Stream<CommuneRow> meanings(String code) {
        var start = starts.get(code);
        return start == null
                ? Stream.empty()
                : rows.subList(start, rows.size()).stream()
                        .takeWhile(row -> row.code().equals(code));
    }
}
