package fr.socle.identity.federation;

import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Claims asked for one by one (OpenID Connect Core, 5.5).
 *
 * @param root a JSON object
 */
record ClaimsParameter(JsonNode root) {

    /** Empty when this is no JSON object, or its parts are none. */
    static Optional<ClaimsParameter> parse(String text) {
        try {
            var root = JsonMapper.shared().readTree(text.isEmpty() ? "{}" : text);
            var whole =
                    root.isObject()
                            && partIsObject(root, "id_token")
                            && partIsObject(root, "userinfo");
            return whole ? Optional.of(new ClaimsParameter(root)) : Optional.empty();
        } catch (JacksonException unreadable) {
            return Optional.empty();
        }
    }

    private static boolean partIsObject(JsonNode root, String name) {
        var part = root.path(name);
        return part.isMissingNode() || part.isNull() || part.isObject();
    }

    Set<String> userinfo() {
        return Set.copyOf(root.path("userinfo").propertyNames());
    }

    Set<String> idToken() {
        return Set.copyOf(root.path("id_token").propertyNames());
    }

    boolean essential(String claim) {
        return root.path("id_token").path(claim).path("essential").asBoolean(false);
    }

    /** The one value that is wanted, or null. */
    @Nullable String value(String claim) {
        var value = root.path("id_token").path(claim).path("value");
        return value.isString() ? value.asString() : null;
    }

    /** The values of {@code value} or {@code values}, in the order of preference. */
    Set<String> values(String claim) {
        var values = new LinkedHashSet<String>();
        var asked = root.path("id_token").path(claim);
        if (asked.path("value").isString()) {
            values.add(asked.path("value").asString());
        }
        for (var it : asked.path("values")) {
            if (it.isString()) {
                values.add(it.asString());
            }
        }
        return values;
    }
}
