package fr.socle.demarches.prefill;

import fr.socle.demarches.DemarcheId;
import fr.socle.demarches.builder.PublishedRevision;
import fr.socle.demarches.dossier.DossierId;
import fr.socle.house.Keyring;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Answers proposed for a form. A link carries them itself; a program sends them first and gets a
 * token, which the usager's address then carries. Nobody vouches for them: the form says of each
 * that it was proposed, and the usager changes what is wrong.
 *
 * <pre>{@code
 * var kept = prefills.keep(revision, body);        // POST: 201 with kept.path() and kept.token()
 * var what = prefills.find(revision, token);       // while nobody has begun with it
 * var begun = prefills.follow(demarche, tokens);   // which dossiers were begun with them
 * }</pre>
 */
@Service
public class Prefills {

    /** How long a program's answers wait for their usager. */
    public static final Duration LIFE = Duration.ofDays(14);

    /** The name under which an address carries a token. */
    public static final String TOKEN = "prefill_token";

    /** Bytes of JSON. */
    public static final int LONGEST = 200_000;

    private static final String CONTEXT = "demarches.preremplissage/";
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int TOKEN_BYTES = 32;

    private final PrefillStore store;
    private final Keyring keyring;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    Prefills(PrefillStore store, Keyring keyring, Clock clock) {
        this.store = store;
        this.keyring = keyring;
        this.clock = clock;
    }

    /**
     * What was kept.
     *
     * @param token 43 letters of base64url, told once
     * @param serial the number of the contract that the dossier will bear
     * @param path where the usager begins, from the root of the house
     */
    public record Kept(String token, int serial, String path, Prefilled what) {}

    /**
     * What became of a token.
     *
     * @param serial the number of the contract that the dossier bears, or will bear
     * @param path where the usager begins, from the root of the house
     * @param begun empty while nobody has begun with it
     */
    public record Followed(String token, int serial, String path, Optional<Begun> begun) {}

    /**
     * How far the dossier is, and nothing of its usager.
     *
     * @param state as the contract writes it: {@code en_construction}
     */
    public record Begun(String state, @Nullable Instant depositedAt, @Nullable Instant decidedAt) {}

    /** What of a link the form takes; each parameter as it came. */
    public Prefilled read(PublishedRevision asked, Map<String, List<String>> parameters) {
        return PrefillReader.read(asked.definition(), tree(parameters));
    }

    /**
     * Keeps what a program sends until a usager begins with it. What the form does not take is
     * dropped, as the contract wants.
     *
     * @param body an object; its members {@code champ_…} count
     * @return empty for a body that is no object or is longer than {@link #LONGEST}
     */
    public Optional<Kept> keep(PublishedRevision asked, JsonNode body) {
        var wanted = JSON.createObjectNode();
        for (var member : body.properties()) {
            if (member.getKey().startsWith(PrefillReader.PREFIX)) {
                wanted.set(member.getKey(), member.getValue());
            }
        }
        var content = JSON.writeValueAsBytes(wanted);
        if (!body.isObject() || content.length > LONGEST) {
            return Optional.empty();
        }
        var bytes = new byte[TOKEN_BYTES];
        random.nextBytes(bytes);
        var token = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        var hash = hash(token);
        int serial = store.insert(hash, asked.demarche(), seal(hash, content), clock.instant());
        var what = PrefillReader.read(asked.definition(), wanted);
        return Optional.of(new Kept(token, serial, path(asked.slug(), token), what));
    }

    /** What the token's answers are under this revision; empty once begun with, or too old. */
    public Optional<Prefilled> find(PublishedRevision asked, String token) {
        var hash = hash(token);
        return store.find(hash, asked.demarche(), clock.instant().minus(LIFE))
                .map(it -> keyring.open(context(hash), it))
                .map(it -> PrefillReader.read(asked.definition(), JSON.readTree(it)));
    }

    /**
     * A usager began with it: the answers are theirs now, and kept nowhere else.
     *
     * @return false when another dossier was begun with it, or it is too old
     */
    public boolean claim(PublishedRevision asked, String token, DossierId dossier) {
        var hash = hash(token);
        return store.claim(hash, asked.demarche(), dossier) || store.isClaimedBy(hash, dossier);
    }

    /** Those of these tokens that are this procedure's, and still kept. */
    public List<Followed> follow(DemarcheId demarche, List<String> tokens) {
        var limit = clock.instant().minus(LIFE);
        return tokens.stream()
                .distinct()
                .flatMap(it -> store.follow(it, hash(it), demarche, limit).stream())
                .toList();
    }

    static String path(String slug, String token) {
        return "/commencer/" + slug + "?" + TOKEN + "=" + token;
    }

    @Scheduled(fixedDelayString = "PT1H", initialDelayString = "PT13M")
    void purge() {
        store.deleteBefore(clock.instant().minus(LIFE));
    }

    /** {@code champ_x.voie} is the part {@code voie} of an object. */
    private static ObjectNode tree(Map<String, List<String>> parameters) {
        var tree = JSON.createObjectNode();
        parameters.forEach(
                (name, values) -> {
                    int dot = name.indexOf('.');
                    if (dot > 0 && values.size() == 1) {
                        tree.withObjectProperty(name.substring(0, dot))
                                .put(name.substring(dot + 1), values.getFirst());
                    } else if (values.size() == 1) {
                        tree.put(name, values.getFirst());
                    } else {
                        values.forEach(tree.putArray(name)::add);
                    }
                });
        return tree;
    }

    private byte[] seal(byte[] hash, byte[] content) {
        return keyring.seal(context(hash), content);
    }

    private static String context(byte[] hash) {
        return CONTEXT + Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
    }

    private static byte[] hash(String token) {
        try {
            return MessageDigest.getInstance("SHA-256")
                    .digest(token.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("every JDK has SHA-256", missing);
        }
    }
}
