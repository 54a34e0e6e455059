package fr.socle.demarches.depot;

import fr.socle.demarches.dossier.DossierId;
import fr.socle.house.Keyring;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * Keeps a form that was sent after its session had ended, until its sender signs in again. It is
 * sealed, lies under the hash of a secret that only the sender's browser gets, and is shown to the
 * dossier's own usager only.
 */
@Component
public class Reprises {

    /** How long a sender has to come back. */
    public static final Duration LIFE = Duration.ofHours(12);

    private static final int MOST_PER_DOSSIER = 5;
    private static final int LONGEST = 500_000;
    private static final String CONTEXT = "demarches.reprise/";
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final RepriseStore store;
    private final Keyring keyring;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    Reprises(RepriseStore store, Keyring keyring, Clock clock) {
        this.store = store;
        this.keyring = keyring;
        this.clock = clock;
    }

    /**
     * Keeps what was typed, files aside.
     *
     * @return the secret for the sender's browser; empty when the dossier is not one in which
     *     anybody writes now
     */
    public Optional<String> keep(DossierId dossier, MultiValueMap<String, String> typed) {
        var content = JSON.writeValueAsBytes(typed);
        if (content.length > LONGEST) {
            return Optional.empty();
        }
        var bytes = new byte[32];
        random.nextBytes(bytes);
        var secret = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        var sealed = keyring.seal(CONTEXT + dossier, content);
        return store.insert(hash(secret), dossier, sealed, MOST_PER_DOSSIER, clock.instant())
                ? Optional.of(secret)
                : Optional.empty();
    }

    /** What was kept under this secret for this dossier. */
    public Optional<MultiValueMap<String, String>> find(String secret, DossierId dossier) {
        return store.find(hash(secret), dossier)
                .map(it -> keyring.open(CONTEXT + dossier, it))
                .map(Reprises::read);
    }

    public void forget(String secret) {
        store.delete(hash(secret));
    }

    int purge() {
        return store.deleteBefore(clock.instant().minus(LIFE));
    }

    private static MultiValueMap<String, String> read(byte[] content) {
        return new LinkedMultiValueMap<>(
                JSON.readValue(content, new TypeReference<Map<String, List<String>>>() {}));
    }

    private static byte[] hash(String secret) {
        try {
            return MessageDigest.getInstance("SHA-256")
                    .digest(secret.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("every JDK has SHA-256", missing);
        }
    }
}
