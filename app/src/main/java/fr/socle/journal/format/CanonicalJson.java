package fr.socle.journal.format;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Canonical JSON (RFC 8785) for the values that journal parts hold: texts, whole numbers up to
 * 2^53, booleans, lists and maps. Fractions have no place in a proof: an amount is written as a
 * text.
 */
public final class CanonicalJson {

    private static final long MAX_SAFE_INTEGER = 1L << 53;
    private static final String HEX = "0123456789abcdef";

    private final StringBuilder out = new StringBuilder(256);

    private CanonicalJson() {}

    /**
     * @throws IllegalArgumentException for a value that has no canonical form here
     */
    public static byte[] write(Map<String, ?> object) {
        var writer = new CanonicalJson();
        writer.object(object);
        return utf8(writer.out);
    }

    /**
     * @throws IllegalArgumentException unless the bytes are an object in canonical form
     */
    public static Map<String, Object> read(byte[] canonical) {
        var object = JsonReader.object(canonical);
        if (!java.util.Arrays.equals(write(object), canonical)) {
            throw new IllegalArgumentException("this JSON is not in canonical form");
        }
        return object;
    }

    /** Members are sorted by UTF-16 code units, which is how Java compares strings. */
    private void object(Map<?, ?> object) {
        out.append('{');
        var first = true;
        for (var member : sorted(object).entrySet()) {
            if (!first) {
                out.append(',');
            }
            first = false;
            text(member.getKey());
            out.append(':');
            value(member.getValue());
        }
        out.append('}');
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> sorted(Map<?, ?> object) {
        return object instanceof TreeMap<?, ?> sorted && sorted.comparator() == null
                ? (Map<String, Object>) object
                : new TreeMap<>((Map<String, Object>) object);
    }

    private void value(@Nullable Object value) {
        switch (value) {
            case null -> throw new IllegalArgumentException("nothing has no canonical form here");
            case String text -> text(text);
            case Boolean fact -> out.append(fact.booleanValue());
            case Integer number -> out.append(number.intValue());
            case Long number -> number(number);
            case List<?> list -> list(list);
            case Map<?, ?> map -> object(map);
            default ->
                    throw new IllegalArgumentException(
                            "no canonical form for " + value.getClass().getName());
        }
    }

    private void number(long number) {
        if (Math.abs(number) > MAX_SAFE_INTEGER) {
            throw new IllegalArgumentException("beyond 2^53, write it as a text: " + number);
        }
        out.append(number);
    }

    private void list(List<?> list) {
        out.append('[');
        for (int i = 0; i < list.size(); i++) {
            if (i > 0) {
                out.append(',');
            }
            value(list.get(i));
        }
        out.append(']');
    }

    private void text(String text) {
        out.append('"');
        for (int i = 0; i < text.length(); i++) {
            character(text.charAt(i));
        }
        out.append('"');
    }

    private void character(char c) {
        switch (c) {
            case '"' -> out.append("\\\"");
            case '\\' -> out.append("\\\\");
            case '\b' -> out.append("\\b");
            case '\t' -> out.append("\\t");
            case '\n' -> out.append("\\n");
            case '\f' -> out.append("\\f");
            case '\r' -> out.append("\\r");
            default -> {
                if (c < 0x20) {
                    out.append("\\u00").append(HEX.charAt(c >> 4)).append(HEX.charAt(c & 15));
                } else {
                    out.append(c);
                }
            }
        }
    }

    /**
     * A lone surrogate has no UTF-8 form; replacing it silently would let two texts share a
     * commitment.
     */
    private static byte[] utf8(StringBuilder text) {
        try {
            ByteBuffer bytes =
                    StandardCharsets.UTF_8
                            .newEncoder()
                            .onMalformedInput(CodingErrorAction.REPORT)
                            .encode(CharBuffer.wrap(text));
            var exact = new byte[bytes.remaining()];
            bytes.get(exact);
            return exact;
        } catch (CharacterCodingException lone) {
            throw new IllegalArgumentException("a text holds half a character", lone);
        }
    }
}
