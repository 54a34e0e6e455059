package fr.socle.demarches.graphql.read;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Which part of a list a client asks for (Relay's cursor connections): forwards from a cursor, or
 * backwards.
 *
 * @param descending the order in which the list is to be read, as the client asked
 * @param backwards whether the last ones before {@code from} are wanted
 * @param from where it goes on; null: at an end
 */
record Window(int size, boolean descending, boolean backwards, @Nullable Cursor from) {

    /** As the original's page. */
    static final int MOST = 100;

    /**
     * A place in a list, opaque to clients.
     *
     * @param at the moment by which the list is in order
     * @param serial of the line, among those of one moment
     */
    record Cursor(Instant at, int serial) {

        String written() {
            var text = at.getEpochSecond() + "." + at.getNano() + ";" + serial;
            return Base64.getUrlEncoder()
                    .withoutPadding()
                    .encodeToString(text.getBytes(StandardCharsets.UTF_8));
        }

        static Cursor read(String text) {
            try {
                var parts =
                        new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8)
                                .split("[.;]", -1);
                var at =
                        Instant.ofEpochSecond(Long.parseLong(parts[0]), Integer.parseInt(parts[1]));
                return new Cursor(at, Integer.parseInt(parts[2]));
            } catch (IllegalArgumentException
                    | DateTimeException
                    | ArithmeticException
                    | IndexOutOfBoundsException wrong) {
                throw Refus.badArgument("This cursor is not one of ours");
            }
        }
    }

    /** Whether the rows are to be read from the greatest to the smallest. */
    boolean downwards() {
        return descending != backwards;
    }

    /**
     * @param arguments of the field
     */
    static Window of(Map<String, Object> arguments) {
        var first = (Integer) arguments.get("first");
        var last = (Integer) arguments.get("last");
        if (first != null && last != null) {
            throw Refus.badArgument("Give first or last, not both");
        }
        boolean backwards = last != null;
        var cursor = (String) arguments.get(backwards ? "before" : "after");
        return new Window(
                size(backwards ? last : first),
                "DESC".equals(arguments.get("order")),
                backwards,
                cursor == null || cursor.isEmpty() ? null : Cursor.read(cursor));
    }

    private static int size(@Nullable Integer wanted) {
        if (wanted != null && wanted < 0) {
            throw Refus.badArgument("A page has no negative size");
        }
        return wanted == null ? MOST : Math.min(wanted, MOST);
    }
}
