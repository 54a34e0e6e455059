package fr.socle.identity.federation;

import fr.socle.identity.broker.OpenIdClient.Identity;
import fr.socle.identity.broker.Provider;
import fr.socle.identity.keys.SealedMap;
import fr.socle.identity.keys.Secrets;
import fr.socle.identity.store.SecondFactorStore;
import fr.socle.kernel.EmailAddress;
import fr.socle.notifications.Category;
import fr.socle.notifications.Mail;
import fr.socle.notifications.Message;
import fr.socle.notifications.Notifications;
import fr.socle.notifications.Recipient;
import fr.socle.ui.Words;
import java.nio.ByteBuffer;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The second factor of agents whose provider has none: six digits, sent to the address for which
 * the provider vouched, good for five minutes. Ten tries and five letters in that time, for one
 * account, however often its sign-in is begun again.
 */
@Component
public class SecondFactors {

    public static final Category CATEGORY = new Category("identity.second-facteur", true);
    public static final Duration LIFE = Duration.ofMinutes(5);
    public static final int TRIES = 10;

    private static final int LETTERS = 5;
    private static final int CODES = 1_000_000;
    private static final String CONTEXT = "identity.second-factor.";
    private static final String ACCOUNT = "second-factor-account";
    private static final String MEANS = "mail";

    /** What became of a code that was typed. */
    public sealed interface Outcome {

        /** It was the right one: this is who came, now by two factors. */
        record Proved(String provider, Identity identity) implements Outcome {}

        record Wrong() implements Outcome {}

        /** Too many tries, too late, used, or never sent. */
        record Over() implements Outcome {}
    }

    /** What every letter needs. */
    @Component
    record Post(
            Notifications notifications, SecureRandom random, TransactionTemplate transaction) {}

    private final SecondFactorStore store;
    private final Post post;
    private final SealedMap seals;
    private final Secrets secrets;
    private final Clock clock;

    SecondFactors(
            SecondFactorStore store, Post post, SealedMap seals, Secrets secrets, Clock clock) {
        this.store = store;
        this.post = post;
        this.seals = seals;
        this.secrets = secrets;
        this.clock = clock;
    }

    /** Whether the service asks for two factors, and only the federation can give the second. */
    public boolean owes(AuthorizeRequest request, Provider provider, Identity identity) {
        return !provider.federation().ofUsagers()
                && !provider.agents().secondFactor()
                && request.acr() == Acr.EIDAS1_MFA
                && !identity.acrOr(Acr.EIDAS1).atLeast(Acr.EIDAS1_MFA);
    }

    /**
     * Writes to who came back. What they are waits here, sealed; nothing of it goes to the service
     * before the code is typed.
     *
     * @param identity one that was read already, with its address
     */
    public void send(String transaction, Provider provider, Identity identity) {
        var address = EmailAddress.parse(String.valueOf(identity.claims().get("email"))).orThrow();
        var account = secrets.hmac(ACCOUNT, provider.uid() + "\0" + identity.sub());
        var code = "%06d".formatted(post.random().nextInt(CODES));
        var sealed = seals.seal(CONTEXT + transaction, members(provider, identity));
        post.transaction()
                .executeWithoutResult(
                        _ -> {
                            var until = clock.instant().plus(LIFE);
                            var hash = Secrets.hash(transaction + code);
                            if (store.insert(transaction, account, sealed, hash, until, LETTERS)) {
                                write(address, account, code);
                            }
                        });
    }

    private void write(EmailAddress address, byte[] account, String code) {
        var bytes = ByteBuffer.wrap(account);
        var recipient =
                new Recipient(new UUID(bytes.getLong(), bytes.getLong()), address, null, "fr");
        post.notifications()
                .send(
                        Message.byMail(
                                recipient,
                                new Letter(code),
                                "identity.second-facteur/" + secrets.fresh()));
    }

    /** Judges what was typed; every look counts as a try. */
    public Outcome judge(String transaction, String typed) {
        var row = store.tried(transaction, TRIES, clock.instant());
        if (row.isEmpty()) {
            return new Outcome.Over();
        }
        if (!Secrets.same(row.get().codeHash(), Secrets.hash(transaction + typed))) {
            return new Outcome.Wrong();
        }
        return store.use(transaction)
                ? proved(transaction, row.get().sealed())
                : new Outcome.Over();
    }

    /** The address that was written to, so that the page can hint at it. */
    public Optional<String> address(String transaction) {
        return store.waiting(transaction, clock.instant())
                .map(it -> seals.open(CONTEXT + transaction, it))
                .map(it -> identity(it).claims().get("email"))
                .map(Object::toString);
    }

    private Outcome proved(String transaction, byte[] sealed) {
        var members = seals.open(CONTEXT + transaction, sealed);
        var identity = identity(members);
        var means = new ArrayList<>(identity.amr());
        if (!means.contains(MEANS)) {
            means.add(MEANS);
        }
        return new Outcome.Proved(
                String.valueOf(members.get("provider")), identity.at(Acr.EIDAS1_MFA, means));
    }

    private static Map<String, Object> members(Provider provider, Identity identity) {
        return Map.of(
                "provider", provider.uid(),
                "sub", identity.sub(),
                "claims", identity.claims(),
                "id_token", identity.idToken(),
                "amr", identity.amr());
    }

    @SuppressWarnings("unchecked")
    private static Identity identity(Map<String, Object> members) {
        return new Identity(
                String.valueOf(members.get("sub")),
                (Map<String, Object>) members.getOrDefault("claims", Map.of()),
                String.valueOf(members.get("id_token")),
                Acr.EIDAS1,
                (List<String>) members.getOrDefault("amr", List.of()));
    }

    private record Letter(String code) implements Mail {

        @Override
        public Category category() {
            return CATEGORY;
        }

        @Override
        public String subject(Words words) {
            return words.of("identity.mail.second-factor.subject");
        }

        @Override
        public List<String> paragraphs(Words words) {
            return List.of(
                    words.of("identity.mail.second-factor.code", code),
                    words.of("identity.mail.second-factor.what", LIFE.toMinutes()),
                    words.of("identity.mail.second-factor.else"));
        }
    }
}
