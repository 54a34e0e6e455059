package fr.socle.identity.person;

import fr.socle.identity.federation.Client;
import fr.socle.identity.federation.SubjectKind;
import fr.socle.identity.keys.Secrets;
import fr.socle.identity.store.PersonStore;
import fr.socle.identity.store.PersonStore.KnownSubject;
import fr.socle.kernel.PersonRef;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * What a service knows a person by. The subject that its sector was given once wins over any
 * formula, so that neither a change of civil status nor one of formula is noticed. A fresh one is
 * an HMAC under the secret of the sector: two services of different sectors cannot tell that they
 * serve the same person, and nobody without the secret can compute one.
 */
@Component
public class Subjects {

    private static final String SECRET = "sector.";
    private static final String PUBLIC = "public-subjects";
    private static final int REF_BYTES = 16;

    /**
     * @param previous the one that this sector knew before two persons were found to be one
     */
    public record Subject(String sub, Optional<String> previous) {}

    private final Secrets secrets;
    private final PersonStore store;
    private final LegacySubjects franceConnect;

    Subjects(Secrets secrets, PersonStore store, LegacySubjects franceConnect) {
        this.secrets = secrets;
        this.store = store;
        this.franceConnect = franceConnect;
    }

    /**
     * @param claims the civil status, as services get it
     */
    public Subject of(Client client, PersonRef person, Map<String, Object> claims) {
        return of(client, person, claims, store.subjectsOf(client.sector(), person));
    }

    /**
     * @param known those that the client's sector knows, the one in force first
     */
    public Subject of(
            Client client, PersonRef person, Map<String, Object> claims, List<KnownSubject> known) {
        var sub =
                known.stream()
                        .filter(KnownSubject::inForce)
                        .map(KnownSubject::sub)
                        .findFirst()
                        .orElseGet(() -> fresh(client, person, claims));
        var previous =
                known.stream().filter(it -> !it.inForce()).map(KnownSubject::sub).findFirst();
        return new Subject(sub, previous);
    }

    private String fresh(Client client, PersonRef person, Map<String, Object> claims) {
        return client.rules().subjects() == SubjectKind.FRANCECONNECT
                ? franceConnect.of(client.sector(), claims)
                : pairwise(client.sector(), person);
    }

    private String pairwise(String sector, PersonRef person) {
        var bytes =
                ByteBuffer.allocate(REF_BYTES)
                        .putLong(person.value().getMostSignificantBits())
                        .putLong(person.value().getLeastSignificantBits())
                        .array();
        return HexFormat.of().formatHex(secrets.hmac(SECRET + sector, bytes));
    }

    /** An agent's: of the account at his provider, because no civil status stands behind it. */
    public String ofAgent(Client client, String provider, String sub) {
        var name =
                client.rules().subjects() == SubjectKind.PUBLIC ? PUBLIC : SECRET + client.sector();
        var account = ("agent\0" + provider + "\0" + sub).getBytes(StandardCharsets.UTF_8);
        return HexFormat.of().formatHex(secrets.hmac(name, account));
    }
}
