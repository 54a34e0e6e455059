package fr.socle.identity.registry;

import fr.socle.identity.DemonstrationMode;
import fr.socle.identity.broker.UpstreamFailure;
import fr.socle.identity.federation.Federation;
import fr.socle.identity.registry.RegistrySettings.WhenDown;
import fr.socle.kernel.IdentitePivot;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** What a federation makes of the register's verdict: who is let in, and as whom. */
@Component
public class IdentityChecks {

    private static final Logger LOG = LoggerFactory.getLogger(IdentityChecks.class);

    private final CivilRegistry registry;
    private final RecentChecks recent;
    private final RegistrySettings settings;
    private final DemonstrationMode demonstration;

    IdentityChecks(
            CivilRegistry registry,
            RecentChecks recent,
            RegistrySettings settings,
            DemonstrationMode demonstration) {
        this.registry = registry;
        this.recent = recent;
        this.settings = settings;
        this.demonstration = demonstration;
    }

    /**
     * The identity as the register writes it; empty when there is no register, or when it is down
     * and the federation lets people in all the same: the identity is then not checked.
     *
     * @throws UpstreamFailure when the person is not let in
     */
    public Optional<IdentitePivot> certified(Federation federation, IdentitePivot identity)
            throws UpstreamFailure {
        if (settings.address() == null && !demonstration.on()) {
            return Optional.empty();
        }
        var known = recent.find(identity);
        return known.isPresent() ? known : asked(federation, identity);
    }

    private Optional<IdentitePivot> asked(Federation federation, IdentitePivot identity)
            throws UpstreamFailure {
        return switch (registry.check(identity)) {
            case Verdict.Known known -> {
                recent.keep(identity, known.identity());
                yield Optional.of(known.identity());
            }
            case Verdict.Stopped stopped ->
                    throw new UpstreamFailure(stopped.fault(), "the register's verdict");
            case Verdict.Unavailable down -> {
                LOG.warn("register of civil status: {}", down.why());
                if (whenDown(federation) == WhenDown.ADMETTRE) {
                    yield Optional.empty();
                }
                throw new UpstreamFailure(down.fault(), down.why());
            }
        };
    }

    private WhenDown whenDown(Federation federation) {
        var own = federation.whenRegisterDown();
        return own == null ? settings.whenDown(federation.contract()) : own;
    }
}
