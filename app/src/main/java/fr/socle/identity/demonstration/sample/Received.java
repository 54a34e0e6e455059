package fr.socle.identity.demonstration.sample;

import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a sample service received and keeps, sealed, until the visitor leaves.
 *
 * @param members as {@link SampleSignIn} names them
 */
public record Received(Map<String, Object> members) {

    static final String REQUEST = "request";
    static final String EXCHANGE = "exchange";
    static final String TOKENS = "tokens";
    static final String HEADER = "header";
    static final String CLAIMS = "claims";
    static final String USERINFO = "userinfo";
    static final String USERINFO_HEADERS = "userinfo-headers";
    static final String ID_TOKEN = "id-token";
    static final String LOGOUT_HEADER = "logout-header";
    static final String LOGOUT_CLAIMS = "logout-claims";

    private static final JsonMapper PRETTY =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private static final int SHOWN = 12;

    public Received {
        members = Map.copyOf(members);
    }

    /** This part as JSON that is easy to read; empty when there is none. */
    public String json(String part) {
        return members.containsKey(part) ? PRETTY.writeValueAsString(members.get(part)) : "";
    }

    /** The claims of userinfo, as text. */
    public Map<String, String> userinfo() {
        return texts(USERINFO);
    }

    /** One claim of the id_token, or empty. */
    public String claim(String name) {
        return texts(CLAIMS).getOrDefault(name, "");
    }

    String idToken() {
        return members.getOrDefault(ID_TOKEN, "").toString();
    }

    private Map<String, String> texts(String part) {
        var texts = new LinkedHashMap<String, String>();
        if (members.get(part) instanceof Map<?, ?> map) {
            map.forEach((name, value) -> texts.put(name.toString(), String.valueOf(value)));
        }
        return texts;
    }

    /** A secret as a page may show it: enough to tell it from another. */
    static String shortened(String secret) {
        return secret.length() <= SHOWN
                ? secret
                : secret.substring(0, SHOWN) + "… (" + secret.length() + ")";
    }
}
