package fr.socle.journal.chain;

import fr.socle.journal.Audience;
import fr.socle.journal.Entry;
import fr.socle.journal.Hash;
import fr.socle.journal.Kind;
import fr.socle.journal.Part;
import fr.socle.journal.Retention;
import fr.socle.journal.format.MapClaim;
import java.time.Period;
import java.util.List;

/**
 * The root of the map from persons to their last entries. It says nothing of anybody, so each
 * statement opens it.
 *
 * @param origin the log whose entries the map takes in
 * @param size how many of them
 * @param linkedFrom the first that is linked
 */
record Carte(String origin, long size, long linkedFrom, Hash root) implements Entry {

    static final Kind KIND = new Kind(MapClaim.KIND, Retention.of(Period.ofYears(10)));

    @Override
    public Kind kind() {
        return KIND;
    }

    @Override
    public List<Part> parts() {
        return List.of(
                Part.readBy(Audience.AUDITEUR)
                        .with(MapClaim.ORIGIN, origin)
                        .with(MapClaim.SIZE, size)
                        .with(MapClaim.LINKED_FROM, linkedFrom)
                        .with(MapClaim.ROOT, root.base64()));
    }
}
