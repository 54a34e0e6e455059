package fr.socle.journal.log;

import fr.socle.house.Keyring;
import fr.socle.journal.Hash;
import fr.socle.journal.store.LogHead;
import fr.socle.kernel.PersonRef;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.stereotype.Component;

/** The names under which a log counts persons: {@code HMAC-SHA-256(map key, person)}. */
@Component
public class Pseudonyms {

    private static final String CONTEXT = "journal.map-key";

    private final Keyring keyring;

    Pseudonyms(Keyring keyring) {
        this.keyring = keyring;
    }

    /** A new map key, sealed. */
    byte[] freshKey() {
        return keyring.seal(CONTEXT, keyring.freshKey());
    }

    /** Those of one log, for one thread. */
    public Names of(LogHead.Links links) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(keyring.open(CONTEXT, links.sealedKey()), "HmacSHA256"));
            return new Names(mac);
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException("every JDK has HMAC-SHA-256", missing);
        }
    }

    /** Makes names, one after the other. */
    public static final class Names {

        private final Mac mac;

        private Names(Mac mac) {
            this.mac = mac;
        }

        public Hash of(PersonRef person) {
            var bytes = ByteBuffer.allocate(16);
            bytes.putLong(person.value().getMostSignificantBits());
            bytes.putLong(person.value().getLeastSignificantBits());
            return Hash.of(mac.doFinal(bytes.array()));
        }
    }
}
