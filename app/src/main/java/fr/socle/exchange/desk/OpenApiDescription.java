package fr.socle.exchange.desk;

import static fr.socle.exchange.desk.OpenApiSchemas.map;
import static fr.socle.exchange.desk.OpenApiSchemas.properties;

import fr.socle.exchange.dataset.DataSet;
import fr.socle.exchange.dataset.DataSet.Address;
import fr.socle.exchange.dataset.DataSet.Api;
import fr.socle.exchange.dataset.DataSet.Identification;
import fr.socle.exchange.dataset.DataSet.Secrecy;
import fr.socle.exchange.dataset.DataSet.Source;
import fr.socle.exchange.dataset.DataSet.Terms;
import fr.socle.exchange.provider.Credential;
import fr.socle.kernel.Parsed;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.YAMLException;

/**
 * A provider's OpenAPI document (YAML or JSON) whose answers have the envelope {@code data, links,
 * meta}. Proposes the description of a data set: one field per value, one per list. What a document
 * cannot tell (scopes, prefix, secrecy) is proposed to be corrected by hand.
 */
public final class OpenApiDescription {

    /** No document is longer, in characters. */
    public static final int LARGEST = 3_000_000;

    private static final int LONGEST = 200;
    private static final List<String> WAYS = List.of("identite", "france_connect", "identifiant");

    private final Map<String, Object> root;
    private final OpenApiSchemas schemas;

    private OpenApiDescription(Map<String, Object> root) {
        this.root = root;
        this.schemas = new OpenApiSchemas(root);
    }

    /**
     * What a document says of one path.
     *
     * @param base address of its first server; empty when it names none
     * @param credential without secret, as its first way to be let in
     */
    public record Proposal(DataSet set, String base, Credential credential) {}

    public static Parsed<OpenApiDescription> read(String document) {
        try {
            var options = new LoaderOptions();
            options.setCodePointLimit(LARGEST);
            Object read = new Yaml(new SafeConstructor(options)).load(document);
            var known = new OpenApiDescription(map(read));
            return known.paths().isEmpty()
                    ? Parsed.invalid("exchange.openapi.none")
                    : Parsed.valid(known);
        } catch (YAMLException | StackOverflowError unreadable) {
            return Parsed.invalid("exchange.openapi.unreadable");
        }
    }

    /** Those that answer a GET in JSON with {@code data}, as the document writes them. */
    public List<String> paths() {
        Map<?, ?> paths = map(root.get("paths"));
        return paths.keySet().stream()
                .map(String::valueOf)
                .filter(it -> properties(answer(it)).containsKey("data"))
                .toList();
    }

    private Map<String, Object> operation(String path) {
        return map(map(map(root.get("paths")).get(path)).get("get"));
    }

    private Map<String, Object> answer(String path) {
        var responses = map(operation(path).get("responses"));
        // because YAML reads an unquoted 200 as a number
        var good = responses.get("200");
        var answer = good == null ? ((Map<?, ?>) responses).get(200) : good;
        var content = map(schemas.resolved(answer).get("content"));
        return schemas.resolved(map(content.get("application/json")).get("schema"));
    }

    /**
     * @param path as the document writes it
     */
    public Parsed<Proposal> propose(String path) {
        if (!paths().contains(path)) {
            return Parsed.invalid("exchange.openapi.path", path);
        }
        var code = code(path);
        var fields = new OpenApiFields(schemas, code.replace('-', '_'));
        for (var part : List.of("data", "links", "meta")) {
            var prefix = part.equals("data") ? "" : part + ".";
            fields.below(properties(answer(path)).get(part), prefix, "/" + part, 0);
        }
        var set =
                new DataSet(
                        code,
                        title(operation(path).get("summary"), code),
                        address(path),
                        new Source("99", code.toUpperCase(Locale.ROOT), path),
                        new Terms(Secrecy.PERSONNEL, null, null, 60),
                        fields.found());
        return Parsed.valid(new Proposal(set, base(), credential()));
    }

    private static Address address(String path) {
        var by =
                path.contains("{siren}")
                        ? Identification.SIREN
                        : path.contains("{siret}") ? Identification.SIRET : Identification.PIVOT;
        var api = by == Identification.PIVOT ? Api.PARTICULIER : Api.ENTREPRISE;
        return new Address(api, path.replaceFirst("/identite$", ""), by, false, List.of());
    }

    private String base() {
        return root.get("servers") instanceof List<?> servers && !servers.isEmpty()
                ? ProviderDraft.address(String.valueOf(map(servers.getFirst()).get("url")))
                                instanceof Parsed.Valid<String>(var address)
                        ? address
                        : ""
                : "";
    }

    private Credential credential() {
        return map(map(root.get("components")).get("securitySchemes")).values().stream()
                .map(it -> credential(schemas.resolved(it)))
                .findFirst()
                .orElseGet(Credential.Bearer::new);
    }

    private static Credential credential(Map<String, Object> scheme) {
        return switch (String.valueOf(scheme.get("type"))) {
            case "apiKey" -> new Credential.InHeader(String.valueOf(scheme.get("name")));
            case "mutualTLS" -> new Credential.Certificate();
            case "oauth2" -> {
                var flow = map(map(scheme.get("flows")).get("clientCredentials"));
                var scopes =
                        ((Map<?, ?>) map(flow.get("scopes")))
                                .keySet().stream()
                                        .map(String::valueOf)
                                        .collect(Collectors.joining(" "));
                yield ProviderDraft.address(String.valueOf(flow.get("tokenUrl")))
                                instanceof Parsed.Valid<String>(var url)
                        ? new Credential.ClientCredentials(URI.create(url), "", scopes)
                        : new Credential.Bearer();
            }
            default -> new Credential.Bearer();
        };
    }

    /** The last words of the path that are no variable and no way to find a person. */
    private static String code(String path) {
        var words =
                path.replaceAll("\\{[^}]*}|/(" + String.join("|", WAYS) + ")$", "")
                        .toLowerCase(Locale.ROOT)
                        .replaceAll("[^a-z]+", "-")
                        .replaceAll("^-?v-|^-|-$", "");
        return words.isEmpty() ? "jeu" : words.substring(0, Math.min(LONGEST, words.length()));
    }

    static String title(@Nullable Object text, String otherwise) {
        var words = text == null ? "" : text.toString().replaceAll("\\s+", " ").strip();
        var title = words.isEmpty() ? otherwise : words;
        return title.substring(0, Math.min(LONGEST, title.length()));
    }
}
