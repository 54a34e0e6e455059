package fr.socle.exchange.desk;

import fr.socle.directory.Actor;
import fr.socle.exchange.desk.FournisseurAct.Deed;
import fr.socle.exchange.desk.ProviderDesk.Change;
import fr.socle.exchange.desk.ProviderLine.State;
import fr.socle.exchange.provider.Authority;
import fr.socle.exchange.provider.ClientCertificate;
import fr.socle.exchange.provider.Providers;
import fr.socle.exchange.store.ProviderStore;
import fr.socle.kernel.Refusal;
import java.util.List;
import org.springframework.stereotype.Component;

/**
 * By what this house and a provider know each other under TLS, in the hands of operators: our
 * certificate, and the authorities that alone vouch for its own.
 */
@Component
public class ProviderTrust {

    private final ProviderDesk desk;
    private final ProviderStore store;
    private final Providers providers;

    ProviderTrust(ProviderDesk desk, ProviderStore store, Providers providers) {
        this.desk = desk;
        this.store = store;
        this.providers = providers;
    }

    public Saved certificate(Actor actor, String code, ClientCertificate it, long version) {
        return desk.onVersion(
                actor,
                new Change(Deed.CERTIFICAT_DEPOSE, code, List.of(it.fingerprint())),
                () -> store.certificate(code, providers.sealCertificate(it.pem()), version));
    }

    public Saved withoutCertificate(Actor actor, String code, long version) {
        var present = desk.find(code).orElse(null);
        if (present != null
                && present.state() == State.SERVICE
                && !present.access().credential().needsSecret()) {
            return new Saved.Refused("certificat", Refusal.of("exchange.desk.certificate-needed"));
        }
        return desk.onVersion(
                actor,
                new Change(Deed.CERTIFICAT_RETIRE, code, List.of()),
                () -> store.certificate(code, null, version));
    }

    /** From now on it is believed by these alone. */
    public Saved authority(Actor actor, String code, Authority it, long version) {
        var fingerprints = it.lines().stream().map(Authority.Line::fingerprint).toList();
        return desk.onVersion(
                actor,
                new Change(Deed.AUTORITE_DEPOSEE, code, fingerprints),
                () -> store.authority(code, it.pem(), version));
    }

    /** It is believed by those again whom the Java runtime believes. */
    public Saved withoutAuthority(Actor actor, String code, long version) {
        return desk.onVersion(
                actor,
                new Change(Deed.AUTORITE_RETIREE, code, List.of()),
                () -> store.authority(code, null, version));
    }
}
