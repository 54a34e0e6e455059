package fr.socle.journal.format;

import static fr.socle.journal.format.StatementJson.hashes;
import static fr.socle.journal.format.StatementJson.number;
import static fr.socle.journal.format.StatementJson.text;
import static fr.socle.journal.format.StatementJson.written;

import fr.socle.journal.Hash;
import fr.socle.journal.format.Receipt.Disclosure;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;

/**
 * One line of a statement: an entry that concerns the person.
 *
 * @param n the person's number for it
 * @param path from the entry's sibling up to the root's child
 */
public record StatementLine(long n, long index, Content content, Tie tie, List<Hash> path) {

    /** What the entry says. */
    public sealed interface Content {
        /** The parts that the person may read, and that the others exist. */
        record Parts(List<Disclosure> parts) implements Content {}

        /** Its parts were erased; what they had committed to stays. */
        record Gone(Hash commitment) implements Content {}
    }

    /** What its link opens to. */
    public sealed interface Tie {
        /**
         * @param others the links of the other persons whom it concerns, in ascending order
         */
        record Opened(byte[] salt, List<Hash> others) implements Tie {}

        /** The entry before it is not shown any more, so the link stays closed. */
        record Closed(Hash link) implements Tie {}
    }

    public StatementLine {
        path = List.copyOf(path);
    }

    /**
     * The entry as the log holds it, if this line is right.
     *
     * @param previous the log entry of the line before; that of {@link Link#beforeTheFirst} for the
     *     first
     */
    public LogEntry entry(byte[] previous) {
        return new LogEntry(commitment(), link(previous));
    }

    private Hash commitment() {
        return switch (content) {
            case Content.Parts(var parts) ->
                    LogEntry.commit(parts.stream().map(Disclosure::commitment).toList());
            case Content.Gone(var commitment) -> commitment;
        };
    }

    private Hash link(byte[] previous) {
        return switch (tie) {
            case Tie.Opened(var salt, var others) -> {
                var all = new ArrayList<>(others);
                all.add(Link.of(salt, n, previous));
                yield Link.all(all);
            }
            case Tie.Closed(var link) -> link;
        };
    }

    public byte[] write() {
        var object = new TreeMap<String, Object>();
        object.put("n", n);
        object.put("index", index);
        object.put("preuve", written(path));
        switch (content) {
            case Content.Parts(var parts) ->
                    object.put("parties", parts.stream().map(StatementJson::written).toList());
            case Content.Gone(var commitment) -> object.put("engagement", commitment.base64());
        }
        switch (tie) {
            case Tie.Opened(var salt, var others) -> {
                object.put("sel", StatementJson.base64(salt));
                object.put("autres", written(others));
            }
            case Tie.Closed(var link) -> object.put("lien", link.base64());
        }
        return CanonicalJson.write(object);
    }

    /**
     * @throws IllegalArgumentException unless it is a line of a statement in its one form
     */
    static StatementLine read(byte[] json) {
        var object = CanonicalJson.read(json);
        var gone = object.containsKey("engagement");
        var closed = object.containsKey("lien");
        var members = new HashSet<>(Set.of("n", "index", "preuve"));
        members.add(gone ? "engagement" : "parties");
        members.addAll(closed ? Set.of("lien") : Set.of("sel", "autres"));
        if (!object.keySet().equals(members)) {
            throw new IllegalArgumentException("not a line of a statement");
        }
        return new StatementLine(
                number(object, "n"),
                number(object, "index"),
                gone
                        ? new Content.Gone(StatementJson.hash(object, "engagement"))
                        : new Content.Parts(
                                StatementJson.list(object, "parties").stream()
                                        .map(ReceiptReader::disclosure)
                                        .toList()),
                closed
                        ? new Tie.Closed(StatementJson.hash(object, "lien"))
                        : opened(text(object, "sel"), hashes(object, "autres")),
                hashes(object, "preuve"));
    }

    private static Tie opened(String salt, List<Hash> others) {
        if (!Link.sorted(others).equals(others)) {
            throw new IllegalArgumentException("links stand in ascending order");
        }
        return new Tie.Opened(Base64Strict.decode(salt), others);
    }
}
