package fr.socle.exchange.dataset;

import fr.socle.exchange.dataset.DataSet.Field;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Which places of an answer may leave: a tree of the contract's places, each marked when something
 * below it was granted. A place that is not in the tree never leaves.
 */
final class Mask {

    private final Map<String, Mask> members = new HashMap<>();
    private @Nullable Mask elements;
    private @Nullable Field field;
    private @Nullable Field records;
    private boolean granted;
    private boolean envelope;

    /** Made ones: the same few questions come again and again. */
    private static final Map<Key, Mask> MADE = new ConcurrentHashMap<>();

    private static final int MOST = 1000;

    private record Key(List<Field> fields, Set<String> granted) {}

    static Mask of(List<Field> fields, Set<String> granted) {
        if (MADE.size() > MOST) {
            MADE.clear();
        }
        return MADE.computeIfAbsent(
                new Key(fields, Set.copyOf(granted)), it -> make(it.fields(), it.granted()));
    }

    /** The three parts of the envelope always leave, be they empty. */
    private static Mask make(List<Field> fields, Set<String> granted) {
        var root = new Mask();
        root.granted = true;
        for (var part : Minimiser.ENVELOPE) {
            root.member(part).granted = true;
            root.member(part).envelope = true;
        }
        for (var field : fields) {
            var allowed = granted.contains(field.code());
            field.pointers().forEach(it -> root.place(it, field, allowed));
        }
        return root;
    }

    private void place(String pointer, Field owner, boolean allowed) {
        var at = this;
        for (var token : pointer.substring(1).split("/", -1)) {
            if (token.equals("*") && allowed && at.records == null) {
                at.records = owner;
            }
            at = token.equals("*") ? at.element() : at.member(unescaped(token));
            at.granted |= allowed;
        }
        at.field = owner;
    }

    private Mask member(String name) {
        return members.computeIfAbsent(name, _ -> new Mask());
    }

    private Mask element() {
        if (elements == null) {
            elements = new Mask();
        }
        return elements;
    }

    private static String unescaped(String token) {
        return token.replace("~1", "/").replace("~0", "~");
    }

    @Nullable Mask below(String name) {
        return members.get(name);
    }

    @Nullable Mask elements() {
        return elements;
    }

    boolean isObject() {
        return envelope || !members.isEmpty();
    }

    boolean granted() {
        return granted;
    }

    /** The granted field whose list lies here, be it empty; null when there is none. */
    @Nullable Field records() {
        return records;
    }

    /** The field whose value lies here; null for a place on the way. */
    @Nullable Field field() {
        return field;
    }
}
