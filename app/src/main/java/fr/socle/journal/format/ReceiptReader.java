package fr.socle.journal.format;

import fr.socle.journal.Hash;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads the head of a receipt: what stands before its checkpoint. */
final class ReceiptReader {

    private static final Set<String> EXTRA_MEMBERS =
            Set.of("version", "lien", "parties", "temoins");
    private static final int MAX_PATH = 63;

    private ReceiptReader() {}

    static Receipt read(String[] lines, SignedNote note) {
        var extra = CanonicalJson.read(Base64Strict.decode(after("extra ", lines[1])));
        if (!extra.keySet().equals(EXTRA_MEMBERS)
                || !Integer.valueOf(1).equals(extra.get("version"))) {
            throw new IllegalArgumentException("not a receipt of version 1");
        }
        return new Receipt(
                index(after("index ", lines[2])),
                hash(text(extra, "lien")),
                list(extra, "parties").stream().map(ReceiptReader::disclosure).toList(),
                list(extra, "temoins").stream().map(ReceiptReader::witness).toList(),
                path(Arrays.asList(lines).subList(3, lines.length)),
                note);
    }

    private static List<Hash> path(List<String> lines) {
        if (lines.size() > MAX_PATH) {
            throw new IllegalArgumentException("a path has at most " + MAX_PATH + " hashes");
        }
        var path = new ArrayList<Hash>();
        lines.forEach(line -> path.add(hash(line)));
        return path;
    }

    static Receipt.Disclosure disclosure(Object member) {
        if (!(member instanceof Map<?, ?> part)) {
            throw new IllegalArgumentException("a part is an object");
        }
        if (part.keySet().equals(Set.of("engagement"))
                && part.get("engagement") instanceof String commitment) {
            return new Receipt.Disclosure.Closed(hash(commitment));
        }
        if (part.keySet().equals(Set.of("sel", "contenu"))
                && part.get("sel") instanceof String salt
                && part.get("contenu") instanceof String content) {
            var bytes = content.getBytes(StandardCharsets.UTF_8);
            CanonicalJson.read(bytes);
            return new Receipt.Disclosure.Open(Base64Strict.decode(salt), bytes);
        }
        throw new IllegalArgumentException("a part is open or closed");
    }

    static VerifierKey witness(Object member) {
        if (member instanceof String key) {
            return VerifierKey.parse(key);
        }
        throw new IllegalArgumentException("a witness is named by its key");
    }

    private static long index(String digits) {
        try {
            return Long.parseLong(digits);
        } catch (NumberFormatException wrong) {
            throw new IllegalArgumentException("not an index: " + digits, wrong);
        }
    }

    private static String after(String word, String line) {
        if (!line.startsWith(word)) {
            throw new IllegalArgumentException("a line should start with " + word.strip());
        }
        return line.substring(word.length());
    }

    private static String text(Map<String, Object> object, String member) {
        if (object.get(member) instanceof String text) {
            return text;
        }
        throw new IllegalArgumentException(member + " is a text");
    }

    private static List<?> list(Map<String, Object> object, String member) {
        if (object.get(member) instanceof List<?> list) {
            return list;
        }
        throw new IllegalArgumentException(member + " is a list");
    }

    private static Hash hash(String base64) {
        return Hash.of(Base64Strict.decode(base64));
    }
}
