package fr.socle.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import fr.socle.exchange.Samples.Scenario;
import fr.socle.exchange.dataset.DataSet;
import fr.socle.habilitations.Habilitation.RequesterKind;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Every scenario through provider, gateway and minimisation, beside a masker that knows only the
 * OpenAPI description. The provider adds, renames and nests members at random; whoever fails reads
 * the seed in the message.
 */
@NullMarked
class ReplayTests extends ContractTest {

    private static final int MISBEHAVIOURS = 3;
    private static final Set<String> DEMANDED = Set.of("nomNaissance", "prenoms", "sexeEtatCivil");

    ReplayTests() throws IOException {}

    @ParameterizedTest
    @CsvSource({
        "api_particulier_v3_cnav_quotient_familial_with_civility, quotient-familial, api_particulier.yaml, /v3/dss/quotient_familial/identite",
        "api_particulier_v3_cnav_quotient_familial_with_france_connect, quotient-familial, api_particulier.yaml, /v3/dss/quotient_familial/france_connect",
        "api_particulier_v3_cnav_revenu_solidarite_active_with_france_connect, revenu-solidarite-active, api_particulier.yaml, /v3/dss/revenu_solidarite_active/france_connect",
        "api_particulier_v3_cnous_etudiant_boursier_with_france_connect, etudiant-boursier, api_particulier.yaml, /v3/cnous/etudiant_boursier/france_connect",
        "api_particulier_v3_mesri_statut_etudiant_with_civility, statut-etudiant, api_particulier.yaml, /v3/mesri/statut_etudiant/identite",
        "api_particulier_v3_mesri_statut_etudiant_with_france_connect, statut-etudiant, api_particulier.yaml, /v3/mesri/statut_etudiant/identite",
        "api_entreprise_v4_insee_unites_legales, unites-legales, api_entreprise.yaml, /v4/insee/sirene/unites_legales/{siren}",
        "api_entreprise_v4_insee_etablissements, etablissements, api_entreprise.yaml, /v4/insee/sirene/etablissements/{siret}",
        "api_entreprise_v4_acoss_attestations_sociales, attestation-vigilance, api_entreprise.yaml, /v4/urssaf/unites_legales/{siren}/attestation_vigilance",
        "api_entreprise_v4_dgfip_attestations_fiscales, attestation-fiscale, api_entreprise.yaml, /v4/dgfip/unites_legales/{siren}/attestation_fiscale"
    })
    void theSameBytesLeaveAsTheIndependentMaskerLeaves(
            String folder, String code, String description, String path) throws IOException {
        var samples = Samples.find();
        assumeTrue(samples.isPresent(), "the scenario files are not here");
        var scenarios = samples.get().scenarios(folder);
        var schema = samples.get().schema(description, path);
        var set = given(code, 1_000_000);
        var random = new Random(folder.hashCode());
        var city = organisation("Ville rejouée");
        var recipient = city.siret().value();
        assertThat(scenarios).isNotEmpty();
        for (int round = 0; round < 2; round++) {
            var roots = roots(set, round, random);
            var granted =
                    every(set).stream()
                            .filter(it -> roots.contains(root(it)))
                            .collect(Collectors.toSet());
            var token =
                    token(
                            habilitation(
                                    city,
                                    set,
                                    granted,
                                    EnumSet.of(RequesterKind.AUTOMATE_SANS_DOSSIER)));
            for (var scenario : scenarios) {
                var seed = random.nextLong();
                replay(scenario, set, token, recipient, new OpenApiMask(schema, roots), seed);
            }
        }
    }

    private void replay(
            Scenario scenario,
            DataSet set,
            String token,
            String recipient,
            OpenApiMask mask,
            long seed) {
        var why = scenario.name() + ", seed " + seed;
        var said = scenario.payload();
        if (scenario.status() == 200) {
            var document = (ObjectNode) JSON.readTree(scenario.payload());
            new Misbehaviour(new Random(seed)).spoil(document, MISBEHAVIOURS);
            said = JSON.writeValueAsString(document);
        }
        var answer = said;
        behaviour = exchange -> say(exchange, scenario.status(), answer);
        var response = call(token, path(set), query(scenario, set, recipient));
        if (response.statusCode() == 422) {
            // because some scenarios leave out what the contract demands
            assertThat(scenario.params().keySet().containsAll(DEMANDED)).as(why).isFalse();
            return;
        }
        if (scenario.status() == 200) {
            assertThat(new String(response.body(), StandardCharsets.UTF_8))
                    .as(why)
                    .isEqualTo(mask.of(JSON.readTree(answer)));
        } else {
            assertThat(codes(response)).as(why).allMatch(it -> it.endsWith(expected(scenario)));
            assertThat(response.body())
                    .as(why)
                    .isNotEqualTo(scenario.payload().getBytes(StandardCharsets.UTF_8));
        }
    }

    private static String expected(Scenario failing) {
        return switch (failing.status()) {
            case 404 -> "003";
            case 429 -> "008";
            case 502 -> "999";
            default -> "002";
        };
    }

    /** Everything; then some roots of the answer. */
    private static Set<String> roots(DataSet set, int round, Random random) {
        var all =
                new ArrayList<>(new TreeSet<>(every(set).stream().map(ReplayTests::root).toList()));
        return switch (round) {
            case 0 -> Set.copyOf(all);
            default -> {
                var some = new TreeSet<String>(all);
                some.removeIf(_ -> random.nextBoolean());
                yield some.isEmpty() ? Set.of(all.getFirst()) : some;
            }
        };
    }

    private static String root(String code) {
        return code.split("\\.", 2)[0];
    }

    private static String path(DataSet set) {
        var path = set.address().path();
        return switch (set.address().by()) {
            case PIVOT -> path + "/identite";
            case IDENTIFIANT -> path + "/identifiant";
            case SIREN -> path.replace("{siren}", "418166096");
            case SIRET -> path.replace("{siret}", "41816609600069");
        };
    }

    private static List<String> query(Scenario scenario, DataSet set, String recipient) {
        var query = new ArrayList<>(List.of("recipient", recipient));
        if (set.address().api() == DataSet.Api.ENTREPRISE) {
            query.addAll(List.of("context", "essai", "object", "rejeu"));
            return query;
        }
        scenario.params().forEach((name, value) -> add(query, name, value));
        return query;
    }

    private static void add(List<String> query, String name, Object value) {
        if (value instanceof List<?> several) {
            several.forEach(it -> query.addAll(List.of(name + "[]", it.toString())));
        } else {
            query.addAll(List.of(name.equals("prenoms") ? "prenoms[]" : name, value.toString()));
        }
    }

    /** A provider's next version: new members, members with other names, members elsewhere. */
    private record Misbehaviour(Random random) {

        void spoil(ObjectNode answer, int times) {
            for (int i = 0; i < times; i++) {
                var objects = new ArrayList<ObjectNode>();
                collect(answer.path("data"), objects);
                collect(answer.path("meta"), objects);
                if (!objects.isEmpty()) {
                    spoilOne(objects.get(random.nextInt(objects.size())));
                }
            }
        }

        private static void collect(JsonNode node, List<ObjectNode> objects) {
            if (node instanceof ObjectNode object) {
                objects.add(object);
            }
            node.values().forEach(it -> collect(it, objects));
        }

        private void spoilOne(ObjectNode object) {
            var names = List.copyOf(object.propertyNames());
            var name = names.isEmpty() ? "" : names.get(random.nextInt(names.size()));
            switch (random.nextInt(names.isEmpty() ? 1 : 4)) {
                case 0 -> object.put("nir_" + random.nextInt(1000), "2900133063000");
                case 1 -> object.set(name + "_v2", object.remove(name));
                case 2 -> {
                    var inside = JSON.createObjectNode();
                    inside.set(name, object.get(name));
                    object.set(name, inside);
                }
                default -> object.set(name, JSON.createArrayNode().add(object.get(name)));
            }
        }
    }

    /** Knows only the OpenAPI description and which members at the root may leave. */
    private record OpenApiMask(Map<String, Object> schema, Set<String> roots) {

        String of(JsonNode answer) {
            var kept = JSON.createObjectNode();
            for (var member : answer.properties()) {
                var part = member.getKey();
                if (part.equals("data")) {
                    kept.set("data", object(member.getValue(), properties(at("data")), roots));
                } else if (part.equals("links") || part.equals("meta")) {
                    var allowed =
                            roots.contains(part) ? properties(at(part)) : Map.<String, Object>of();
                    kept.set(part, object(member.getValue(), allowed, allowed.keySet()));
                }
            }
            for (var part : List.of("links", "meta")) {
                if (!kept.has(part)) {
                    kept.set(part, JSON.createObjectNode());
                }
            }
            return JSON.writeValueAsString(kept);
        }

        private Object at(String part) {
            return properties(schema).getOrDefault(part, Map.of());
        }

        private static ObjectNode object(
                JsonNode value, Map<String, Object> properties, Set<String> allowed) {
            var kept = JSON.createObjectNode();
            for (var member : value.properties()) {
                var name = member.getKey();
                if (allowed.contains(name) && fits(member.getValue(), properties.get(name))) {
                    kept.set(name, masked(member.getValue(), properties.get(name)));
                }
            }
            return kept;
        }

        private static boolean fits(JsonNode value, @Nullable Object schema) {
            if (schema == null) {
                return false;
            }
            var type = type(schema);
            return value.isNull()
                    || (type.equals("object")
                            ? value.isObject()
                            : type.equals("array") ? value.isArray() : value.isValueNode());
        }

        private static JsonNode masked(JsonNode value, @Nullable Object schema) {
            if (value.isArray()) {
                var items = schema instanceof Map<?, ?> list ? list.get("items") : null;
                var kept = JSON.createArrayNode();
                for (var each : value) {
                    if (fits(each, items)) {
                        kept.add(masked(each, items));
                    }
                }
                return kept;
            }
            var properties = properties(schema);
            return value.isObject() ? object(value, properties, properties.keySet()) : value;
        }

        private static String type(Object schema) {
            return ((Map<?, ?>) schema).containsKey("properties")
                    ? "object"
                    : String.valueOf(((Map<?, ?>) schema).get("type"));
        }

        @SuppressWarnings("unchecked")
        private static Map<String, Object> properties(@Nullable Object schema) {
            return schema instanceof Map<?, ?> map
                            && map.get("properties") instanceof Map<?, ?> found
                    ? (Map<String, Object>) found
                    : Map.of();
        }
    }
}
