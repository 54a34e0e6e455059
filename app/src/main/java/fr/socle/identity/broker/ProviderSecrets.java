package fr.socle.identity.broker;

import fr.socle.identity.keys.SealedMap;
import fr.socle.identity.store.ProviderStore;
import java.time.Clock;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The secrets by which we are known at providers, sealed in their rows. */
@Component
public class ProviderSecrets {

    private static final String CONTEXT = "identity.provider-secret.";

    private final ProviderStore store;
    private final SealedMap seals;
    private final Lately<String> lately;

    ProviderSecrets(ProviderStore store, SealedMap seals, Clock clock) {
        this.store = store;
        this.seals = seals;
        this.lately = new Lately<>(this::opened, clock);
    }

    /** The secret at a provider that exists, as it was at most a second ago. */
    public String of(String uid) {
        return lately.of(uid).orElseThrow();
    }

    private Optional<String> opened(String uid) {
        return Optional.of(seals.openText(CONTEXT + uid, store.sealedSecret(uid)));
    }

    /** A provider's secret, sealed for its row. */
    public byte[] sealed(String uid, String secret) {
        return seals.sealText(CONTEXT + uid, secret);
    }
}
