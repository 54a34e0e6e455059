package fr.socle.exchange.provider;

import fr.socle.exchange.dataset.DataSet;
import fr.socle.exchange.store.ProviderStore;
import fr.socle.house.HouseSettings;
import fr.socle.house.Keyring;
import fr.socle.house.PublicAddress;
import fr.socle.ui.Dictionary;
import fr.socle.ui.UiSettings;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.springframework.stereotype.Component;

/** The data providers of this house, and what each gives. */
@Component
public class Providers {

    /** Where the demonstration providers are served; the code follows. */
    public static final String DEMONSTRATION = "/demonstration/donnees/";

    private static final String SEAL = "exchange.provider-token";
    private static final String CERTIFICATE_SEAL = "exchange.provider-certificate";

    /** The state of one that nobody but its operator sees. */
    public static final String PREPARED = "preparation";

    /** The state of one that may be asked. */
    public static final String IN_SERVICE = "service";

    /** What another node changed holds here after this. */
    private static final Duration FRESH = Duration.ofSeconds(1);

    private final ProviderStore store;
    private final Keyring keyring;
    private final PublicAddress address;
    private final Stage stage;
    private volatile Known known = Known.NOTHING;

    /** Whether made-up providers exist here, the words of the house, and what time it is. */
    @Component
    record Stage(UiSettings ui, HouseSettings house, Dictionary dictionary, Clock clock) {

        boolean demonstration() {
            return ui.demonstration() && !house.production();
        }
    }

    /** All of them, in the order of their codes, as they were at one moment. */
    private record Known(Map<String, Provider> byCode, List<Provider> each, Instant until) {

        /** To be read at the next question. */
        static final Known NOTHING = new Known(Map.of(), Instant.MIN);

        Known(Map<String, Provider> byCode, Instant until) {
            this(byCode, List.copyOf(byCode.values()), until);
        }
    }

    Providers(ProviderStore store, Keyring keyring, PublicAddress address, Stage stage) {
        this.store = store;
        this.keyring = keyring;
        this.address = address;
        this.stage = stage;
    }

    /**
     * The provider of this data set, be it cut off. A made-up one exists in a demonstration only.
     */
    public Optional<Provider> provider(String dataSet) {
        return Optional.ofNullable(known().byCode().get(dataSet));
    }

    /** Every one, by the code of its data set. */
    public List<Provider> each() {
        return known().each();
    }

    /**
     * Adds one, unless there is one of this code.
     *
     * @param row its token is replaced by this one, sealed
     */
    public boolean add(ProviderStore.Row row, String token) {
        var added = store.insert(row.sealed(seal(token)));
        forget();
        return added;
    }

    /** What became of {@link #register}. */
    public enum Registration {
        ADDED,
        CHANGED,
        /** The demonstration gives this data set itself. */
        TAKEN
    }

    /**
     * Registers an outside provider, or changes what it gives, its name, address and token.
     *
     * @param base its address, without final slash; the data set's path follows
     */
    public Registration register(DataSet set, String name, String base, String token) {
        return register(set, name, base, new Credential.Bearer(), token);
    }

    /**
     * As {@link #register(DataSet, String, String, String)}.
     *
     * @param secret of the credential
     */
    public Registration register(
            DataSet set, String name, String base, Credential credential, String secret) {
        var row = new ProviderStore.Row(set, name, base, credential, seal(secret), false);
        var outcome =
                store.insert(row)
                        ? Registration.ADDED
                        : store.change(row) ? Registration.CHANGED : Registration.TAKEN;
        forget();
        return outcome;
    }

    /** As a row keeps a secret. */
    public byte[] seal(String token) {
        return keyring.seal(SEAL, token.getBytes(StandardCharsets.UTF_8));
    }

    /** As a row keeps {@link ClientCertificate#pem}. */
    public byte[] sealCertificate(String pem) {
        return keyring.seal(CERTIFICATE_SEAL, pem.getBytes(StandardCharsets.UTF_8));
    }

    /** Reads again at the next question, because a row was changed here. */
    public void forget() {
        known = Known.NOTHING;
    }

    private Known known() {
        var present = known;
        var now = stage.clock().instant();
        if (now.isBefore(present.until())) {
            return present;
        }
        var read = new TreeMap<String, Provider>();
        store.all().stream()
                .filter(it -> isHere(it.row()) && !it.state().equals(PREPARED))
                .forEach(it -> read.put(it.row().set().code(), provider(it)));
        var fresh = new Known(read, now.plus(FRESH));
        known = fresh;
        return fresh;
    }

    /** Key of the message that names a field of the data sets that come with the house. */
    private static String label(String code) {
        return "exchange.field." + code;
    }

    /** The message that names a data set of the house; else the title that it came with. */
    public String title(DataSet set) {
        var key = "exchange.dataset." + set.code();
        return stage.dictionary().french().has(key) ? key : set.title();
    }

    /** What these fields are, in French: an entry is read long after, in whatever language. */
    public List<String> labels(DataSet set, Collection<String> codes) {
        var words = stage.dictionary().french();
        return set.fields().stream()
                .filter(it -> codes.contains(it.code()))
                .map(it -> words.orItself(named(it)))
                .sorted()
                .toList();
    }

    String named(DataSet.Field field) {
        var key = label(field.code());
        return stage.dictionary().french().has(key) ? key : field.label();
    }

    /** Whether this house knows it: a made-up one exists in a demonstration only. */
    public boolean isHere(ProviderStore.Row row) {
        return stage.demonstration() || !row.demonstration();
    }

    /** As a row tells it, whatever its state. */
    public Provider provider(ProviderStore.Kept kept) {
        var row = kept.row();
        var code = row.set().code();
        var base = row.baseUrl() == null ? address.of(DEMONSTRATION + code) : row.baseUrl();
        var secret = opened(SEAL, row.token());
        var certificate =
                kept.certificate() == null ? null : opened(CERTIFICATE_SEAL, kept.certificate());
        return new Provider(
                row.set(),
                row.name(),
                base,
                new Provider.Access(row.credential(), secret, certificate, kept.authority()),
                kept.state().equals(IN_SERVICE));
    }

    private String opened(String seal, byte[] sealed) {
        return new String(keyring.open(seal, sealed), StandardCharsets.UTF_8);
    }
}
