package fr.socle.bench.identity;

import fr.socle.bench.measure.Node;
import fr.socle.bench.report.Results;
import fr.socle.identity.broker.Broker;
import fr.socle.identity.broker.Provider;
import fr.socle.identity.federation.Acr;
import fr.socle.identity.federation.Client;
import fr.socle.identity.federation.Clients;
import fr.socle.identity.federation.Federation;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/** Registers the demonstration provider and a service, as an operator would. */
final class Registration {

    /**
     * @param issuer of the demonstration provider
     */
    record Wanted(String issuer) {}

    /**
     * @param secret of the service
     */
    record Made(String secret) {}

    private Registration() {}

    /**
     * @param args the data folder, the file of what is {@link Wanted}, the file of what was {@link
     *     Made}
     */
    public static void main(String[] args) throws Exception {
        var wanted = Results.read(Path.of(args[1]), Wanted.class);
        try (var node = Node.open(Path.of(args[0]))) {
            node.getBean(Broker.class)
                    .add(provider(wanted.issuer()), DemonstrationProvider.SECRET, 0);
            var secret = node.getBean(Clients.class).register(service()).orElseThrow();
            Results.write(Path.of(args[2]), new Made(secret));
        }
        System.exit(0);
    }

    private static Provider provider(String issuer) {
        return new Provider(
                SocleSide.PROVIDER,
                Federation.CITOYENS,
                issuer,
                Side.CLIENT,
                new Provider.Face("Banc de mesure", "Un fournisseur inventé", true),
                new Provider.Rules(List.of(Acr.EIDAS1), true),
                Provider.Protocol.PLAIN,
                Provider.Agents.NONE);
    }

    private static Client service() {
        return new Client(
                        Rows.service(0),
                        Federation.CITOYENS,
                        "Service du banc",
                        "Commune inventée",
                        Rows.service(0),
                        List.of(Service.RETURN),
                        List.of(),
                        Set.of("openid", "identite_pivot", "email", "preferred_username"),
                        true,
                        true)
                .with(Client.Keys.STANDARD, rules());
    }

    /** A standard service, which may also have tokens of its own. */
    private static Client.Rules rules() {
        var usual = Client.Rules.STANDARD;
        return new Client.Rules(
                usual.profile(),
                usual.subjects(),
                usual.privateSector(),
                usual.identityConsent(),
                usual.introspects(),
                usual.backChannelLogoutUri(),
                usual.idpFilter(),
                usual.idpFilterExcludes(),
                usual.sandbox(),
                usual.allowedPrompts(),
                usual.hints(),
                usual.repScopes(),
                Set.of("dgfip_rfr"));
    }
}
