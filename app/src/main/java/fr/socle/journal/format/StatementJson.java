package fr.socle.journal.format;

import fr.socle.journal.Hash;
import fr.socle.journal.format.Receipt.Disclosure;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** The members of a statement's objects. */
final class StatementJson {

    private StatementJson() {}

    static List<String> written(List<Hash> hashes) {
        return hashes.stream().map(Hash::base64).toList();
    }

    static Map<String, Object> written(Disclosure part) {
        return Receipt.disclosed(part);
    }

    static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }

    static String text(Map<String, ?> object, String member) {
        if (object.get(member) instanceof String text) {
            return text;
        }
        throw new IllegalArgumentException(member + " is a text");
    }

    static long number(Map<String, ?> object, String member) {
        if (object.get(member) instanceof Number number) {
            return number.longValue();
        }
        throw new IllegalArgumentException(member + " is a number");
    }

    static List<?> list(Map<String, ?> object, String member) {
        if (object.get(member) instanceof List<?> list) {
            return list;
        }
        throw new IllegalArgumentException(member + " is a list");
    }

    static Hash hash(Map<String, ?> object, String member) {
        return Hash.of(Base64Strict.decode(text(object, member)));
    }

    static List<Hash> hashes(Map<String, ?> object, String member) {
        return list(object, member).stream().map(StatementJson::hash).toList();
    }

    /** A member that is an object with exactly these members. */
    static Map<String, Object> object(Map<String, ?> object, String member, String... members) {
        if (object.get(member) instanceof Map<?, ?> map && map.keySet().equals(Set.of(members))) {
            var copy = new TreeMap<String, Object>();
            map.forEach((name, value) -> copy.put((String) name, value));
            return copy;
        }
        throw new IllegalArgumentException(member + " is an object of its own");
    }

    private static Hash hash(Object member) {
        if (member instanceof String base64) {
            return Hash.of(Base64Strict.decode(base64));
        }
        throw new IllegalArgumentException("a hash is a text");
    }
}
