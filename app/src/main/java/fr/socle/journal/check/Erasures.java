package fr.socle.journal.check;

import fr.socle.journal.Audience;
import fr.socle.journal.LoggedEntry;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Every Effacement that the logs hold: what may be missing, and why. */
final class Erasures {

    private record Entry(int log, long index) {}

    private final Map<Entry, String> entries = new HashMap<>();
    private final Map<Long, String> keys = new HashMap<>();
    private final Map<YearMonth, String> months = new HashMap<>();

    void read(LoggedEntry effacement) {
        effacement.content().ifPresent(it -> add(it.readBy(Audience.AUDITEUR)));
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
        if (parts.get("index") instanceof Number index
                && parts.get("journal") instanceof Number log) {
            entries.put(new Entry(log.intValue(), index.longValue()), motif);
        } else if (parts.get("cle") instanceof Number key) {
            keys.put(key.longValue(), motif);
        } else if (parts.get("mois") instanceof String month) {
            months.put(YearMonth.parse(month), motif);
        }
    }
}
