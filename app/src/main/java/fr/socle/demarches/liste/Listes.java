package fr.socle.demarches.liste;

import fr.socle.demarches.liste.ListeStore.Entry;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/**
 * One page of a list, at a cost that hardly depends on how many dossiers the procedure has: either
 * something wanted is rare, and all that has it is read and sorted, or nothing is, and the first
 * column is walked in its order until a page is full. Where very many dossiers share a value of the
 * first column, the second is walked instead. Why: docs/adr/0012.
 */
@Service
public class Listes {

    /** Up to so many dossiers are read at once and sorted. */
    private static final int FEW = 4000;

    private static final int FIRST_STRIDE = 256;

    private final ListeStore store;

    Listes(ListeStore store) {
        this.store = store;
    }

    /**
     * The next dossiers, in the order wanted.
     *
     * @param after the last one of the page before; null: from the beginning
     */
    public List<Rang> page(Demande wanted, @Nullable Rang after, int size) {
        var walk = new Walk(wanted, after, size);
        var rare = rare(wanted);
        if (rare.isPresent()) {
            walk.add(store.passing(wanted, rare.get(), null));
        } else {
            walk.first();
        }
        return walk.page();
    }

    /** The smallest set in which everything wanted lies, if one is small. */
    private Optional<List<UUID>> rare(Demande wanted) {
        var sets = new ArrayList<Optional<List<UUID>>>();
        wanted.filtres().forEach(it -> sets.add(store.few(wanted, it, FEW)));
        if (wanted.searches()) {
            sets.add(store.fewByWords(wanted, FEW));
        }
        if (wanted.onglet().narrow()) {
            sets.add(store.fewInTab(wanted, FEW));
        }
        var etiquette = wanted.etiquette();
        if (etiquette != null) {
            sets.add(store.fewByLabel(etiquette, FEW));
        }
        return sets.stream().flatMap(Optional::stream).min(Comparator.comparing(Collection::size));
    }

    /** What one call has found so far. */
    private final class Walk {

        private final Demande wanted;
        private final @Nullable Rang after;
        private final int size;
        private final Comparator<Rang> order;
        private final List<Rang> found = new ArrayList<>();

        Walk(Demande wanted, @Nullable Rang after, int size) {
            this.wanted = wanted;
            this.after = after;
            this.size = size;
            this.order = Rang.order(wanted.first(), wanted.second());
        }

        List<Rang> page() {
            return found.stream().limit(size).toList();
        }

        private boolean full() {
            return found.size() >= size;
        }

        void add(List<Rang> more) {
            more.stream()
                    .filter(it -> after == null || order.compare(it, after) > 0)
                    .sorted(order)
                    .forEach(found::add);
        }

        /** Along the first column, run after run of equal keys; then those that have none. */
        void first() {
            var from = after == null ? null : after.first();
            if (after == null || from != null) {
                runs(from);
            }
            if (!full()) {
                run(null);
            }
        }

        private void runs(@Nullable String start) {
            var from = start;
            var itself = true;
            for (int stride = FIRST_STRIDE; !full(); stride = Math.min(2 * stride, FEW)) {
                var lot = store.beyond(wanted, wanted.first(), from, itself, stride);
                if (lot.isEmpty()) {
                    return;
                }
                var whole = lot.size() < stride ? lot : wholeRuns(lot);
                if (!whole.isEmpty()) {
                    add(store.passing(wanted, dossiers(whole), null));
                    from = whole.getLast().cle();
                    itself = false;
                } else if (stride == FEW) {
                    from = lot.getLast().cle();
                    itself = false;
                    run(from);
                }
                if (lot.size() < stride) {
                    return;
                }
            }
        }

        /** Without the last key, of which more may follow. */
        private static List<Entry> wholeRuns(List<Entry> lot) {
            var last = lot.getLast().cle();
            return lot.stream().takeWhile(it -> !it.cle().equals(last)).toList();
        }

        /**
         * Of the dossiers that have this key in the first column, along the second column; then
         * those that have none there.
         *
         * @param key null: that have none in the first column
         */
        private void run(@Nullable String key) {
            var here = after != null && Objects.equals(after.first(), key) ? after : null;
            if (here == null || here.second() != null) {
                seconds(key, here);
            }
            if (!full() && !wanted.second().colonne().equals(Colonne.TOUS)) {
                without(key, here != null && here.second() == null ? here.dossier() : null);
            }
        }

        private void seconds(@Nullable String key, @Nullable Rang here) {
            var second = here == null ? null : here.second();
            var from = second == null || here == null ? null : new Entry(second, here.dossier());
            for (int stride = FIRST_STRIDE; !full(); stride = Math.min(2 * stride, FEW)) {
                var lot = store.beyond(wanted, wanted.second(), from, stride);
                add(of(key, dossiers(lot)));
                if (lot.size() < stride) {
                    return;
                }
                from = lot.getLast();
            }
        }

        /** By their ids, because nothing else orders them. */
        private void without(@Nullable String key, @Nullable UUID start) {
            var column = key == null ? Colonne.TOUS : wanted.first().colonne();
            var backwards = wanted.second().descending();
            var from = start;
            for (int stride = FIRST_STRIDE; !full(); stride = Math.min(2 * stride, FEW)) {
                var lot =
                        store.within(
                                wanted, column, key == null ? "" : key, backwards, from, stride);
                add(of(key, dossiers(lot)).stream().filter(it -> it.second() == null).toList());
                if (lot.size() < stride) {
                    return;
                }
                from = lot.getLast().dossier();
            }
        }

        private List<Rang> of(@Nullable String key, List<UUID> dossiers) {
            var passing = store.passing(wanted, dossiers, key);
            return key != null
                    ? passing
                    : passing.stream().filter(it -> it.first() == null).toList();
        }

        private static List<UUID> dossiers(List<Entry> lot) {
            return lot.stream().map(Entry::dossier).toList();
        }
    }
}
