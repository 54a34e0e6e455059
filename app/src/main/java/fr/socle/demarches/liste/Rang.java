package fr.socle.demarches.liste;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Comparator;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Where a dossier stands in a list: its keys in the two columns by which the list is sorted, null
 * where it has none.
 */
public record Rang(UUID dossier, @Nullable String first, @Nullable String second) {

    private static final String SEPARATOR = "\u0000";

    /**
     * The order of a list; equal keys are ordered by the dossiers' ids, as the second column is.
     */
    static Comparator<Rang> order(Tri first, Tri second) {
        Comparator<UUID> ids = Comparator.comparing(UUID::toString);
        Comparator<Rang> firsts = (one, other) -> compare(one.first(), other.first(), first);
        Comparator<Rang> seconds = (one, other) -> compare(one.second(), other.second(), second);
        return firsts.thenComparing(seconds)
                .thenComparing(Rang::dossier, second.descending() ? ids.reversed() : ids);
    }

    /** What has no key comes last, either way. */
    private static int compare(@Nullable String one, @Nullable String other, Tri tri) {
        if (one == null || other == null) {
            return Boolean.compare(one == null, other == null);
        }
        return tri.descending() ? other.compareTo(one) : one.compareTo(other);
    }

    /** For the address of the next page. */
    public String cursor() {
        var text = dossier + SEPARATOR + marked(first) + SEPARATOR + marked(second);
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    /** Reads what {@link #cursor} wrote; empty for anything else. */
    public static Optional<Rang> read(String cursor) {
        try {
            var text = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
            var parts = text.split(SEPARATOR, -1);
            return parts.length == 3
                    ? Optional.of(new Rang(UUID.fromString(parts[0]), key(parts[1]), key(parts[2])))
                    : Optional.empty();
        } catch (IllegalArgumentException notOurs) {
            return Optional.empty();
        }
    }

    private static String marked(@Nullable String key) {
        return key == null ? "" : "=" + key;
    }

    private static @Nullable String key(String marked) {
        return marked.isEmpty() ? null : marked.substring(1);
    }
}
