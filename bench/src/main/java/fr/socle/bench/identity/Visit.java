package fr.socle.bench.identity;

import fr.socle.identity.broker.Pkce;
import java.net.URI;
import java.util.Random;

/** One person on the way to one service: what the browser and the service remember meanwhile. */
final class Visit {

    private static final int SECRET_CHARS = 43;
    private static final String ALPHABET =
            "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";

    private final Service service;
    private final int person;
    private final String state;
    private final String nonce;
    private final String verifier;
    private final Jar jar;
    private Wire.Answer last = new Wire.Answer(0, "", java.util.List.of(), "");

    /**
     * @param person the number of an account at the demonstration provider
     * @param jar what this person's browser kept
     */
    Visit(Service service, int person, Jar jar, Random random) {
        this.service = service;
        this.person = person;
        this.jar = jar;
        this.state = drawn(random);
        this.nonce = drawn(random);
        this.verifier = drawn(random);
    }

    Service service() {
        return service;
    }

    int person() {
        return person;
    }

    String state() {
        return state;
    }

    String nonce() {
        return nonce;
    }

    String verifier() {
        return verifier;
    }

    String challenge() {
        return Pkce.challenge(verifier);
    }

    Jar jar() {
        return jar;
    }

    /** What came last: the page to read, or where to go. */
    Wire.Answer last() {
        return last;
    }

    void came(Wire.Answer answer) {
        last = answer;
        jar.keep(answer.cookies());
    }

    /** The code with which the broker sent the browser back to the service. */
    String code() {
        return parameter(URI.create(last.location()), "code");
    }

    static String parameter(URI address, String name) {
        for (var pair : address.getRawQuery().split("&")) {
            if (pair.startsWith(name + "=")) {
                return java.net.URLDecoder.decode(
                        pair.substring(name.length() + 1), java.nio.charset.StandardCharsets.UTF_8);
            }
        }
        throw new IllegalStateException("no " + name + " in " + address);
    }

    private static String drawn(Random random) {
        var text = new StringBuilder(SECRET_CHARS);
        for (var i = 0; i < SECRET_CHARS; i++) {
            text.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
        }
        return text.toString();
    }
}
