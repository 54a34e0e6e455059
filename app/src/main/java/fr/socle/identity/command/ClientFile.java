package fr.socle.identity.command;

import fr.socle.house.command.UsageError;
import fr.socle.identity.federation.Client;
import fr.socle.identity.federation.Federation;
import fr.socle.identity.federation.Federations;
import fr.socle.identity.federation.OurClients;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads services from JSON. Each refusal names the service, the member and the rule, in French. */
final class ClientFile {

    private static final Set<String> MEMBERS =
            Set.of(
                    "client_id",
                    "federation",
                    "name",
                    "organisation",
                    "redirect_uris",
                    "post_logout_redirect_uris",
                    "scope",
                    "sector",
                    "pkce",
                    "active");

    private final JsonMembers node;
    private final Federations federations;

    private ClientFile(JsonMembers node, Federations federations) {
        this.node = node;
        this.federations = federations;
    }

    static boolean isOurs(String clientId) {
        return clientId.equals(OurClients.USAGERS) || clientId.equals(OurClients.AGENTS);
    }

    /**
     * @throws UsageError for the first thing that is wrong
     */
    static List<Client> read(String json, Federations federations) {
        var clients = new ArrayList<Client>();
        var seen = new HashSet<String>();
        for (var node : nodes(json)) {
            var client =
                    new ClientFile(new JsonMembers(node, clients.size()), federations).client();
            if (!seen.add(client.clientId())) {
                throw new UsageError("« " + client.clientId() + " » est écrit deux fois");
            }
            clients.add(client);
        }
        return clients;
    }

    private static List<JsonNode> nodes(String json) {
        try {
            var root = JsonMapper.shared().readTree(json);
            var nodes = root.isArray() ? List.copyOf(root.values()) : List.of(root);
            if (nodes.isEmpty() || !nodes.stream().allMatch(JsonNode::isObject)) {
                throw new UsageError("il faut un objet JSON, ou un tableau d’objets");
            }
            return nodes;
        } catch (JacksonException unreadable) {
            var at = unreadable.getLocation();
            throw new UsageError(
                    "ce n’est pas du JSON" + (at == null ? "" : " (ligne " + at.getLineNr() + ")"));
        }
    }

    private Client client() {
        node.onlyHas(MEMBERS, ClientContract.MEMBERS);
        var federation =
                federations
                        .find(node.text("federation"))
                        .orElseThrow(
                                () ->
                                        node.wrong(
                                                "federation", "est une de " + federations.codes()));
        var id = clientId();
        var contract = new ClientContract(node, federation);
        var profile = contract.profile();
        return new Client(
                id,
                federation,
                node.text("name"),
                node.text("organisation"),
                node.has("sector") ? node.text("sector") : id,
                node.addresses("redirect_uris", true),
                node.addresses("post_logout_redirect_uris", false),
                scopes(federation),
                contract.needsPkce(profile),
                node.flag("active", true),
                contract.keys(profile),
                contract.rules(profile));
    }

    private String clientId() {
        var id = node.text("client_id");
        if (!id.matches("[A-Za-z0-9._-]{1,100}")) {
            throw node.wrong(
                    "client_id", "n’a que des lettres sans accent, chiffres, « . », « _ », « - »");
        }
        if (isOurs(id)) {
            throw node.wrong("client_id", "est réservé aux pages de cette maison");
        }
        return id;
    }

    private Set<String> scopes(Federation federation) {
        var scopes = Set.copyOf(List.of(node.text("scope").split(" +")));
        if (!scopes.contains("openid")) {
            throw node.wrong("scope", "doit contenir « openid »");
        }
        for (var scope : scopes) {
            if (!federation.knows(scope) || scope.equals("idp_sub")) {
                throw node.wrong("scope", "ne peut pas contenir « " + scope + " »");
            }
        }
        return scopes;
    }
}
