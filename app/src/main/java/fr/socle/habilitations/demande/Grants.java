package fr.socle.habilitations.demande;

import fr.socle.directory.OrganisationId;
import fr.socle.habilitations.Habilitation;
import fr.socle.habilitations.HabilitationId;
import fr.socle.habilitations.Habilitations;
import fr.socle.habilitations.demande.Demande.Dossier;
import fr.socle.habilitations.store.GrantStore;
import fr.socle.kernel.Periode;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What was granted. Nothing is remembered: a revocation holds from the next call on. */
@Component
public class Grants implements Habilitations {

    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");

    private final GrantStore store;
    private final Clock clock;

    Grants(GrantStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    @Override
    public Optional<Habilitation> find(HabilitationId id) {
        return store.newest(id);
    }

    @Override
    public List<Habilitation> usable(OrganisationId organisation) {
        var today = LocalDate.ofInstant(clock.instant(), PARIS);
        return store.newest(organisation).stream()
                .filter(it -> it.usableOn(today))
                .sorted(java.util.Comparator.comparing(Habilitation::intitule))
                .toList();
    }

    void grant(Dossier dossier, @Nullable UUID by, Instant now) {
        var first = LocalDate.ofInstant(now, PARIS);
        var validity = new Periode<>(first, first.plusMonths(dossier.content().validityMonths()));
        store.insert(dossier, validity, by, now);
    }

    void revoke(HabilitationId id, String motif, @Nullable UUID by, Instant now) {
        store.revoke(id, motif, by, now);
    }
}
