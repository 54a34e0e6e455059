package fr.socle.journal.log;

import java.util.AbstractMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What a part says, unsealed and read when somebody first looks: who follows the journal looks at
 * few of the parts. One that cannot be opened throws then.
 */
final class Lazily extends AbstractMap<String, Object> {

    private final Supplier<Map<String, Object>> opening;
    private volatile @Nullable Map<String, Object> opened;

    Lazily(Supplier<Map<String, Object>> opening) {
        this.opening = opening;
    }

    private Map<String, Object> opened() {
        var known = opened;
        if (known == null) {
            known = opening.get();
            opened = known;
        }
        return known;
    }

    @Override
    public Set<Entry<String, Object>> entrySet() {
        return opened().entrySet();
    }

    @Override
    public @Nullable Object get(@Nullable Object name) {
        return opened().get(name);
    }

    @Override
    public boolean containsKey(@Nullable Object name) {
        return opened().containsKey(name);
    }
}
