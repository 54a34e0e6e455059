package fr.socle.directory;

import fr.socle.directory.store.OrganisationStore;
import fr.socle.directory.trail.AgentAct.AgentRattache;
import fr.socle.house.HouseSettings;
import fr.socle.kernel.Siret;
import fr.socle.ui.UiSettings;
import java.util.List;
import java.util.UUID;
import org.springframework.boot.context.event.ApplicationStartedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * A made-up city and a made-up ministry, for a house that shows what it can do. Every name says so.
 * Written once, into an empty directory.
 */
@Component
class DemonstrationData {

    private static final String MARK = " (démonstration)";

    /** The role that the block of procedures declares for who examines dossiers. */
    private static final String INSTRUCTEUR = "instructeur";

    /** The role that the block of opinions declares for who reads them. */
    private static final String LECTEUR_AVIS = "lecteur-avis";

    private static final String GESTIONNAIRE_AVIS = "gestionnaire-avis";

    private final Organisations organisations;
    private final Services services;
    private final OrganisationStore register;
    private final FirstSteps.Newcomers newcomers;
    private final Stage stage;

    /** Whether the play is given, and in one piece. */
    @Component
    record Stage(UiSettings ui, HouseSettings house, TransactionTemplate transaction) {

        boolean open() {
            return ui.demonstration() && !house.production();
        }
    }

    DemonstrationData(
            Organisations organisations,
            Services services,
            OrganisationStore register,
            FirstSteps.Newcomers newcomers,
            Stage stage) {
        this.organisations = organisations;
        this.services = services;
        this.register = register;
        this.newcomers = newcomers;
        this.stage = stage;
    }

    /** Before the demonstrations of the blocks above, which find these agents. */
    @EventListener(ApplicationStartedEvent.class)
    @Order(100)
    void write() {
        if (stage.open() && register.isEmpty()) {
            stage.transaction().executeWithoutResult(_ -> writeOnce());
        }
    }

    /** The lock lets one of several starting nodes write. */
    private void writeOnce() {
        register.lockRegister();
        if (!register.isEmpty()) {
            return;
        }
        city();
        ministry();
    }

    private void city() {
        var city = organisation("99900001100018", "Ville de Beaumont", OrganisationType.COMMUNE);
        var school = service(city, "Vie scolaire");
        var register = service(city, "État civil");
        var social = service(city, "Action sociale");
        agent(city, "Camille Dubreuil", List.of(Role.GESTIONNAIRE, Role.OPERATEUR), List.of());
        agent(
                city,
                "Noé Valcourt",
                List.of(Role.GESTIONNAIRE, LECTEUR_AVIS, GESTIONNAIRE_AVIS),
                List.of());
        agent(city, "Inès Marchal", List.of(INSTRUCTEUR), List.of(school));
        agent(city, "Théo Lambrecq", List.of(INSTRUCTEUR), List.of(school, social));
        agent(city, "Awa Sorel", List.of(INSTRUCTEUR), List.of(register));
    }

    private void ministry() {
        var ministry =
                organisation(
                        "99900002900010", "Ministère de l’Exemple", OrganisationType.MINISTERE);
        service(ministry, "Direction de la simplification");
        agent(ministry, "Lucien Ferrandi", List.of(Role.GESTIONNAIRE), List.of());
    }

    private OrganisationId organisation(String siret, String name, OrganisationType type) {
        var draft = new OrganisationDraft(new Siret(siret), name + MARK, type, null);
        return written(organisations.create(Actor.DEMONSTRATION, draft, true)).id();
    }

    private ServiceId service(OrganisationId where, String name) {
        return written(services.create(Actor.DEMONSTRATION, where, new ServiceDraft(name, null)))
                .id();
    }

    private void agent(OrganisationId where, String name, List<String> roles, List<ServiceId> in) {
        var agent = new Agent(new AgentId(UUID.randomUUID()), name + MARK, null, true, true, 1);
        var now = newcomers.written().now();
        newcomers.agents().insert(agent, now);
        newcomers
                .agents()
                .bind(DemonstrationAccounts.ISSUER, agent.id().toString(), agent.id(), now);
        newcomers.memberships().join(agent.id(), where, roles, in, now);
        newcomers
                .written()
                .journal()
                .append(new AgentRattache(Actor.DEMONSTRATION, where, agent, roles));
    }

    private static <T> T written(Change<T> change) {
        return switch (change) {
            case Change.Done<T>(var value) -> value;
            case Change.Refused<T>(_, var why) ->
                    throw new IllegalStateException("demonstration data refused: " + why.key());
            case Change.Stale<T> _, Change.Unknown<T> _ ->
                    throw new IllegalStateException("demonstration data is new");
        };
    }
}
