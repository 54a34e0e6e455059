package fr.socle.exchange.command;

import fr.socle.exchange.dataset.DataSet;
import fr.socle.exchange.dataset.Library;
import fr.socle.exchange.dataset.Rules;
import fr.socle.exchange.provider.Credential;
import fr.socle.house.command.UsageError;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads data providers from JSON. Each refusal names the provider, the member and the rule. */
final class DataProviderFile {

    /**
     * @param base without final slash
     */
    record Line(DataSet set, String name, String base, Credential credential, String token) {

        @Override
        public String toString() {
            return "Line[" + set.code() + "]";
        }
    }

    private static final Set<String> MEMBERS =
            Set.of("data_set", "name", "base_url", "auth", "token");
    private static final int LONGEST_NAME = 200;
    private static final int LONGEST_TOKEN = 10_000;

    private final JsonNode node;
    private final String where;

    private DataProviderFile(JsonNode node, int index) {
        this.node = node;
        this.where = "fournisseur n° " + (index + 1) + " : ";
    }

    /**
     * @throws UsageError for the first thing that is wrong
     */
    static List<Line> read(String json) {
        var lines = new ArrayList<Line>();
        var seen = new HashSet<String>();
        for (var node : nodes(json)) {
            var line = new DataProviderFile(node, lines.size()).line();
            if (!seen.add(line.set().code())) {
                throw new UsageError("« " + line.set().code() + " » est écrit deux fois");
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
        var set =
                node.path("data_set").isObject()
                        ? described()
                        : known(text("data_set", LONGEST_NAME));
        return new Line(
                set,
                text("name", LONGEST_NAME),
                address("base_url", text("base_url", LONGEST_NAME)),
                credential(node.path("auth")),
                token());
    }

    private DataSet known(String code) {
        return Library.find(code).orElseThrow(() -> wrong("data_set", "vaut " + codes()));
    }

    /** A description of its own: whoever knows the provider's answers writes it. */
    private DataSet described() {
        try {
            var set =
                    JsonMapper.shared()
                            .readerFor(DataSet.class)
                            .with(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                            .<DataSet>readValue(node.path("data_set"));
            Rules.fault(set)
                    .ifPresent(
                            it -> {
                                throw new UsageError(where + it);
                            });
            return set;
        } catch (JacksonException unreadable) {
            throw wrong(
                    "data_set",
                    "n’est pas une description entière : " + unreadable.getOriginalMessage());
        }
    }

    private static String codes() {
        return Library.all().stream()
                .map(it -> "« " + it.code() + " »")
                .collect(Collectors.joining(" ou "));
    }

    /** HTTPS, or this very machine for who develops: the token goes there at each question. */
    private String address(String member, String typed) {
        var text = typed.replaceAll("/+$", "");
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
            throw wrong(member, "n’est pas une adresse");
        }
        throw wrong(member, "doit commencer par https:// et n’avoir ni « ? » ni « # »");
    }

    private Credential credential(JsonNode auth) {
        if (auth.isMissingNode()) {
            return new Credential.Bearer();
        }
        return switch (auth.path("kind").asString("")) {
            case "bearer" -> new Credential.Bearer();
            case "api-key" ->
                    new Credential.InHeader(
                            member(auth, "header", "[A-Za-z0-9-]{1,60}", "est un nom d’en-tête"));
            case "oauth2" ->
                    new Credential.ClientCredentials(
                            URI.create(
                                    address("auth.token_url", auth.path("token_url").asString(""))),
                            member(auth, "client_id", "[!-~]{1,200}", "est un identifiant"),
                            member(auth, "scope", "[ -~]{0,500}", "est une liste de portées"));
            default -> throw wrong("auth.kind", "vaut « bearer », « api-key » ou « oauth2 »");
        };
    }

    private String member(JsonNode auth, String name, String form, String rule) {
        var text = auth.path(name).asString("");
        if (!text.matches(form)) {
            throw wrong("auth." + name, rule);
        }
        return text;
    }

    /** It goes into a header (RFC 6750, 2.1). */
    private String token() {
        var token = text("token", LONGEST_TOKEN);
        if (!token.matches("[A-Za-z0-9._~+/-]+=*")) {
            throw wrong("token", "n’a que des lettres sans accent, chiffres et « . _ ~ + / - = »");
        }
        return token;
    }

    private String text(String name, int longest) {
        var value = node.path(name);
        var text = value.isString() ? value.asString().strip() : "";
        if (text.isEmpty() || text.length() > longest) {
            throw wrong(name, "est un texte de 1 à " + longest + " caractères");
        }
        return text;
    }

    private UsageError wrong(String member, String rule) {
        return new UsageError(where + "« " + member + " » " + rule);
    }
}
