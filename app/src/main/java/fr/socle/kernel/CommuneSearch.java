package fr.socle.kernel;

import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * Finds communes by name, postcode or code. A name matches whole, then by its start, then by the
 * start of one of its words, then anywhere; among equals the bigger commune comes first.
 */
final class CommuneSearch {

    private static final int NO_MATCH = 9;
    private static final Pattern SAINT = Pattern.compile("\\bST(E?)\\b");
    private static final Pattern NUMBER = Pattern.compile("[0-9]{2,5}|2[AB][0-9]{0,3}");

    /** The order of the index: a search then only has to sort by rank, and that sort is stable. */
    private static final Comparator<CommuneRow> AMONG_EQUALS =
            Comparator.comparingInt((CommuneRow row) -> -row.present().size())
                    .thenComparing(CommuneRow::nom)
                    .thenComparing(CommuneRow::code);

    private final List<CommuneRow> rows;
    private final String[] keys;

    private CommuneSearch(List<CommuneRow> rows) {
        this.rows = rows.stream().sorted(AMONG_EQUALS).toList();
        this.keys = this.rows.stream().map(row -> keyOf(row.nom())).toArray(String[]::new);
    }

    private static final class Holder {
        static final CommuneSearch SEARCH = new CommuneSearch(CommuneTable.get().rows());
    }

    static CommuneSearch get() {
        return Holder.SEARCH;
    }

    List<Commune> find(String typed, Predicate<CommuneRow> wanted, int limit) {
        var number = Typed.compact(typed);
        return NUMBER.matcher(number).matches()
                ? ranked(row -> numberRank(row, number), wanted, limit)
                : byName(keyOf(typed), wanted, limit);
    }

    private List<Commune> byName(String key, Predicate<CommuneRow> wanted, int limit) {
        return key.length() < 2
                ? List.of()
                : ranked(row -> nameRank(keys[row], key), wanted, limit);
    }

    private record Found(CommuneRow row, int rank) {}

    @FunctionalInterface
    private interface Rank {
        int of(int row);
    }

    private List<Commune> ranked(Rank rank, Predicate<CommuneRow> wanted, int limit) {
        var seen = new HashSet<String>();
        return IntStream.range(0, keys.length)
                .filter(row -> rank.of(row) < NO_MATCH && wanted.test(rows.get(row)))
                .mapToObj(row -> new Found(rows.get(row), rank.of(row)))
                .sorted(Comparator.comparingInt(Found::rank))
                .filter(found -> seen.add(found.row().code()))
                .limit(limit)
                .map(found -> found.row().commune())
                .toList();
    }

    private int numberRank(int index, String number) {
        var row = rows.get(index);
        if (row.code().equals(number) || hasPostcode(row, number)) {
            return 0;
        }
        boolean starts = row.code().startsWith(number) || anyPostcodeStarts(row, number);
        return starts ? 1 : NO_MATCH;
    }

    private static boolean hasPostcode(CommuneRow row, String number) {
        return number.length() == 5 && row.present().postcodes().contains(number);
    }

    private static boolean anyPostcodeStarts(CommuneRow row, String number) {
        var postcodes = row.present().postcodes();
        return postcodes.startsWith(number) || postcodes.contains(" " + number);
    }

    private static int nameRank(String name, String key) {
        if (name.equals(key)) {
            return 0;
        }
        int at = name.indexOf(key);
        if (at < 0) {
            return NO_MATCH;
        }
        return at == 0 ? 1 : name.contains(" " + key) ? 2 : 3;
    }

    /** The normal form of a name, with « saint » written out. */
    static String keyOf(String name) {
        var key = NormalName.normalise(name);
        return key.contains("ST") ? SAINT.matcher(key).replaceAll("SAINT$1") : key;
    }
}
