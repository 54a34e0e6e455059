package fr.socle.bench.exchange;

import fr.socle.bench.measure.Node;
import fr.socle.bench.report.Results;
import fr.socle.directory.Actor;
import fr.socle.directory.Change;
import fr.socle.directory.Organisation;
import fr.socle.directory.OrganisationDraft;
import fr.socle.directory.OrganisationType;
import fr.socle.directory.Organisations;
import fr.socle.exchange.access.ConsumerDraft;
import fr.socle.exchange.access.ConsumerDraft.Ground;
import fr.socle.exchange.access.Consumers;
import fr.socle.exchange.dataset.DataSet;
import fr.socle.exchange.dataset.Library;
import fr.socle.exchange.provider.Providers;
import fr.socle.habilitations.Habilitation;
import fr.socle.habilitations.Habilitation.RequesterKind;
import fr.socle.habilitations.HabilitationId;
import fr.socle.habilitations.Habilitations;
import fr.socle.habilitations.demande.Complements;
import fr.socle.habilitations.demande.Contact;
import fr.socle.habilitations.demande.Contenu;
import fr.socle.habilitations.demande.Cote;
import fr.socle.habilitations.demande.Demandes;
import fr.socle.habilitations.demande.Motivation;
import fr.socle.habilitations.demande.Ordre;
import fr.socle.identity.broker.Broker;
import fr.socle.identity.broker.Provider;
import fr.socle.identity.federation.Acr;
import fr.socle.identity.federation.Client;
import fr.socle.identity.federation.Clients;
import fr.socle.identity.federation.Federation;
import fr.socle.identity.person.Reconciliation;
import fr.socle.identity.store.ArrivalStore.Account;
import fr.socle.kernel.Siret;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.context.ApplicationContext;
import org.springframework.transaction.support.TransactionTemplate;

/** Registers a city, its habilitation, its program, the provider and the persons asked about. */
final class Registration {

    static final String PATH = "/v9/banc/quotient_familial";
    static final String SIRET = "99977345000005";

    private static final String IDENTITY_PROVIDER = "banc-echange";
    private static final String CODE = "quotient-banc";
    private static final int NO_LIMIT = 1_000_000_000;

    /**
     * @param provider its port
     */
    record Wanted(int provider, int people) {}

    /**
     * @param token of the program
     * @param refused one of a program whose habilitation has nothing of this data set
     */
    record Made(String token, String refused, String recipient) {}

    private final ApplicationContext node;

    private Registration(ApplicationContext node) {
        this.node = node;
    }

    /**
     * @param args the data folder, the file of what is {@link Wanted}, the file of what was {@link
     *     Made}
     */
    public static void main(String[] args) throws Exception {
        var wanted = Results.read(Path.of(args[1]), Wanted.class);
        try (var node = Node.open(Path.of(args[0]))) {
            Results.write(Path.of(args[2]), new Registration(node).make(wanted));
        }
        System.exit(0);
    }

    private Made make(Wanted wanted) {
        var set = dataSet();
        var base = "http://localhost:" + wanted.provider();
        node.getBean(Providers.class)
                .register(set, "Fournisseur inventé", base, DataProvider.SECRET);
        var city = city();
        people(wanted.people());
        return new Made(
                token(city, Map.of(CODE, Set.of("quotient_familial.valeur"))),
                token(city, Map.of("statut-etudiant", Set.of("admissions"))),
                city.siret().value());
    }

    private static DataSet dataSet() {
        var like = Library.find("quotient-familial").orElseThrow();
        var address = like.address();
        return new DataSet(
                CODE,
                like.title(),
                new DataSet.Address(
                        address.api(), PATH, address.by(), address.federated(), List.of()),
                like.source(),
                new DataSet.Terms(like.terms().secrecy(), null, null, NO_LIMIT),
                like.fields());
    }

    private Organisation city() {
        var draft =
                new OrganisationDraft(
                        new Siret(SIRET), "Commune du banc", OrganisationType.COMMUNE, null);
        return done(node.getBean(Organisations.class).create(Actor.CONSOLE, draft));
    }

    private String token(Organisation city, Map<String, Set<String>> fields) {
        var contact = new Contact("Banc", "banc@commune.example");
        var content =
                new Contenu(
                        "Banc de mesure",
                        "Mesurer.",
                        "Délibération inventée",
                        "",
                        fields,
                        EnumSet.of(RequesterKind.AUTOMATE_SANS_DOSSIER),
                        12,
                        12,
                        contact,
                        contact,
                        Motivation.NONE,
                        Complements.NONE);
        var demandes = node.getBean(Demandes.class);
        var made =
                done(demandes.submit(Actor.CONSOLE, city.id(), HabilitationId.fresh(), content))
                        .dossier();
        done(
                demandes.act(
                        Actor.CONSOLE,
                        Cote.INSTRUCTEUR,
                        made.id(),
                        new Ordre.Accorder(),
                        made.version()));
        Habilitation on = node.getBean(Habilitations.class).find(made.id()).orElseThrow();
        return node.getBean(Consumers.class)
                .issue(
                        Actor.CONSOLE,
                        new ConsumerDraft(new Ground.Held(on), "Programme", List.of(), null, 12))
                .token()
                .orElseThrow();
    }

    /** Each has an account, so that each exchange is about somebody. */
    private void people(int number) {
        var client = client();
        node.getBean(Clients.class).register(client);
        node.getBean(Broker.class).add(identityProvider(), DataProvider.SECRET, 0);
        var transaction = node.getBean(TransactionTemplate.class);
        var reconciliation = node.getBean(Reconciliation.class);
        for (int i = 0; i < number; i++) {
            var family = new Family(i);
            var account = new Account(IDENTITY_PROVIDER, "compte-" + i);
            transaction.executeWithoutResult(
                    _ -> reconciliation.arrived(account, family.identity(), client));
        }
    }

    /** At which nobody signs in: accounts belong to one. */
    private static Provider identityProvider() {
        return new Provider(
                IDENTITY_PROVIDER,
                Federation.CITOYENS,
                "https://identite.example",
                "banc",
                new Provider.Face("Banc de mesure", "Un fournisseur inventé", true),
                new Provider.Rules(List.of(Acr.EIDAS1), true),
                Provider.Protocol.PLAIN,
                Provider.Agents.NONE);
    }

    private static Client client() {
        return new Client(
                "banc-echange",
                Federation.CITOYENS,
                "Service du banc",
                "Commune inventée",
                "banc-echange",
                List.of("http://127.0.0.1:9/retour"),
                List.of(),
                Set.of("openid", "identite_pivot"),
                true,
                true);
    }

    private static <T> T done(Change<T> change) {
        if (change instanceof Change.Done<T>(var value)) {
            return value;
        }
        throw new IllegalStateException("not done: " + change);
    }
}
