package fr.socle.demarches.definition;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import tools.jackson.databind.JsonNode;

/** Reads members of our own JSON, and names the one that is wrong. */
final class Json {

    /** More digits would let one number fill the memory: 1E+999999999 is eleven characters. */
    private static final int DIGITS = 40;

    private Json() {}

    static JsonNode member(JsonNode node, String name) {
        var member = node.get(name);
        if (member == null || member.isNull()) {
            throw new BadJson(name);
        }
        return member;
    }

    static boolean has(JsonNode node, String name) {
        var member = node.get(name);
        return member != null && !member.isNull();
    }

    static String text(JsonNode node, String name) {
        return stringOf(member(node, name), name);
    }

    private static String stringOf(JsonNode member, String name) {
        if (!member.isString()) {
            throw new BadJson(name);
        }
        return member.stringValue();
    }

    static boolean flag(JsonNode node, String name) {
        var member = member(node, name);
        if (!member.isBoolean()) {
            throw new BadJson(name);
        }
        return member.booleanValue();
    }

    static int whole(JsonNode node, String name) {
        return Math.toIntExact(wholeLong(node, name, Integer.MAX_VALUE));
    }

    static long wholeLong(JsonNode node, String name, long max) {
        var member = member(node, name);
        if (!member.isIntegralNumber() || !member.canConvertToLong()) {
            throw new BadJson(name);
        }
        long value = member.longValue();
        if (value < 0 || value > max) {
            throw new BadJson(name);
        }
        return value;
    }

    static JsonNode object(JsonNode node, String name) {
        var member = member(node, name);
        if (!member.isObject()) {
            throw new BadJson(name);
        }
        return member;
    }

    static JsonNode array(JsonNode node, String name) {
        var member = member(node, name);
        if (!member.isArray()) {
            throw new BadJson(name);
        }
        return member;
    }

    static List<String> texts(JsonNode node, String name) {
        var texts = new ArrayList<String>();
        array(node, name).forEach(it -> texts.add(stringOf(it, name)));
        return texts;
    }

    static ChampId champId(JsonNode node, String name) {
        return ChampId.of(text(node, name)).orElseThrow(() -> new BadJson(name));
    }

    static UUID uuid(JsonNode node, String name) {
        try {
            return UUID.fromString(text(node, name));
        } catch (IllegalArgumentException notAnId) {
            throw new BadJson(name);
        }
    }

    static BigDecimal number(JsonNode node, String name) {
        var text = text(node, name);
        if (text.length() > DIGITS || !text.matches("-?[0-9]+([.][0-9]+)?")) {
            throw new BadJson(name);
        }
        return new BigDecimal(text);
    }

    static LocalDate day(JsonNode node, String name) {
        try {
            return LocalDate.parse(text(node, name));
        } catch (DateTimeException notADay) {
            throw new BadJson(name);
        }
    }
}
