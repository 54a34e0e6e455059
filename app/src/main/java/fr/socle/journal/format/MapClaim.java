package fr.socle.journal.format;

import fr.socle.journal.Hash;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Map;

/**
 * What an entry that holds a map says.
 *
 * @param origin the log whose entries the map takes in
 * @param size how many of them
 * @param linkedFrom the first of them that is linked
 * @param at when the map was made
 */
public record MapClaim(String origin, long size, long linkedFrom, Hash root, Instant at) {

    public static final String KIND = "journal.carte";
    public static final String ORIGIN = "origine";
    public static final String SIZE = "taille";
    public static final String LINKED_FROM = "lie_depuis";
    public static final String ROOT = "racine";

    /**
     * @throws IllegalArgumentException unless the part is that of a map
     */
    static MapClaim of(Map<String, Object> part) {
        if (KIND.equals(part.get("@acte"))
                && part.get("@date") instanceof String at
                && part.get(ORIGIN) instanceof String origin
                && part.get(SIZE) instanceof Number size
                && part.get(LINKED_FROM) instanceof Number from
                && part.get(ROOT) instanceof String root) {
            return new MapClaim(
                    origin,
                    size.longValue(),
                    from.longValue(),
                    Hash.of(Base64Strict.decode(root)),
                    instant(at));
        }
        throw new IllegalArgumentException("not the entry of a map");
    }

    static Instant instant(String written) {
        try {
            return Instant.parse(written);
        } catch (DateTimeException wrong) {
            throw new IllegalArgumentException("not a time: " + written, wrong);
        }
    }
}
