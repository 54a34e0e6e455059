package fr.socle.exchange.provider;

import fr.socle.exchange.store.ProviderStore;
import fr.socle.habilitations.spi.DataCatalogue;
import fr.socle.house.HouseSettings;
import fr.socle.house.Keyring;
import fr.socle.house.PublicAddress;
import fr.socle.ui.UiSettings;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The data providers of this house, and so the data sets that can be requested. */
@Component
public class Providers implements DataCatalogue {

    /** Where the demonstration providers are served; the code follows. */
    public static final String DEMONSTRATION = "/demonstration/donnees/";

    private static final String SEAL = "exchange.provider-token";

    private final ProviderStore store;
    private final Keyring keyring;
    private final PublicAddress address;
    private final boolean demonstration;

    Providers(
            ProviderStore store,
            Keyring keyring,
            PublicAddress address,
            UiSettings ui,
            HouseSettings house) {
        this.store = store;
        this.keyring = keyring;
        this.address = address;
        this.demonstration = ui.demonstration() && !house.production();
    }

    /** The provider of this data set. A made-up one exists in a demonstration only. */
    public Optional<Provider> provider(String dataSet) {
        return store.find(dataSet).filter(this::exists).map(this::provider);
    }

    /**
     * Adds one, unless there is one of this code.
     *
     * @param row its token is replaced by this one, sealed
     */
    public boolean add(ProviderStore.Row row, String token) {
        var sealed = keyring.seal(SEAL, token.getBytes(StandardCharsets.UTF_8));
        return store.insert(
                new ProviderStore.Row(
                        row.code(),
                        row.name(),
                        row.baseUrl(),
                        row.path(),
                        sealed,
                        row.contract(),
                        row.demonstration()));
    }

    /** What became of {@link #register}. */
    public enum Registration {
        ADDED,
        CHANGED,
        /** The demonstration gives this data set itself. */
        TAKEN
    }

    /**
     * Registers an outside provider, or changes its name, address and token. Its contract is the
     * one that this house knows of the data set.
     *
     * @param base its address, without final slash; the data set's path follows
     */
    public Registration register(KnownDataSet set, String name, String base, String token) {
        var row =
                new ProviderStore.Row(
                        set.code(),
                        name,
                        base,
                        set.path(),
                        keyring.seal(SEAL, token.getBytes(StandardCharsets.UTF_8)),
                        set.contract(),
                        false);
        if (store.insert(row)) {
            return Registration.ADDED;
        }
        return store.change(row) ? Registration.CHANGED : Registration.TAKEN;
    }

    /** Key of the message that names a field. */
    public static String label(String code) {
        return "exchange.field." + code;
    }

    @Override
    public List<DataSet> all() {
        return store.all().stream()
                .filter(this::exists)
                .map(Providers::dataSet)
                .sorted(Comparator.comparing(DataSet::label))
                .toList();
    }

    private boolean exists(ProviderStore.Row row) {
        return demonstration || !row.demonstration();
    }

    private Provider provider(ProviderStore.Row row) {
        var base = row.baseUrl() == null ? address.of(DEMONSTRATION + row.code()) : row.baseUrl();
        var token = new String(keyring.open(SEAL, row.token()), StandardCharsets.UTF_8);
        return new Provider(
                row.code(), row.name(), URI.create(base + row.path()), token, row.contract());
    }

    private static DataSet dataSet(ProviderStore.Row row) {
        var fields =
                row.contract().facts().stream()
                        .map(it -> new DataField(it.code(), label(it.code()), it.kind()))
                        .toList();
        return new DataSet(row.code(), "exchange.dataset." + row.code(), row.name(), fields);
    }
}
