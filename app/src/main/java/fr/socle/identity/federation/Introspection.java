package fr.socle.identity.federation;

import com.nimbusds.jwt.JWTClaimsSet;
import fr.socle.house.PublicAddress;
import fr.socle.identity.federation.ClientJwts.NoKey;
import fr.socle.identity.federation.IdentityAct.Verification;
import fr.socle.identity.keys.Secrets;
import fr.socle.identity.person.Subjects;
import fr.socle.identity.store.TokenStore;
import fr.socle.identity.store.TokenStore.Live;
import fr.socle.journal.Journal;
import java.time.Clock;
import java.util.Base64;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.springframework.stereotype.Component;

/**
 * What a token is worth (RFC 7662, RFC 9701): to the service that got it, and to data providers,
 * who know the person by a subject of their own and see only what they and the service share.
 */
@Component
public class Introspection {

    /** The media type of an answer that is signed, without its {@code application/}. */
    public static final String TYPE = "token-introspection+jwt";

    private static final Map<String, Object> INACTIVE = Map.of("active", false);

    private static final List<String> CIVIL_STATUS =
            List.of(
                    "given_name",
                    "given_name_array",
                    "family_name",
                    "birthdate",
                    "gender",
                    "birthplace",
                    "birthcountry");

    /** What is read. */
    @Component
    record Known(TokenStore tokens, OwnTokens own, Clients clients, Subjects subjects) {}

    private final Known known;
    private final ClientJwts jwts;
    private final Journal journal;
    private final PublicAddress address;
    private final Clock clock;

    Introspection(
            Known known, ClientJwts jwts, Journal journal, PublicAddress address, Clock clock) {
        this.known = known;
        this.jwts = jwts;
        this.journal = journal;
        this.address = address;
        this.clock = clock;
    }

    /** The members of RFC 7662; {@code active: false} tells nothing else, not even why. */
    public Map<String, Object> of(Client asker, String token) {
        var live = live(asker, token);
        return live.isPresent()
                ? of(asker, token, live)
                : known.own()
                        .told(asker, token, address.of(asker.federation().base()))
                        .orElse(INACTIVE);
    }

    private Optional<Live> live(Client asker, String token) {
        return known.tokens().ofAccess(Secrets.hash(token), asker.federation(), clock.instant());
    }

    private Map<String, Object> of(Client asker, String token, Optional<Live> live) {
        if (live.isEmpty()) {
            return INACTIVE;
        }
        var owns = live.get().held().request().clientId().equals(asker.clientId());
        return owns || asker.rules().introspects()
                ? members(asker, live.get(), token, owns)
                : INACTIVE;
    }

    private Map<String, Object> members(Client asker, Live live, String token, boolean owns) {
        var held = live.held();
        var scopes = new TreeSet<>(held.request().scopes());
        if (!owns) {
            scopes.retainAll(asker.scopes());
        }
        var life = life(held);
        var members = new LinkedHashMap<String, Object>();
        members.put("active", true);
        members.put("iss", address.of(asker.federation().base()));
        members.put("aud", held.request().clientId());
        members.put("client_id", held.request().clientId());
        members.put("token_type", "Bearer");
        members.put("sub", owns ? held.subject() : subject(asker, held));
        members.put("iat", live.until().getEpochSecond() - life);
        members.put("exp", live.until().getEpochSecond());
        members.put("acr", held.acr().code());
        members.put(
                "jti", Base64.getUrlEncoder().withoutPadding().encodeToString(Secrets.hash(token)));
        members.put("scope", String.join(" ", scopes));
        return members;
    }

    private long life(Held held) {
        return known.clients()
                .find(held.request().clientId())
                .map(it -> it.profile().tokenLife().toSeconds())
                .orElse(0L);
    }

    private String subject(Client asker, Held held) {
        var person = held.person();
        return person == null
                ? known.subjects()
                        .ofAgent(
                                asker,
                                held.provider(),
                                String.valueOf(held.claims().get("idp_sub")))
                : known.subjects().of(asker, person, held.claims()).sub();
    }

    /**
     * The same inside a signed answer, encrypted where the asker wants that.
     *
     * @param members of {@link #of}
     */
    public String signed(Client asker, Map<String, Object> members) throws Unreadable {
        var claims =
                new JWTClaimsSet.Builder()
                        .issuer(address.of(asker.federation().base()))
                        .audience(asker.clientId())
                        .issueTime(Date.from(clock.instant()))
                        .claim("token_introspection", members)
                        .build();
        var keys = asker.keys();
        try {
            return jwts.of(asker, keys.idTokenAlg(), TYPE, keys.userinfoEncryption(), claims);
        } catch (NoKey missing) {
            throw new Unreadable(missing);
        }
    }

    /** FranceConnect's {@code checktoken}: with the civil status, and so with a journal entry. */
    public String checktoken(Client asker, String token) throws Unreadable {
        var live = live(asker, token);
        var members = new LinkedHashMap<>(of(asker, token, live));
        if (Boolean.TRUE.equals(members.get("active")) && live.isPresent()) {
            members.keySet().removeAll(List.of("client_id", "iss", "token_type"));
            civilStatus(asker, live.get().held(), members);
        }
        return signed(asker, members);
    }

    private void civilStatus(Client asker, Held held, Map<String, Object> members) {
        var person = held.person();
        if (person == null || !asker.rules().introspects()) {
            return;
        }
        var service = known.clients().find(held.request().clientId()).orElseThrow();
        journal.appendAlone(new Verification(person, asker, service));
        for (var name : CIVIL_STATUS) {
            if (held.claims().containsKey(name)) {
                members.put(name, held.claims().get(name));
            }
        }
    }

    /** A key of the asker is missing. */
    public static final class Unreadable extends Exception {
        private static final long serialVersionUID = 1;

        Unreadable(Exception cause) {
            super(cause.getMessage(), cause);
        }
    }
}
