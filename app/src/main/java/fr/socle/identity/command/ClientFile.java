package fr.socle.identity.command;

import fr.socle.house.command.UsageError;
import fr.socle.identity.federation.Client;
import fr.socle.identity.federation.Federation;
import fr.socle.identity.federation.OurClients;
import java.net.URI;
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
    private static final int LONGEST = 200;

    private final JsonNode node;
    private final String where;

    private ClientFile(JsonNode node, int index) {
        this.node = node;
        this.where = "service n° " + (index + 1) + " : ";
    }

    static boolean isOurs(String clientId) {
        return clientId.equals(OurClients.USAGERS) || clientId.equals(OurClients.AGENTS);
    }

    /**
     * @throws UsageError for the first thing that is wrong
     */
    static List<Client> read(String json) {
        var clients = new ArrayList<Client>();
        var seen = new HashSet<String>();
        for (var node : nodes(json)) {
            var client = new ClientFile(node, clients.size()).client();
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
        for (var name : node.propertyNames()) {
            if (!MEMBERS.contains(name)) {
                throw wrong(name, "n’existe pas");
            }
        }
        var federation =
                Federation.of(text("federation"))
                        .orElseThrow(() -> wrong("federation", "vaut « citoyens » ou « agents »"));
        var id = clientId();
        return new Client(
                id,
                federation,
                text("name"),
                text("organisation"),
                node.has("sector") ? text("sector") : id,
                addresses("redirect_uris", true),
                addresses("post_logout_redirect_uris", false),
                scopes(federation),
                flag("pkce"),
                flag("active"));
    }

    private String clientId() {
        var id = text("client_id");
        if (!id.matches("[A-Za-z0-9._-]{1,100}")) {
            throw wrong(
                    "client_id", "n’a que des lettres sans accent, chiffres, « . », « _ », « - »");
        }
        if (isOurs(id)) {
            throw wrong("client_id", "est réservé aux pages de cette maison");
        }
        return id;
    }

    private Set<String> scopes(Federation federation) {
        var scopes = Set.copyOf(List.of(text("scope").split(" +")));
        if (!scopes.contains("openid")) {
            throw wrong("scope", "doit contenir « openid »");
        }
        for (var scope : scopes) {
            if (!federation.scopes().containsKey(scope) || scope.equals("idp_sub")) {
                throw wrong("scope", "ne peut pas contenir « " + scope + " »");
            }
        }
        return scopes;
    }

    private List<String> addresses(String name, boolean required) {
        var addresses = new ArrayList<String>();
        for (var it : node.path(name)) {
            addresses.add(address(name, it.asString("")));
        }
        if (addresses.isEmpty() && (required || node.has(name) && !node.path(name).isArray())) {
            throw wrong(name, "est un tableau d’adresses");
        }
        return addresses;
    }

    /** HTTPS, or this very machine for who develops; no fragment (RFC 6749, 3.1.2). */
    private String address(String name, String text) {
        try {
            var uri = URI.create(text);
            var host = uri.getHost();
            var safe = "https".equals(uri.getScheme());
            var here = "localhost".equals(host) || "127.0.0.1".equals(host);
            if (host != null && uri.getFragment() == null && (safe || here)) {
                return text;
            }
        } catch (IllegalArgumentException nonsense) {
            throw wrong(name, "« " + text + " » n’est pas une adresse");
        }
        throw wrong(name, "« " + text + " » doit commencer par https:// et n’avoir pas de « # »");
    }

    private boolean flag(String name) {
        var value = node.path(name);
        if (value.isMissingNode()) {
            return true;
        }
        if (!value.isBoolean()) {
            throw wrong(name, "vaut true ou false");
        }
        return value.asBoolean();
    }

    private String text(String name) {
        var value = node.path(name);
        var text = value.isString() ? value.asString().strip() : "";
        if (text.isEmpty() || text.length() > LONGEST) {
            throw wrong(name, "est un texte de 1 à " + LONGEST + " caractères");
        }
        return text;
    }

    private UsageError wrong(String member, String rule) {
        return new UsageError(where + "« " + member + " » " + rule);
    }
}
