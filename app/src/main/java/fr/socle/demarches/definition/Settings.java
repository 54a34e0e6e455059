package fr.socle.demarches.definition;

import fr.socle.pieces.Family;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The settings of one type, by name: what its {@link Setting}s describe, between a type and the
 * file or the page that shows it. One that is not there has the value of the type's usual settings.
 */
public final class Settings {

    private final Map<String, Object> values = new HashMap<>();

    public Settings put(String name, @Nullable Object value) {
        if (value == null) {
            values.remove(name);
        } else {
            values.put(name, value);
        }
        return this;
    }

    public @Nullable Object value(String name) {
        return values.get(name);
    }

    int whole(String name) {
        return (int) number(name);
    }

    long number(String name) {
        return values.get(name) instanceof Number it ? it.longValue() : 0;
    }

    boolean flag(String name) {
        return values.get(name) instanceof Boolean it && it;
    }

    String text(String name) {
        return values.get(name) instanceof String it ? it : "";
    }

    @Nullable BigDecimal decimal(String name) {
        return values.get(name) instanceof BigDecimal it ? it : null;
    }

    @Nullable LocalDate day(String name) {
        return values.get(name) instanceof LocalDate it ? it : null;
    }

    Options options(String name) {
        return values.get(name) instanceof Options it ? it : Options.of(List.of());
    }

    Set<Family> families(String name) {
        return words(name).stream().map(Family::valueOf).collect(Collectors.toSet());
    }

    Set<String> words(String name) {
        return values.get(name) instanceof Set<?> it
                ? it.stream().map(Object::toString).collect(Collectors.toSet())
                : Set.of();
    }
}
