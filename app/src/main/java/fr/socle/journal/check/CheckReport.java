package fr.socle.journal.check;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a check found.
 *
 * @param entries how many entries were read
 * @param parts how many commitments were proved
 * @param links how many links were opened and proved
 * @param pruned how many entries are gone from the beginnings of logs, as an Elagage says
 * @param erased how many entries have no parts any more, by the reason that an Effacement gives
 * @param sealedAway how many parts have lost their key, each named by an Effacement
 * @param pending how many entries wait for their index
 * @param faults what is wrong; empty when everything holds
 */
public record CheckReport(
        int logs,
        long entries,
        long parts,
        long tiles,
        long links,
        long pruned,
        SortedMap<String, Long> erased,
        long sealedAway,
        long pending,
        List<String> faults) {

    public boolean holds() {
        return faults.isEmpty();
    }

    /** Counts while the check reads. */
    static final class Tally {
        private static final int MAX_FAULTS = 100;

        int logs;
        long entries;
        long parts;
        long tiles;
        long links;
        long sealedAway;
        long pruned;
        private final SortedMap<String, Long> erased = new TreeMap<>();
        private final List<String> faults = new ArrayList<>();

        void erased(String motif) {
            erased.merge(motif, 1L, Long::sum);
        }

        void fault(String what) {
            if (faults.size() < MAX_FAULTS) {
                faults.add(what);
            }
        }

        CheckReport report(long pending) {
            return new CheckReport(
                    logs,
                    entries,
                    parts,
                    tiles,
                    links,
                    pruned,
                    erased,
                    sealedAway,
                    pending,
                    List.copyOf(faults));
        }
    }
}
