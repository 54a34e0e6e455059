package fr.socle.exchange.access;

import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import fr.socle.kernel.Parsed;
import java.text.ParseException;

/**
 * The public keys of a program, as a JWK set (RFC 7517): RSA from 2048 bits, or elliptic curves.
 */
public final class PublicKeys {

    private static final int LONGEST = 20_000;
    private static final int MOST = 10;
    private static final int RSA_BITS = 2048;

    private PublicKeys() {}

    /** The same set, rewritten without anything that it should not hold. */
    public static Parsed<String> parse(String text) {
        if (text.length() > LONGEST) {
            return Parsed.invalid("exchange.token.keys.length");
        }
        try {
            var keys = JWKSet.parse(text).getKeys();
            if (keys.isEmpty() || keys.size() > MOST) {
                return Parsed.invalid("exchange.token.keys.number");
            }
            if (keys.stream().anyMatch(JWK::isPrivate)) {
                return Parsed.invalid("exchange.token.keys.private");
            }
            return keys.stream().allMatch(PublicKeys::isStrong)
                    ? Parsed.valid(new JWKSet(keys).toString(true))
                    : Parsed.invalid("exchange.token.keys.weak");
        } catch (ParseException | IllegalArgumentException unreadable) {
            return Parsed.invalid("exchange.token.keys.unreadable");
        }
    }

    private static boolean isStrong(JWK key) {
        return switch (key) {
            case RSAKey rsa -> rsa.size() >= RSA_BITS;
            case ECKey _ -> true;
            default -> false;
        };
    }
}
