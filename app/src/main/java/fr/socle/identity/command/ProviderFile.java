package fr.socle.identity.command;

import fr.socle.house.command.UsageError;
import fr.socle.identity.broker.Provider;
import fr.socle.identity.broker.Provider.Agents;
import fr.socle.identity.federation.Acr;
import fr.socle.identity.federation.Federation;
import fr.socle.identity.federation.Federations;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads identity providers from JSON. Each refusal names the provider, the member and the rule. */
final class ProviderFile {

    record Line(Provider provider, String secret) {

        @Override
        public String toString() {
            return "Line[" + provider.uid() + "]";
        }
    }

    private static final Set<String> MEMBERS =
            Set.of(
                    "uid",
                    "federation",
                    "issuer",
                    "client_id",
                    "client_secret",
                    "label",
                    "hint",
                    "levels",
                    "domains",
                    "fallback");
    private static final int LONGEST = 200;

    private final JsonNode node;
    private final String where;
    private final Federations federations;

    private ProviderFile(JsonNode node, int index, Federations federations) {
        this.node = node;
        this.federations = federations;
        this.where = "fournisseur n° " + (index + 1) + " : ";
    }

    /**
     * @throws UsageError for the first thing that is wrong
     */
    static List<Line> read(String json, Federations federations) {
        var lines = new ArrayList<Line>();
        var seen = new HashSet<String>();
        for (var node : nodes(json)) {
            var line = new ProviderFile(node, lines.size(), federations).line();
            if (!seen.add(line.provider().uid())) {
                throw new UsageError("« " + line.provider().uid() + " » est écrit deux fois");
            }
            lines.add(line);
        }
        return lines;
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
            throw new UsageError("ce n’est pas du JSON");
        }
    }

    private Line line() {
        for (var name : node.propertyNames()) {
            if (!MEMBERS.contains(name)) {
                throw wrong(name, "n’existe pas");
            }
        }
        var federation =
                federations
                        .find(text("federation"))
                        .orElseThrow(
                                () -> wrong("federation", "est une de " + federations.codes()));
        var uid = text("uid");
        if (!uid.matches("[a-z0-9]+(-[a-z0-9]+)*")) {
            throw wrong("uid", "n’a que des lettres minuscules, chiffres et « - »");
        }
        var provider =
                new Provider(
                        uid,
                        federation,
                        issuer(),
                        text("client_id"),
                        new Provider.Face(
                                text("label"), node.has("hint") ? text("hint") : "", true),
                        new Provider.Rules(levels(federation), true),
                        Provider.Protocol.PLAIN,
                        agents(federation));
        return new Line(provider, text("client_secret"));
    }

    /** What it may vouch for; the lowest level that the federation offers, if nothing is said. */
    private List<Acr> levels(Federation federation) {
        var offered = federation.offered().stream().sorted().toList();
        var levels = new ArrayList<Acr>();
        for (var it : node.path("levels")) {
            levels.add(
                    Acr.of(it.asString(""))
                            .filter(offered::contains)
                            .orElseThrow(
                                    () ->
                                            wrong(
                                                    "levels",
                                                    "est un tableau de niveaux de la fédération, comme « "
                                                            + offered.getFirst().code()
                                                            + " »")));
        }
        return levels.isEmpty() ? List.of(offered.getFirst()) : levels;
    }

    private Agents agents(Federation federation) {
        var fallback = node.path("fallback");
        if (!fallback.isMissingNode() && (!fallback.isBoolean() || federation.ofUsagers())) {
            throw wrong("fallback", "vaut true ou false, pour un fournisseur d’agents");
        }
        var claimed = domains(federation, fallback.asBoolean(false));
        return federation.ofUsagers()
                ? Agents.NONE
                : new Agents(claimed, List.of(), null, null, fallback.asBoolean(false), false);
    }

    /**
     * An agent is led to the provider of the e-mail's domain, once the DNS proves it, or to the one
     * that takes all others; a usager chooses.
     */
    private List<String> domains(Federation federation, boolean fallback) {
        var domains = new ArrayList<String>();
        for (var it : node.path("domains")) {
            var domain = it.asString("").toLowerCase(Locale.ROOT);
            if (!domain.matches("[a-z0-9-]+(\\.[a-z0-9-]+)+")) {
                throw wrong("domains", "est un tableau de domaines, comme « ville.example »");
            }
            domains.add(domain);
        }
        if (domains.isEmpty() ? !federation.ofUsagers() && !fallback : federation.ofUsagers()) {
            throw wrong("domains", "va avec une fédération d’agents, et elle seule");
        }
        return domains;
    }

    /** HTTPS without query or fragment (OpenID Connect Discovery, 3), or this very machine. */
    private String issuer() {
        var text = text("issuer");
        try {
            var uri = URI.create(text);
            var host = uri.getHost();
            var safe = "https".equals(uri.getScheme());
            var here =
                    "http".equals(uri.getScheme())
                            && ("localhost".equals(host) || "127.0.0.1".equals(host));
            if (host != null
                    && uri.getRawQuery() == null
                    && uri.getRawFragment() == null
                    && (safe || here)) {
                return text;
            }
        } catch (IllegalArgumentException nonsense) {
            throw wrong("issuer", "n’est pas une adresse");
        }
        throw wrong("issuer", "doit commencer par https:// et n’avoir ni « ? » ni « # »");
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
