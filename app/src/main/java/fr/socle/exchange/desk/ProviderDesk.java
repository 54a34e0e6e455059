package fr.socle.exchange.desk;

import fr.socle.directory.Actor;
import fr.socle.exchange.desk.FournisseurAct.Deed;
import fr.socle.exchange.desk.ProviderLine.State;
import fr.socle.exchange.provider.Authority;
import fr.socle.exchange.provider.ClientCertificate;
import fr.socle.exchange.provider.Credential;
import fr.socle.exchange.provider.Provider;
import fr.socle.exchange.provider.Providers;
import fr.socle.exchange.provider.Providers.Registration;
import fr.socle.exchange.store.ProviderStore;
import fr.socle.exchange.store.ProviderStore.Kept;
import fr.socle.exchange.store.ProviderStore.Row;
import fr.socle.journal.Journal;
import fr.socle.kernel.Refusal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The data providers, in the hands of operators. Each act is in the journal, in the transaction
 * that does it; every node reads it within a second.
 */
@Component
public class ProviderDesk {

    private static final String CUT = "coupe";
    private static final String PATH_FIELD = DataSetReading.SET + "address.path";

    private final ProviderStore store;
    private final Providers providers;
    private final Journal journal;
    private final TransactionTemplate transaction;

    ProviderDesk(
            ProviderStore store,
            Providers providers,
            Journal journal,
            TransactionTemplate transaction) {
        this.store = store;
        this.providers = providers;
        this.journal = journal;
        this.transaction = transaction;
    }

    /** All of them, in whatever state, by code. */
    public List<ProviderLine> all() {
        return store.all().stream()
                .filter(it -> providers.isHere(it.row()))
                .map(this::line)
                .toList();
    }

    public Optional<ProviderLine> find(String code) {
        return kept(code).map(this::line);
    }

    /** As it would be asked, whatever its state. */
    Optional<Provider> open(String code) {
        return kept(code).map(providers::provider);
    }

    private Optional<Kept> kept(String code) {
        return store.find(code).filter(it -> providers.isHere(it.row()));
    }

    /** Adds one that is prepared: nobody sees it before its operator puts it in service. */
    public Saved add(Actor actor, ProviderDraft draft, Credential credential) {
        var row = row(draft, credential, providers.seal(""));
        return saved(
                () -> {
                    if (!store.insert(row, draft.test(), Providers.PREPARED)) {
                        var code = draft.set().code();
                        return new Saved.Refused(
                                DataSetReading.SET + "code",
                                Refusal.of("exchange.desk.code-taken", code));
                    }
                    return did(actor, Deed.INSCRIT, draft.set().code(), List.of(draft.base()));
                });
    }

    /**
     * Changes what it gives and where. Its code stays. A secret that another server would get is
     * forgotten, and one in service is cut off by that.
     */
    public Saved change(Actor actor, ProviderDraft draft, long version) {
        var present = find(draft.set().code()).orElse(null);
        if (present == null || present.demonstration()) {
            return new Saved.Unknown();
        }
        var details = new ArrayList<>(draft.differences(present.draft()));
        var elsewhere =
                !ProviderDraft.origin(draft.base()).equals(ProviderDraft.origin(present.base()))
                        && !(present.access().credential() instanceof Credential.ClientCredentials);
        var unset = elsewhere && present.access().secret();
        if (unset) {
            details.add("secret oublié");
        }
        var row = row(draft, present.access().credential(), new byte[0]);
        return onVersion(
                actor,
                new Change(Deed.MODIFIE, draft.set().code(), details),
                () ->
                        store.describe(
                                row, draft.test(), unset ? providers.seal("") : null, version));
    }

    /** Sets how we prove ourselves. A secret stays only where it goes to the same server. */
    public Saved access(Actor actor, String code, AccessDraft draft, long version) {
        var present = find(code).orElse(null);
        if (present == null || present.demonstration()) {
            return new Saved.Unknown();
        }
        var before = present.access().credential();
        var needs = draft.credential().needsSecret();
        var stays =
                present.access().secret() && !AccessDraft.goesElsewhere(before, draft.credential());
        if (needs && draft.secret().isEmpty() && !stays) {
            return new Saved.Refused("token", Refusal.of("exchange.desk.secret-again"));
        }
        if (!needs
                && present.access().certificate().isEmpty()
                && present.state() == State.SERVICE) {
            return new Saved.Refused("auth.kind", Refusal.of("exchange.desk.certificate-first"));
        }
        var rotated =
                present.access().secret()
                        && before.equals(draft.credential())
                        && !draft.secret().isEmpty();
        var sealed = needs && draft.secret().isEmpty() ? null : providers.seal(draft.secret());
        return onVersion(
                actor,
                new Change(
                        rotated ? Deed.SECRET_CHANGE : Deed.ACCES_REGLE,
                        code,
                        List.of(draft.credential().members().getOrDefault("kind", ""))),
                () -> store.access(code, draft.credential(), sealed, version));
    }

    /** Puts it in service or cuts it off, on every node within two seconds. */
    public Saved activate(Actor actor, String code, boolean on) {
        var present = find(code).orElse(null);
        if (present == null) {
            return new Saved.Unknown();
        }
        if (on && !present.access().whole()) {
            return new Saved.Refused("active", Refusal.of("exchange.desk.no-access"));
        }
        return saved(
                () ->
                        store.state(code, on ? Providers.IN_SERVICE : CUT)
                                ? did(actor, on ? Deed.RETABLI : Deed.COUPE, code, List.of())
                                : new Saved.Done(code));
    }

    /** Registers one from a file of the operator's, in service at once, or changes all of it. */
    public Registration register(Actor actor, ProviderDraft draft, AccessDraft access) {
        var outcome =
                providers.register(
                        draft.set(),
                        draft.name(),
                        draft.base(),
                        access.credential(),
                        access.secret());
        switch (outcome) {
            case ADDED -> did(actor, Deed.INSCRIT, draft.set().code(), List.of(draft.base()));
            case CHANGED -> did(actor, Deed.MODIFIE, draft.set().code(), List.of("fichier"));
            case TAKEN -> {}
        }
        return outcome;
    }

    private static Row row(ProviderDraft draft, Credential credential, byte[] token) {
        return new Row(draft.set(), draft.name(), draft.base(), credential, token, false);
    }

    record Change(Deed deed, String code, List<String> details) {}

    /** Writes it with its entry, unless somebody else changed the provider meanwhile. */
    Saved onVersion(Actor actor, Change change, BooleanSupplier write) {
        return saved(
                () -> {
                    if (write.getAsBoolean()) {
                        return did(actor, change.deed(), change.code(), change.details());
                    }
                    return find(change.code())
                            .filter(it -> !it.demonstration())
                            .<Saved>map(_ -> new Saved.Stale())
                            .orElseGet(Saved.Unknown::new);
                });
    }

    /** In one transaction; two providers never answer at the same path. */
    private Saved saved(Supplier<Saved> work) {
        try {
            return Objects.requireNonNull(transaction.execute(_ -> work.get()));
        } catch (DuplicateKeyException taken) {
            return new Saved.Refused(PATH_FIELD, Refusal.of("exchange.desk.path-taken"));
        } finally {
            providers.forget();
        }
    }

    private Saved did(Actor actor, Deed deed, String code, List<String> details) {
        journal.append(new FournisseurAct.Fait(actor, deed, code, details));
        return new Saved.Done(code);
    }

    private ProviderLine line(Kept kept) {
        var provider = providers.provider(kept);
        var access = provider.access();
        var pem = access.certificate();
        return new ProviderLine(
                provider.set(),
                provider.name(),
                kept.row().demonstration() ? "" : provider.base(),
                new ProviderLine.Access(
                        access.credential(),
                        !access.secret().isEmpty(),
                        Optional.ofNullable(pem).map(ClientCertificate::stored),
                        Optional.ofNullable(access.authority()).map(Authority::stored),
                        access.isWhole()),
                kept.test(),
                State.valueOf(kept.state().toUpperCase(Locale.ROOT)),
                kept.version());
    }
}
