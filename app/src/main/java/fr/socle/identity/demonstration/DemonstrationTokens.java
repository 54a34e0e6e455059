package fr.socle.identity.demonstration;

import com.nimbusds.jwt.JWTClaimsSet;
import fr.socle.house.BrokenSeal;
import fr.socle.house.PublicAddress;
import fr.socle.identity.broker.Pkce;
import fr.socle.identity.broker.Provider;
import fr.socle.identity.broker.ProviderSecrets;
import fr.socle.identity.federation.Acr;
import fr.socle.identity.keys.SealedMap;
import fr.socle.identity.keys.Secrets;
import fr.socle.identity.keys.SigningKeys;
import fr.socle.identity.store.DemonstrationCodeStore;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Codes and tokens of the made-up providers: real ones, single use, signed by their own keys. */
@Component
public class DemonstrationTokens {

    private static final Duration LIFE = Duration.ofMinutes(1);
    private static final String TOKEN = "identity.demonstration-token.";
    private static final String SUB = "sub";
    private static final String UNTIL = "until";

    private final DemonstrationCodeStore codes;
    private final SealedMap seals;
    private final Moods moods;
    private final Issue issue;
    private final ProviderSecrets secrets;

    /** How something is issued: under which address, when, with what randomness. */
    @Component
    record Issue(PublicAddress address, Clock clock, Secrets secrets, SigningKeys keys) {}

    DemonstrationTokens(
            DemonstrationCodeStore codes,
            SealedMap seals,
            Moods moods,
            Issue issue,
            ProviderSecrets secrets) {
        this.codes = codes;
        this.seals = seals;
        this.moods = moods;
        this.issue = issue;
        this.secrets = secrets;
    }

    /** The owner of this provider's signing keys. */
    public static String owner(Provider provider) {
        return "demonstration/" + provider.uid();
    }

    /**
     * A code for this person, which answers this request.
     *
     * @param acr the level that was asked for; one that is not its own becomes its highest
     */
    public String code(Provider provider, String sub, String nonce, String challenge, String acr) {
        var code = issue.secrets().fresh();
        codes.insert(
                Secrets.hash(code),
                String.join("\n", provider.uid(), sub, nonce, challenge, acr),
                issue.clock().instant().plus(LIFE));
        return code;
    }

    /** What the code gives, once, to who knows the secret and the verifier. */
    public Optional<Map<String, Object>> redeem(
            Provider provider, String clientId, String secret, String code, String verifier) {
        var known =
                clientId.equals(provider.clientId())
                        && Secrets.same(
                                Secrets.hash(secret), Secrets.hash(secrets.of(provider.uid())));
        return known
                ? codes.use(Secrets.hash(code), issue.clock().instant())
                        .map(it -> it.split("\n", 5))
                        .filter(it -> it[0].equals(provider.uid()) && Pkce.fits(it[3], verifier))
                        .map(it -> members(provider, it[1], it[2], it[4]))
                : Optional.empty();
    }

    private Map<String, Object> members(Provider provider, String sub, String nonce, String acr) {
        var now = issue.clock().instant();
        var mood = moods.of(provider.uid());
        var idToken =
                issue.keys()
                        .sign(
                                owner(provider),
                                new JWTClaimsSet.Builder()
                                        .issuer(provider.issuerAt(issue.address().value()))
                                        .audience(provider.clientId())
                                        .subject(sub)
                                        .issueTime(Date.from(now))
                                        .expirationTime(Date.from(now.plus(LIFE)))
                                        .claim("nonce", mood == Mood.MENSONGE ? "une-autre" : nonce)
                                        .claim(
                                                "acr",
                                                mood == Mood.NIVEAU_BAS
                                                        ? "eidas0"
                                                        : level(provider, acr))
                                        .claim("amr", List.of("pwd"))
                                        .build());
        var members = new LinkedHashMap<String, Object>();
        members.put("access_token", token(provider, sub));
        members.put("token_type", "Bearer");
        members.put("expires_in", LIFE.toSeconds());
        members.put("id_token", idToken);
        return members;
    }

    private static String level(Provider provider, String asked) {
        return Acr.of(asked).filter(provider.allowed()::contains).orElse(provider.level()).code();
    }

    private String token(Provider provider, String sub) {
        var until = issue.clock().instant().plus(LIFE).getEpochSecond();
        var sealed = seals.seal(TOKEN + provider.uid(), Map.of(SUB, sub, UNTIL, until));
        return Base64.getUrlEncoder().withoutPadding().encodeToString(sealed);
    }

    /** Whom this token is about. */
    public Optional<String> subject(Provider provider, String token) {
        try {
            var bytes = Base64.getUrlDecoder().decode(token.getBytes(StandardCharsets.US_ASCII));
            var members = seals.open(TOKEN + provider.uid(), bytes);
            var now = issue.clock().instant().getEpochSecond();
            return members.get(UNTIL) instanceof Number until && until.longValue() > now
                    ? Optional.of(String.valueOf(members.get(SUB)))
                    : Optional.empty();
        } catch (IllegalArgumentException | BrokenSeal notOurs) {
            return Optional.empty();
        }
    }
}
