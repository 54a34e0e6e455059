package fr.socle.habilitations.demande;

import fr.socle.directory.OrganisationId;
import fr.socle.habilitations.Habilitation;
import fr.socle.habilitations.HabilitationId;
import fr.socle.habilitations.Habilitations;
import fr.socle.habilitations.Traitements;
import fr.socle.habilitations.demande.Demande.Dossier;
import fr.socle.habilitations.store.GrantStore;
import fr.socle.habilitations.store.GrantStore.Granted;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What was granted. Nothing is remembered: a revocation holds from the next call on. */
@Component
public class Grants implements Habilitations, Traitements {

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
        var today = today();
        return store.newest(organisation).stream()
                .filter(it -> it.usableOn(today))
                .sorted(Comparator.comparing(Habilitation::intitule))
                .toList();
    }

    @Override
    public List<Habilitation> newest(OrganisationId organisation) {
        return store.newest(organisation);
    }

    @Override
    public List<Habilitation> covering(String service) {
        return store.newestCovering(service);
    }

    @Override
    public List<Traitement> enVigueur(OrganisationId organisation) {
        var today = today();
        return store.newestWhole(organisation).stream()
                .filter(it -> it.habilitation().usableOn(today))
                .map(Grants::traitement)
                .sorted(Comparator.comparing(it -> it.habilitation().intitule()))
                .toList();
    }

    private static Traitement traitement(Granted granted) {
        var content = granted.content();
        return new Traitement(
                granted.habilitation(),
                content.motivation().destinataires(),
                content.retentionMonths(),
                told(content.responsable()),
                told(content.dpo()));
    }

    private static String told(Contact contact) {
        return contact.email().isEmpty()
                ? contact.name()
                : contact.name() + " (" + contact.email() + ")";
    }

    /** In Paris, where terms are counted. */
    LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), PARIS);
    }

    void grant(Dossier dossier, @Nullable UUID by, Instant now) {
        store.insert(dossier, Objects.requireNonNull(dossier.acquis()), by, now);
    }

    void revoke(HabilitationId id, String motif, @Nullable UUID by, Instant now) {
        store.revoke(id, motif, by, now);
    }
}
