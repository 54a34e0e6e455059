package fr.socle.identity.operator;

import fr.socle.kernel.Parsed;
import java.net.URI;
import java.net.URISyntaxException;

/** Reads addresses that operators type. */
final class Addresses {

    private static final int LONGEST = 500;

    private Addresses() {}

    /** HTTPS, or this very machine for who develops; no fragment (RFC 6749, 3.1.2), no secret. */
    static Parsed<String> parse(String text) {
        if (text.length() > LONGEST) {
            return Parsed.invalid("ui.form.too-long", LONGEST, text.length());
        }
        try {
            var uri = new URI(text);
            var host = uri.getHost();
            if (host == null || uri.getRawUserInfo() != null) {
                return Parsed.invalid("identity.operator.address", text);
            }
            var here = host.equals("localhost") || host.equals("127.0.0.1");
            var safe = "https".equals(uri.getScheme()) || here && "http".equals(uri.getScheme());
            return safe && uri.getRawFragment() == null
                    ? Parsed.valid(text)
                    : Parsed.invalid("identity.operator.address-https", text);
        } catch (URISyntaxException nonsense) {
            return Parsed.invalid("identity.operator.address", text);
        }
    }

    /**
     * As {@link #parse}, without query and final slash: OpenID Connect Discovery 1.0, section 3.
     */
    static Parsed<String> issuer(String text) {
        return switch (parse(text)) {
            case Parsed.Invalid<String> wrong -> wrong;
            case Parsed.Valid<String>(var it) ->
                    it.contains("?") || it.endsWith("/")
                            ? Parsed.invalid("identity.operator.issuer", it)
                            : Parsed.valid(it);
        };
    }
}
