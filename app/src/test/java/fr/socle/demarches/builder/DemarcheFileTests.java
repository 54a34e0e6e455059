package fr.socle.demarches.builder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import fr.socle.SampleFolder;
import fr.socle.demarches.DemarcheId;
import fr.socle.demarches.definition.Champ;
import fr.socle.demarches.definition.ChampType;
import fr.socle.demarches.definition.Checker;
import fr.socle.demarches.definition.DefinitionJson;
import fr.socle.demarches.definition.Problem;
import fr.socle.demarches.definition.Types;
import fr.socle.directory.OrganisationId;
import fr.socle.kernel.Parsed;
import fr.socle.kernel.Texts;
import fr.socle.pieces.Family;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** Files of procedures: those of demarches-simplifiees, and ours. */
@NullMarked
class DemarcheFileTests {

    private static final Random RANDOM = new Random(7);
    private static final JsonNode NULL = JsonNodeFactory.instance.objectNode();

    @Test
    void everyRealDefinitionIsReadWholeAndSurvivesOurFormat() throws IOException {
        var folder = SampleFolder.find("demarches");
        assumeTrue(folder.isPresent(), "no samples beside the repository");
        try (var files = Files.list(folder.orElseThrow())) {
            var all = files.filter(it -> it.toString().endsWith(".json")).toList();
            assertThat(all).isNotEmpty();
            for (var file : all) {
                isReadWhole(file);
            }
        }
    }

    private static void isReadWhole(Path file) throws IOException {
        var json = Files.readString(file);
        var imported = read(json).orThrow();
        assertThat(imported.definition().all().count())
                .as(file.toString())
                .isEqualTo(json.split("\"__typename\"", -1).length - 1);
        var written = DefinitionJson.write(imported.definition());
        assertThat(DefinitionJson.read(written)).isEqualTo(Parsed.valid(imported.definition()));
        var fiche =
                new Fiche(
                        new DemarcheId(UUID.randomUUID()),
                        new OrganisationId(UUID.randomUUID()),
                        "essai",
                        imported.facts(),
                        imported.definition(),
                        Map.of(),
                        1);
        assertThat(read(DemarcheFile.write(fiche)).orThrow().definition())
                .isEqualTo(imported.definition());
    }

    @Test
    void everyTypeOfTheOriginalHasItsOwn() {
        var names =
                List.of(
                        "Text Textarea DecimalNumber Number IntegerNumber Date Datetime YesNo"
                                + " Checkbox Civilite Email Phone Address Commune Departement Region"
                                + " Pays Epci Iban Siret RNA RNF AnnuaireEducation DossierLink"
                                + " HeaderSection Explication PieceJustificative TitreIdentite"
                                + " DropDownList MultipleDropDownList LinkedDropDownList Carte Cnaf"
                                + " Dgfip PoleEmploi Mesri COJO EngagementJuridique",
                        "Repetition Formatted Referentiel");
        for (var name : names.getFirst().split(" ")) {
            assertThat(ForeignType.of(name, NULL).remark()).as(name).isNull();
        }
        assertThat(ForeignType.of("Formatted", NULL).type().code()).isEqualTo("format");
        assertThat(ForeignType.of("Referentiel", NULL).type().code()).isEqualTo("referentiel");
    }

    @Test
    void annotationsAndLinkedListsAreReadAndAnUnknownTypeIsTold() {
        var imported =
                read("""
                                {"title":"Essai","description":null,"revision":{"champDescriptors":[
                                 {"__typename":"DatetimeChampDescriptor","label":"Quand","required":true},
                                 {"__typename":"NouveauChampDescriptor","label":"Quoi","required":false},
                                 {"__typename":"LinkedDropDownListChampDescriptor","label":"Où","options":["--Bretagne--","Rennes","Brest","--Corse--","Ajaccio"],"required":false}],
                                 "annotationDescriptors":[{"__typename":"EngagementJuridiqueChampDescriptor","label":"EJ","required":false}]}}
                                """)
                        .orThrow();
        assertThat(imported.remarks()).extracting(Imported.Remark::key).containsExactly("unknown");
        assertThat(imported.definition().champs())
                .extracting(it -> it.type().code())
                .containsExactly("date-heure", "texte", "choix-lies");
        assertThat(imported.definition().annotations())
                .extracting(it -> it.type().code())
                .containsExactly("engagement-juridique");
        var written = DefinitionJson.write(imported.definition());
        assertThat(DefinitionJson.read(written)).isEqualTo(Parsed.valid(imported.definition()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1", "0", "2", "1.5", "\"x\"", "\"1\"", "null", "true", "[1]"})
    void anotherVersionOfOurFormatIsRefused(String version) {
        var definition = "{\"version\":1,\"champs\":[]}";
        var file = "{\"socle\":%s,\"title\":\"T\",\"definition\":" + definition + "}";
        assertThat(refused(file.formatted(version))).contains("demarches.import.version");
        assertThat(refused(file.formatted("1"))).isEmpty();
        assertThat(refused(file.formatted("1").replace("\"version\":1", "\"version\":" + version)))
                .contains("demarches.import.broken");
    }

    /** A page refuses it; from a file it is left out. */
    @Test
    void aFileBringsNoCharacterThatDeceives() {
        var written =
                read("""
                                {"title":"Essai","revision":{"champDescriptors":[
                                 {"__typename":"TextChampDescriptor","label":"Nom","required":true}]}}
                                """)
                        .map(it -> DefinitionJson.write(it.definition()))
                        .orThrow();
        var file =
                "{\"socle\":1,\"title\":\"a%s\",\"definition\":%s}"
                        .formatted("😀".repeat(5000), written)
                        .replace("\"Nom\"", "\"No\\u0000m\\u202e\\ud800\"");
        var imported = read(file).orThrow();
        assertThat(imported.definition().champs()).extracting(Champ::label).containsExactly("Nom");
        assertThat(imported.facts().title()).hasSizeLessThanOrEqualTo(Facts.LONGEST_TITLE);
        assertThat(imported.facts().title().codePoints().noneMatch(Texts::deceives)).isTrue();
    }

    @Test
    void whatIsNoProcedureIsRefusedAndSaysWhy() {
        assertThat(refused("rien")).contains("demarches.json.unreadable");
        assertThat(refused("[]")).contains("demarches.import.no-fields");
        assertThat(refused("{\"revision\":{\"champDescriptors\":[]}}"))
                .contains("demarches.import.no-title");
        assertThat(refused("{\"revision\":{\"champDescriptors\":[null,3,[]]},\"title\":\"T\"}"))
                .isEmpty();
        assertThat(refused("{\"socle\":1,\"title\":\"T\",\"definition\":{\"version\":1}}"))
                .contains("demarches.import.broken");
        assertThat(refused("")).isPresent();
    }

    @Test
    void everyBrokenFieldIsNamedAndNothingIsTakenByHalves() {
        var file =
                """
                {"socle":1,"title":"T","definition":{"version":1,"champs":[
                 {"id":"aaaa","label":"A","help":"","mandatory":true,"type":{"kind":"texte","max":"x"}},
                 {"id":"bbbb","label":"B","help":"","mandatory":true,"type":{"kind":"texte"}},
                 {"id":"cccc","label":"C","help":"","mandatory":true,"type":{"kind":"inconnu"}},
                 {"id":"dddd","label":"D","help":"","mandatory":true,"type":{"kind":"repetition","champs":[
                  {"id":"e","label":"E","help":"","mandatory":true,"type":{"kind":"email"}}]}}]}}
                """;
        assertThat(read(file))
                .isInstanceOfSatisfying(
                        Parsed.Invalid.class,
                        it ->
                                assertThat(it.refusal().arguments())
                                        .containsExactly(
                                                3,
                                                "champs[0].max, champs[2].type.kind,"
                                                        + " champs[3].type.champs[0].id"));
    }

    @Test
    void theDocumentedExampleIsTrue() throws IOException {
        var page = Files.readString(Path.of("..", "docs", "format-demarche.md"));
        var example = page.substring(page.indexOf("```json") + 7, page.lastIndexOf("```"));
        var definition = read(example).orThrow().definition();
        assertThat(Checker.check(definition)).noneMatch(Problem::blocking);
        assertThat(definition.essais()).hasSize(1);
        assertThat(Types.CODES).allSatisfy(it -> assertThat(page).contains("`" + it + "`"));
    }

    /** What revisions of the first day hold is read as it was, without its new members. */
    @Test
    void theFormerFormIsStillRead() {
        var former =
                """
                {"version":1,"champs":[
                 {"id":"aaaa","label":"L","help":"","mandatory":true,"type":{"kind":"choix","options":["A","B"],"other":true}},
                 {"id":"bbbb","label":"N","help":"","mandatory":true,"type":{"kind":"nombre","decimal":true,"unit":"€","min":"0"},
                  "condition":{"kind":"comparer","champ":"aaaa","operator":"egal","with":{"kind":"texte","text":"A"}}},
                 {"id":"cccc","label":"P","help":"","mandatory":false,"type":{"kind":"piece","families":["PDF"],"maxBytes":1500000}},
                 {"id":"dddd","label":"T","help":"","mandatory":false,"type":{"kind":"titre","level":1}},
                 {"id":"eeee","label":"E","help":"corps","mandatory":false,"type":{"kind":"explication"}}]}
                """;
        var read = DefinitionJson.read(former).orThrow();
        assertThat(Checker.publishable(read)).isTrue();
        assertThat(read.champs())
                .extracting(Champ::type)
                .containsExactly(
                        new ChampType.Choix(List.of("A", "B"), false, true),
                        new ChampType.Nombre(true, BigDecimal.ZERO, null, "€"),
                        new ChampType.Pieces(Set.of(Family.PDF), 1_500_000),
                        new ChampType.Titre(1),
                        new ChampType.Explication());
        assertThat(DefinitionJson.read(DefinitionJson.write(read))).isEqualTo(Parsed.valid(read));
    }

    @Test
    void aHugeDefinitionIsReadWhole() {
        var descriptors = new StringBuilder();
        for (int i = 0; i < 647; i++) {
            descriptors.append("{\"__typename\":\"TextChampDescriptor\",\"label\":\"Q");
            descriptors.append(i).append("\",\"required\":true},");
        }
        descriptors.append("{\"__typename\":\"DropDownListChampDescriptor\",\"label\":\"L\",");
        descriptors.append("\"required\":true,\"options\":[\"0\"");
        for (int i = 1; i < 47_738; i++) {
            descriptors.append(",\"Ligne ").append(i).append('"');
        }
        var file = "{\"title\":\"T\",\"revision\":{\"champDescriptors\":[" + descriptors + "]}]}}";
        var imported = read(file).orThrow();
        assertThat(imported.definition().champs()).hasSize(648);
        assertThat(Checker.publishable(imported.definition())).isTrue();
        var written = DefinitionJson.write(imported.definition());
        assertThat(DefinitionJson.read(written)).isEqualTo(Parsed.valid(imported.definition()));
    }

    private static Parsed<Imported> read(String json) {
        return DemarcheFile.read(json, RANDOM);
    }

    private static Optional<String> refused(String json) {
        return switch (read(json)) {
            case Parsed.Valid<Imported> _ -> Optional.empty();
            case Parsed.Invalid<Imported>(var refusal) -> Optional.of(refusal.key());
        };
    }
}
