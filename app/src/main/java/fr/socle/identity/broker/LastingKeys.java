package fr.socle.identity.broker;

import com.nimbusds.jose.jwk.JWKSet;
import fr.socle.identity.keys.SealedMap;
import fr.socle.identity.store.OwnKeyStore;
import java.text.ParseException;
import java.time.Clock;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;

/** Private keys that are made once, kept sealed, and never change. */
@Component
public class LastingKeys {

    private final OwnKeyStore store;
    private final SealedMap seals;
    private final Clock clock;

    LastingKeys(OwnKeyStore store, SealedMap seals, Clock clock) {
        this.store = store;
        this.seals = seals;
        this.clock = clock;
    }

    /**
     * Those of this owner. Of two nodes that make them at once, both get the ones that were kept.
     *
     * @param context what the seal ties them to, before the owner's name
     * @param made with the private halves
     */
    public JWKSet of(String context, String owner, Supplier<JWKSet> made) {
        var sealed =
                store.find(owner)
                        .orElseGet(
                                () -> {
                                    var fresh = made.get().toString(false);
                                    store.insert(
                                            owner,
                                            seals.sealText(context + owner, fresh),
                                            clock.instant());
                                    return store.find(owner).orElseThrow();
                                });
        try {
            return JWKSet.parse(seals.openText(context + owner, sealed));
        } catch (ParseException broken) {
            throw new IllegalStateException("sealed keys are none", broken);
        }
    }
}
