package fr.socle.identity.partner.check;

import fr.socle.identity.broker.Pkce;
import fr.socle.identity.federation.Client;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * One change that may put a request right.
 *
 * @param parameter the one that it changes
 * @param values in its place; without any, the parameter goes
 */
record Repair(String parameter, Map<String, String> values) {

    private static final String LONG_ENOUGH = "0123456789abcdef0123456789abcdef";

    private static final List<String> SOUND =
            List.of(
                    "client_id",
                    "redirect_uri",
                    "response_type",
                    "scope",
                    "state",
                    "nonce",
                    "acr_values",
                    "code_challenge");

    /**
     * All that may be tried: a sound value for what must be there, nothing for what may be left
     * out.
     */
    static List<Repair> all(Client client, String house, Map<String, String[]> parameters) {
        var repairs = new ArrayList<Repair>();
        parameters.forEach(
                (name, values) -> {
                    if (values.length > 1) {
                        repairs.add(new Repair(name, Map.of(name, values[0])));
                    }
                });
        repairs.addAll(sound(client, house));
        Stream.of("code_challenge", "acr_values")
                .forEach(it -> repairs.add(new Repair(it, Map.of())));
        parameters.keySet().stream()
                .filter(it -> !SOUND.contains(it) && !it.equals("code_challenge_method"))
                .forEach(it -> repairs.add(new Repair(it, Map.of())));
        return repairs;
    }

    /** What makes a request that is right, parameter by parameter. */
    static List<Repair> sound(Client client, String house) {
        var redirect = client.redirectUris().getFirst();
        var level = client.federation().offered().getFirst().code();
        return List.of(
                one("client_id", client.clientId()),
                one("redirect_uri", redirect.startsWith("/") ? house + redirect : redirect),
                one("response_type", "code"),
                one("scope", "openid"),
                one("state", LONG_ENOUGH),
                one("nonce", LONG_ENOUGH),
                one("acr_values", level),
                new Repair(
                        "code_challenge",
                        Map.of(
                                "code_challenge",
                                Pkce.challenge(LONG_ENOUGH + LONG_ENOUGH),
                                "code_challenge_method",
                                "S256")));
    }

    private static Repair one(String name, String value) {
        return new Repair(name, Map.of(name, value));
    }

    /** The request after this change. */
    Map<String, String[]> applied(Map<String, String[]> parameters) {
        var changed = new LinkedHashMap<>(parameters);
        changed.remove(parameter);
        if (parameter.equals("code_challenge")) {
            changed.remove("code_challenge_method");
        }
        values.forEach((name, value) -> changed.put(name, new String[] {value}));
        return changed;
    }
}
