package fr.socle.exchange.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.socle.exchange.dataset.Library;
import fr.socle.exchange.dataset.Rules;
import fr.socle.exchange.desk.OpenApiDescription;
import fr.socle.exchange.provider.Credential;
import fr.socle.house.command.UsageError;
import fr.socle.kernel.Parsed;
import fr.socle.ui.Dictionary;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DataProviderFileTests {

    private static final String GOOD =
            """
            {"data_set": "quotient-familial", "name": "Caisse (essai)",
             "base_url": "https://caisse.example/", "token": "abc.DEF-1"}
            """;

    private static List<DataProviderFile.Line> read(String json) {
        try {
            return DataProviderFile.read(json, new Dictionary().french());
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }

    @Test
    void oneObjectOrAnArrayIsRead() {
        var one = read(GOOD);
        assertThat(one).hasSize(1);
        assertThat(one.getFirst().draft().base()).isEqualTo("https://caisse.example");
        assertThat(one.toString()).doesNotContain("abc");
        var other = GOOD.replace("quotient-familial", "statut-etudiant");
        assertThat(read("[" + GOOD + "," + other + "]")).hasSize(2);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"quotient-familial\"|\"quotient\"|« data_set » : Il faut une description",
                "\"quotient-familial\"|12|« data_set »",
                "\"Caisse (essai)\"|\"\"|« name »",
                "https://caisse.example/|http://caisse.example/|https",
                "https://caisse.example/|https://caisse.example/?a=b|https",
                "https://caisse.example/|/caisse|https",
                "abc.DEF-1|deux mots|« token »",
                "abc.DEF-1|a\\nb|« token »",
                "\"token\"|\"jeton\"|« jeton » : Ce membre"
            })
    void eachFaultIsNamed(String good, String bad, String told) {
        assertThatThrownBy(() -> read(GOOD.replace(good, bad)))
                .isInstanceOf(UsageError.class)
                .hasMessageContaining(told);
    }

    @Test
    void whatIsNoJsonOrTwiceTheSameIsRefused() {
        assertThatThrownBy(() -> read("{")).isInstanceOf(UsageError.class);
        assertThatThrownBy(() -> read("[]")).isInstanceOf(UsageError.class);
        assertThatThrownBy(() -> read("[" + GOOD + "," + GOOD + "]"))
                .hasMessageContaining("deux fois");
    }

    @Test
    void whoWeAreAtTheProviderIsReadWithItsFaults() {
        assertThat(with("{\"kind\": \"api-key\", \"header\": \"X-Cle\"}"))
                .isEqualTo(new Credential.InHeader("X-Cle"));
        assertThat(
                        with(
                                "{\"kind\": \"oauth2\", \"token_url\": \"https://p.example/t\", \"client_id\": \"moi\"}"))
                .isEqualTo(
                        new Credential.ClientCredentials(
                                URI.create("https://p.example/t"), "moi", ""));
        for (var wrong :
                List.of(
                        "{\"kind\": \"mot de passe\"}",
                        "{\"kind\": \"api-key\", \"header\": \"a: b\"}",
                        "{\"kind\": \"oauth2\", \"token_url\": \"http://p.example/t\", \"client_id\": \"moi\"}",
                        "{\"kind\": \"oauth2\", \"token_url\": \"https://p.example/t\"}")) {
            assertThatThrownBy(() -> with(wrong))
                    .as(wrong)
                    .isInstanceOf(UsageError.class)
                    .hasMessageContaining("« auth.");
        }
    }

    private static Credential with(String auth) {
        var file = GOOD.replace("\"token\":", "\"auth\": " + auth + ", \"token\":");
        return read(file).getFirst().access().credential();
    }

    @Test
    void everyDescriptionOfTheHouseObeysTheRules() {
        assertThat(Library.all()).hasSizeGreaterThan(5);
        for (var set : Library.all()) {
            assertThat(Rules.faults(set)).as(set.code()).isEmpty();
        }
    }

    @Test
    void anotherDataSetIsDescribedInTheFile() {
        var read = read(described(DESCRIPTION)).getFirst();
        assertThat(read.draft().set().fields().getFirst().pointers())
                .containsExactly("/data/permis/numero");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"code\": \"permis\"|\"code\": \"Permis 1\"|« data_set.code »",
                "/v3/permis\"|/permis\"|« data_set.address.path »",
                "\"99\"|\"9\"|« data_set.source.prefix »",
                "/data/permis/numero|/permis/numero|pointers",
                "/data/permis/numero|/data/permis/*/numero|pointers",
                "\"perMinute\": 60|\"perMinute\": 0|« data_set.terms.perMinute »",
                "\"PERSONNEL\"|\"INCONNU\"|« data_set.terms.secrecy »",
                "\"title\": \"Permis\",||« data_set.title »",
                "\"title\"|\"titre\"|« data_set.titre »"
            })
    void eachFaultOfADescriptionIsNamed(String good, @Nullable String bad, String told) {
        var wrong = DESCRIPTION.replace(good, bad == null ? "" : bad);
        assertThat(wrong).isNotEqualTo(DESCRIPTION);
        assertThatThrownBy(() -> read(described(wrong)))
                .isInstanceOf(UsageError.class)
                .hasMessageContaining(told);
    }

    @Test
    void anOpenApiDocumentGivesADescriptionThatObeysTheRules() {
        var document = OpenApiDescription.read(OPENAPI).orThrow();
        assertThat(document.paths()).containsExactly("/v3/permis/identite");
        var set = document.propose("/v3/permis/identite").orThrow().set();
        assertThat(Rules.faults(set)).isEmpty();
        assertThat(set.fields())
                .extracting(it -> it.code() + " " + it.kind() + " " + it.pointers())
                .containsExactly(
                        "numero TEXT [/data/numero]",
                        "points NUMBER [/data/points]",
                        "titres RECORDS [/data/titres/*/categorie, /data/titres/*/lieu/code]");
        assertThat(document.propose("/ailleurs")).isInstanceOf(Parsed.Invalid.class);
        assertThat(OpenApiDescription.read("{:")).isInstanceOf(Parsed.Invalid.class);
        assertThat(OpenApiDescription.read("paths: {}")).isInstanceOf(Parsed.Invalid.class);
    }

    @Test
    void aDocumentThatRefersToItselfWithoutEndIsReadAllTheSame() {
        var schemas = new StringBuilder();
        for (int level = 0; level < 15; level++) {
            var next = "{$ref: \"#/components/schemas/S" + (level + 1) % 15 + "\"}";
            var members =
                    IntStream.range(0, 10)
                            .mapToObj(it -> "m" + it + ": " + next)
                            .collect(Collectors.joining(", "));
            schemas.append("    S" + level + ": {properties: {" + members + "}}\n");
        }
        var bomb =
                OPENAPI.replaceFirst(
                                "(?s)properties:\\s+data:.*",
                                "properties: {data: {\\$ref: \"#/components/schemas/S0\"}}\n")
                        + "components:\n  schemas:\n"
                        + schemas;
        var set = OpenApiDescription.read(bomb).orThrow().propose("/v3/permis/identite");
        assertThat(Rules.faults(set.orThrow().set()))
                .extracting(Rules.Fault::member)
                .contains("fields");
    }

    private static String described(String description) {
        return GOOD.replace("\"quotient-familial\"", description);
    }

    private static final String DESCRIPTION =
            """
            {"code": "permis", "title": "Permis",
             "address": {"api": "PARTICULIER", "path": "/v3/permis", "by": "PIVOT", "federated": false, "parameters": []},
             "source": {"prefix": "99", "name": "ESSAI", "path": "/permis"},
             "terms": {"secrecy": "PERSONNEL", "opens": null, "closes": null, "perMinute": 60},
             "fields": [{"code": "permis.numero", "label": "Numéro", "scope": "permis", "kind": "TEXT",
                         "pointers": ["/data/permis/numero"]}]}
            """;

    private static final String OPENAPI =
            """
            paths:
              /v3/permis/identite:
                get:
                  summary: Permis
                  responses:
                    "200":
                      content:
                        application/json:
                          schema:
                            properties:
                              data:
                                properties:
                                  numero: {type: string, title: Numéro}
                                  points: {type: integer}
                                  titres:
                                    type: array
                                    items:
                                      properties:
                                        categorie: {type: string}
                                        lieu: {properties: {code: {type: string}}}
            """;
}
