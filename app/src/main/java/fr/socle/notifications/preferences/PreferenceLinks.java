package fr.socle.notifications.preferences;

import fr.socle.house.BrokenSeal;
import fr.socle.house.HouseSettings;
import fr.socle.house.Keyring;
import fr.socle.notifications.Category;
import java.nio.ByteBuffer;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * The address where a person chooses what he receives. Its token is his id, sealed under the master
 * key: nobody can make one or read the id from it, and nothing is stored. It opens the choice of
 * messages and nothing else, so it does not expire: an old e-mail must still let its reader refuse
 * the next one.
 */
@Component
public class PreferenceLinks {

    private static final String CONTEXT = "notifications.preferences";

    private final Keyring keyring;
    private final String address;

    public PreferenceLinks(Keyring keyring, HouseSettings house) {
        this.keyring = keyring;
        this.address = house.publicAddress();
    }

    public String token(UUID recipient) {
        var bytes = ByteBuffer.allocate(2 * Long.BYTES);
        bytes.putLong(recipient.getMostSignificantBits());
        bytes.putLong(recipient.getLeastSignificantBits());
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(keyring.seal(CONTEXT, bytes.array()));
    }

    /** Whose token this is; empty when it is not one of ours. */
    public Optional<UUID> recipient(String token) {
        try {
            var bytes =
                    ByteBuffer.wrap(keyring.open(CONTEXT, Base64.getUrlDecoder().decode(token)));
            return Optional.of(new UUID(bytes.getLong(), bytes.getLong()));
        } catch (IllegalArgumentException | BrokenSeal foreign) {
            return Optional.empty();
        }
    }

    public String page(String token) {
        return address + "/preferences/" + token;
    }

    /** The one-click address of RFC 8058. */
    public String unsubscribe(String token, Category category) {
        return page(token) + "/desinscription/" + category.code();
    }
}
