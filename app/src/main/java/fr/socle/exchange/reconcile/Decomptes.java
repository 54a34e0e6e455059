package fr.socle.exchange.reconcile;

import fr.socle.directory.Actor;
import fr.socle.exchange.access.Tokens;
import fr.socle.exchange.reconcile.Line.Side;
import fr.socle.exchange.store.RapprochementStore;
import fr.socle.exchange.store.RapprochementStore.Decompte;
import fr.socle.exchange.trace.JetonDecompte;
import fr.socle.habilitations.HabilitationId;
import fr.socle.journal.Journal;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What consumers and providers counted themselves, each with a token of its own. */
@Component
public class Decomptes {

    private static final String PREFIX = "fournisseur-";
    private static final int SECRET_BYTES = 32;

    private final RapprochementStore store;
    private final Tokens tokens;
    private final Journal journal;
    private final SecureRandom random;
    private final Clock clock;

    Decomptes(
            RapprochementStore store,
            Tokens tokens,
            Journal journal,
            SecureRandom random,
            Clock clock) {
        this.store = store;
        this.tokens = tokens;
        this.journal = journal;
        this.random = random;
        this.clock = clock;
    }

    /** Who declares. */
    sealed interface Author {

        record Program(UUID id, HabilitationId habilitation) implements Author {}

        record Provider(String dataSet) implements Author {}
    }

    LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), DailyRound.PARIS);
    }

    /** By the bearer token: a program's JWT, or a provider's secret. */
    Optional<Author> author(String token) {
        if (token.startsWith(PREFIX)) {
            return store.dataSetOf(hash(token)).map(Author.Provider::new);
        }
        // an editor's program asks on the grounds of others, and counts for none of its own
        return tokens.of(token) instanceof Tokens.Bearer.Known(var consumer)
                ? Optional.ofNullable(consumer.habilitation())
                        .map(it -> new Author.Program(consumer.id(), it))
                : Optional.empty();
    }

    /** False once the day was compared. */
    boolean declare(Author author, LocalDate day, String dataSet, Declared counts) {
        var decompte =
                switch (author) {
                    case Author.Program(var id, var habilitation) ->
                            new Decompte(
                                    day,
                                    Side.CONSOMMATEUR,
                                    id.toString(),
                                    habilitation.value(),
                                    dataSet,
                                    counts);
                    case Author.Provider(var set) ->
                            new Decompte(day, Side.FOURNISSEUR, set, null, set, counts);
                };
        return store.declare(decompte, clock.instant());
    }

    /** A fresh token for this data set's provider, told once; the one before ends. */
    @Transactional
    public String issue(Actor actor, String dataSet) {
        var secret = new byte[SECRET_BYTES];
        random.nextBytes(secret);
        var token = PREFIX + Base64.getUrlEncoder().withoutPadding().encodeToString(secret);
        store.token(dataSet, hash(token), clock.instant());
        journal.append(new JetonDecompte(actor, dataSet));
        return token;
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
