package fr.socle.exchange.gateway;

import fr.socle.exchange.Document;
import fr.socle.exchange.Question;
import fr.socle.exchange.dataset.DataSet;
import fr.socle.exchange.dataset.Minimiser;
import fr.socle.exchange.provider.Provider;
import fr.socle.exchange.provider.ProviderAnswer.Found;
import fr.socle.exchange.provider.ProviderQuery;
import fr.socle.exchange.store.KeptAnswerStore;
import fr.socle.exchange.store.KeptAnswerStore.Row;
import fr.socle.house.BrokenSeal;
import fr.socle.house.Keyring;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * What providers answered lately, for all nodes: only where the terms of the data set say for how
 * long, sealed, and under a keyed hash of what the provider was asked. It holds every field of the
 * contract, because two habilitations may have different ones; each use is minimised anew and
 * leaves the entries that any exchange leaves. A cache that fails is as good as empty.
 */
@Component
class KeptAnswers {

    private static final Logger LOG = LoggerFactory.getLogger(KeptAnswers.class);
    private static final String SEAL = "exchange.kept-answer-key";
    private static final String HMAC = "HmacSHA256";
    private static final int LARGEST = 1_000_000;

    private final KeptAnswerStore store;
    private final Keyring keyring;
    private final Clock clock;
    private volatile @Nullable SecretKey secret;

    KeptAnswers(KeptAnswerStore store, Keyring keyring, Clock clock) {
        this.store = store;
        this.keyring = keyring;
        this.clock = clock;
    }

    /**
     * @param keptFor how long it goes on being given
     */
    record Kept(Found found, Duration keptFor) {}

    /** What to ask the provider for, when the decision was for these fields. */
    static Set<String> wanted(DataSet set, Set<String> granted) {
        return set.terms().freshness() == null
                ? granted
                : set.fields().stream().map(DataSet.Field::code).collect(Collectors.toSet());
    }

    Optional<Kept> find(Provider provider, Question question, Set<String> granted) {
        if (provider.set().terms().freshness() == null || question.fresh()) {
            return Optional.empty();
        }
        try {
            var now = clock.instant();
            var key = key(provider, question);
            return store.find(key, now).flatMap(it -> opened(key, it, provider, granted, now));
        } catch (DataAccessException | BrokenSeal silent) {
            LOG.warn("what was kept of an answer cannot be read", silent);
            return Optional.empty();
        }
    }

    private Optional<Kept> opened(
            byte[] key, Row row, Provider provider, Set<String> granted, Instant now) {
        var json = keyring.open(secret(), context(key, row), row.sealed());
        return minimised(json, provider, granted, 0, row.sourceAt())
                .map(it -> new Kept(it, Duration.between(now, row.until())));
    }

    /** Keeps the answer where that is allowed, and gives what of it was granted. */
    Optional<Found> keep(
            Provider provider, Question question, Set<String> granted, Found everything) {
        var freshness = provider.set().terms().freshness();
        if (freshness == null) {
            return Optional.of(everything);
        }
        var json = everything.document().json();
        if (json.length <= LARGEST) {
            write(key(provider, question), everything, clock.instant().plusSeconds(freshness));
        }
        return minimised(json, provider, granted, everything.beyond(), everything.sourceTime());
    }

    private void write(byte[] key, Found everything, Instant until) {
        var row = new Row(everything.document().json(), everything.sourceTime(), until);
        try {
            var sealed = keyring.seal(secret(), context(key, row), row.sealed());
            store.put(key, new Row(sealed, row.sourceAt(), row.until()));
        } catch (DataAccessException silent) {
            LOG.warn("an answer was not kept", silent);
        }
    }

    private static Optional<Found> minimised(
            byte[] json, Provider provider, Set<String> granted, int beyond, Instant source) {
        return switch (Minimiser.minimise(json, provider.set(), granted)) {
            case Minimiser.Outcome.Kept(var document, var fields, _) ->
                    Optional.of(
                            new Found(
                                    new Document(document, provider.set(), fields),
                                    beyond,
                                    source));
            case Minimiser.Outcome.Broken _ -> Optional.empty();
        };
    }

    /** A row that stands for another question, or whose times were changed, does not open. */
    private static byte[] context(byte[] key, Row row) {
        return (HexFormat.of().formatHex(key)
                        + " "
                        + row.sourceAt().toEpochMilli()
                        + " "
                        + row.until().toEpochMilli())
                .getBytes(StandardCharsets.US_ASCII);
    }

    private byte[] key(Provider provider, Question question) {
        var asked = provider.code() + " " + ProviderQuery.asked(provider, question.subject().by());
        try {
            var mac = Mac.getInstance(HMAC);
            mac.init(secret());
            return mac.doFinal(asked.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException("every JDK has " + HMAC, missing);
        }
    }

    private SecretKey secret() {
        var known = secret;
        if (known == null) {
            var sealed = store.key(keyring.seal(SEAL, keyring.freshKey()));
            known = new SecretKeySpec(keyring.open(SEAL, sealed), "AES");
            secret = known;
        }
        return known;
    }

    @Scheduled(fixedDelayString = "PT1M", initialDelayString = "PT1M")
    void purge() {
        store.purge(clock.instant());
    }
}
