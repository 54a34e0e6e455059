package fr.socle.demarches.builder;

import fr.socle.demarches.DemarcheId;
import fr.socle.directory.Actor;
import fr.socle.directory.Change;
import fr.socle.directory.Organisation;
import fr.socle.directory.OrganisationSearch;
import fr.socle.directory.Organisations;
import fr.socle.directory.Service;
import fr.socle.directory.Services;
import fr.socle.habilitations.HabilitationId;
import fr.socle.house.HouseSettings;
import fr.socle.ui.UiSettings;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * A published procedure of the made-up city, for a house that shows what it can do. Written once,
 * through the service that builders use, when the city and what it may ask of others are there.
 */
@Component
class DemonstrationDemarche {

    static final String SLUG = "tarif-restauration-scolaire";

    private static final String CITY = "Ville de Beaumont (démonstration)";
    private static final String SERVICE = "Vie scolaire";
    private static final Actor ACTOR = new Actor(Actor.Nature.DEMONSTRATION, null, "");

    private final Organisations organisations;
    private final Services services;
    private final DataGrounds grounds;
    private final Workshop workshop;
    private final Stage stage;

    /** What makes and publishes a procedure. */
    @Component
    record Workshop(DemarcheStore store, DemarcheBuilder builder, Publisher publisher) {}

    /** Whether the play is given, and in one piece. */
    @Component
    record Stage(UiSettings ui, HouseSettings house, TransactionTemplate transaction) {

        boolean open() {
            return ui.demonstration() && !house.production();
        }
    }

    DemonstrationDemarche(
            Organisations organisations,
            Services services,
            DataGrounds grounds,
            Workshop workshop,
            Stage stage) {
        this.organisations = organisations;
        this.services = services;
        this.grounds = grounds;
        this.workshop = workshop;
        this.stage = stage;
    }

    /** After the start, because the city and its habilitation are written during it. */
    @EventListener(ApplicationReadyEvent.class)
    void write() {
        if (!stage.open() || workshop.store().slugTaken(SLUG)) {
            return;
        }
        city().ifPresent(city -> stage.transaction().executeWithoutResult(_ -> write(city)));
    }

    /** Of several starting nodes the first to insert the short name writes; the others stop. */
    private void write(Organisation city) {
        var school =
                services.of(city.id()).stream()
                        .filter(it -> it.name().equals(SERVICE))
                        .map(Service::id)
                        .toList();
        var facts = DemonstrationForm.facts(school);
        var made = workshop.builder().create(ACTOR, city.id(), DemarcheId.fresh(), SLUG, facts);
        if (made instanceof Change.Done<Demarche>(var demarche)) {
            publish(demarche, family(city));
        }
    }

    private void publish(Demarche demarche, Optional<DataGrounds.Binding> quotient) {
        var definition = DemonstrationForm.definition(quotient);
        var habilitations =
                quotient.map(it -> Map.of(it.dataset().code(), it.habilitation().id()))
                        .orElse(Map.<String, HabilitationId>of());
        var builder = workshop.builder();
        long version = demarche.fiche().version();
        if (builder.redraft(demarche.id(), definition, habilitations, version)
                instanceof Change.Done<Demarche>(var ready)) {
            published(workshop.publisher().publish(ACTOR, ready.id(), ready.fiche().version()));
        }
    }

    private static void published(Publication publication) {
        if (!(publication instanceof Publication.Published)) {
            throw new IllegalStateException(
                    "the demonstration cannot be published: " + publication);
        }
    }

    private Optional<Organisation> city() {
        var wanted = new OrganisationSearch(CITY, null, true, null);
        return organisations.search(wanted, 10, 0).lines().stream()
                .filter(it -> it.demonstration() && it.name().equals(CITY))
                .findFirst();
    }

    /** The family quotient, where the city holds an habilitation for it. */
    private Optional<DataGrounds.Binding> family(Organisation city) {
        List<DataGrounds.Binding> all = grounds.of(city.id());
        return all.stream()
                .filter(it -> it.dataset().code().equals("quotient-familial"))
                .filter(it -> it.field().code().endsWith("valeur"))
                .findFirst();
    }
}
