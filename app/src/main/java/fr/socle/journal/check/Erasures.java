package fr.socle.journal.check;

import fr.socle.journal.Audience;
import fr.socle.journal.LoggedEntry;
import fr.socle.journal.log.Effacement;
import fr.socle.journal.log.Elagage;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Every Effacement and Elagage that the logs hold: what may be missing, and why. */
final class Erasures {

    private record Entry(int log, long index) {}

    private final Map<Entry, String> entries = new HashMap<>();
    private final Map<Long, String> keys = new HashMap<>();
    private final Map<YearMonth, String> months = new HashMap<>();
    private final Map<Integer, Long> minimums = new HashMap<>();

    static boolean tells(String kind) {
        return kind.equals(Effacement.KIND.code()) || kind.equals(Elagage.KIND.code());
    }

    void read(LoggedEntry told) {
        told.content().ifPresent(it -> add(it.readBy(Audience.AUDITEUR)));
    }

    /** Before which index this log was pruned; 0 when nobody says so. */
    long pruned(int log) {
        return minimums.getOrDefault(log, 0L);
    }

    Optional<String> ofEntry(int log, long index, YearMonth purge) {
        return Optional.ofNullable(entries.get(new Entry(log, index)))
                .or(() -> Optional.ofNullable(months.get(purge)));
    }

    boolean ofKey(long key) {
        return keys.containsKey(key);
    }

    private void add(Map<String, Object> parts) {
        var motif = String.valueOf(parts.get("motif"));
        if (parts.get("minimum") instanceof Number minimum
                && parts.get("journal") instanceof Number log) {
            minimums.merge(log.intValue(), minimum.longValue(), Math::max);
        } else if (parts.get("index") instanceof Number index
                && parts.get("journal") instanceof Number log) {
            entries.put(new Entry(log.intValue(), index.longValue()), motif);
        } else if (parts.get("cle") instanceof Number key) {
            keys.put(key.longValue(), motif);
        } else if (parts.get("mois") instanceof String month) {
            months.put(YearMonth.parse(month), motif);
        }
    }
}
