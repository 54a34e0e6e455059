package fr.socle.identity.person;

import fr.socle.identity.broker.Provider;
import fr.socle.identity.keys.Secrets;
import fr.socle.kernel.PersonRef;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.springframework.stereotype.Component;

/**
 * Pairwise subjects: an HMAC under the secret of the sector. Two services of different sectors
 * cannot tell that they serve the same person, and nobody without the secret can compute one.
 */
@Component
public class Subjects {

    private static final String SECRET = "sector.";
    private static final int REF_BYTES = 16;

    private final Secrets secrets;

    Subjects(Secrets secrets) {
        this.secrets = secrets;
    }

    public String of(String sector, PersonRef person) {
        var bytes =
                ByteBuffer.allocate(REF_BYTES)
                        .putLong(person.value().getMostSignificantBits())
                        .putLong(person.value().getLeastSignificantBits())
                        .array();
        return HexFormat.of().formatHex(secrets.hmac(SECRET + sector, bytes));
    }

    /** An agent's: of the account at his provider, because no civil status stands behind it. */
    public String ofAgent(String sector, Provider provider, String sub) {
        var account = ("agent\0" + provider.uid() + "\0" + sub).getBytes(StandardCharsets.UTF_8);
        return HexFormat.of().formatHex(secrets.hmac(SECRET + sector, account));
    }
}
