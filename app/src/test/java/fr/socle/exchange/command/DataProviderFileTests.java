package fr.socle.exchange.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.socle.exchange.dataset.Library;
import fr.socle.exchange.dataset.Rules;
import fr.socle.exchange.provider.Credential;
import fr.socle.house.command.UsageError;
import java.net.URI;
import java.util.List;
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

    @Test
    void oneObjectOrAnArrayIsRead() {
        var one = DataProviderFile.read(GOOD);
        assertThat(one).hasSize(1);
        assertThat(one.getFirst().base()).isEqualTo("https://caisse.example");
        assertThat(one.toString()).doesNotContain("abc");
        var other = GOOD.replace("quotient-familial", "statut-etudiant");
        assertThat(DataProviderFile.read("[" + GOOD + "," + other + "]")).hasSize(2);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"quotient-familial\"|\"quotient\"|« data_set » vaut",
                "\"quotient-familial\"|12|« data_set »",
                "\"Caisse (essai)\"|\"\"|« name »",
                "https://caisse.example/|http://caisse.example/|https",
                "https://caisse.example/|https://caisse.example/?a=b|https",
                "https://caisse.example/|/caisse|https",
                "abc.DEF-1|deux mots|« token »",
                "abc.DEF-1|a\\nb|« token »",
                "\"token\"|\"jeton\"|« jeton » n’existe pas"
            })
    void eachFaultIsNamed(String good, String bad, String told) {
        assertThatThrownBy(() -> DataProviderFile.read(GOOD.replace(good, bad)))
                .isInstanceOf(UsageError.class)
                .hasMessageContaining(told);
    }

    @Test
    void whatIsNoJsonOrTwiceTheSameIsRefused() {
        assertThatThrownBy(() -> DataProviderFile.read("{")).isInstanceOf(UsageError.class);
        assertThatThrownBy(() -> DataProviderFile.read("[]")).isInstanceOf(UsageError.class);
        assertThatThrownBy(() -> DataProviderFile.read("[" + GOOD + "," + GOOD + "]"))
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
        return DataProviderFile.read(file).getFirst().credential();
    }

    @Test
    void everyDescriptionOfTheHouseObeysTheRules() {
        assertThat(Library.all()).hasSizeGreaterThan(5);
        for (var set : Library.all()) {
            assertThat(Rules.fault(set)).as(set.code()).isEmpty();
        }
    }

    @Test
    void anotherDataSetIsDescribedInTheFile() {
        var read = DataProviderFile.read(described(DESCRIPTION)).getFirst();
        assertThat(read.set().fields().getFirst().pointers())
                .containsExactly("/data/permis/numero");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"code\": \"permis\"|\"code\": \"Permis 1\"|« code »",
                "/v3/permis\"|/permis\"|« address.path »",
                "\"99\"|\"9\"|« source.prefix »",
                "/data/permis/numero|/permis/numero|pointers",
                "/data/permis/numero|/data/permis/*/numero|pointers",
                "\"perMinute\": 60|\"perMinute\": 0|« terms.perMinute »",
                "\"PERSONNEL\"|\"INCONNU\"|« data_set »",
                "\"title\": \"Permis\",||« data_set »",
                "\"title\"|\"titre\"|« data_set »"
            })
    void eachFaultOfADescriptionIsNamed(String good, @Nullable String bad, String told) {
        var wrong = DESCRIPTION.replace(good, bad == null ? "" : bad);
        assertThat(wrong).isNotEqualTo(DESCRIPTION);
        assertThatThrownBy(() -> DataProviderFile.read(described(wrong)))
                .isInstanceOf(UsageError.class)
                .hasMessageContaining(told);
    }

    @Test
    void anOpenApiDocumentGivesADescriptionThatObeysTheRules() {
        var set = OpenApiDescription.propose(OPENAPI, "/v3/permis/identite");
        assertThat(Rules.fault(set)).isEmpty();
        assertThat(set.fields())
                .extracting(it -> it.code() + " " + it.kind() + " " + it.pointers())
                .containsExactly(
                        "numero TEXT [/data/numero]",
                        "points NUMBER [/data/points]",
                        "titres RECORDS [/data/titres/*/categorie, /data/titres/*/lieu/code]");
        assertThatThrownBy(() -> OpenApiDescription.propose(OPENAPI, "/ailleurs"))
                .hasMessageContaining("/ailleurs");
        assertThatThrownBy(() -> OpenApiDescription.propose("{:", "/x"))
                .isInstanceOf(UsageError.class);
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
