package fr.socle.demarches.builder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import fr.socle.demarches.DemarcheId;
import fr.socle.demarches.definition.Champ;
import fr.socle.demarches.definition.ChampType;
import fr.socle.demarches.definition.DefinitionJson;
import fr.socle.directory.OrganisationId;
import fr.socle.kernel.Parsed;
import fr.socle.kernel.Texts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Files of procedures: those of demarches-simplifiees, and ours. */
@NullMarked
class DemarcheFileTests {

    private static final Random RANDOM = new Random(7);

    /** Real published definitions stand beside the repository where it is developed. */
    private static final String SAMPLES = "socle.samples";

    @Test
    void everyRealDefinitionIsReadWholeAndSurvivesOurFormat() throws IOException {
        var folder = Path.of(System.getProperty(SAMPLES, "../../../shared/samples"), "demarches");
        assumeTrue(Files.isDirectory(folder), "no samples beside the repository");
        try (var files = Files.list(folder)) {
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
    void unknownTypesBecomeTheNearestAndAreListed() {
        var imported =
                read("""
                                {"title":"Essai","description":null,"revision":{"champDescriptors":[
                                 {"__typename":"DatetimeChampDescriptor","label":"Quand","required":true},
                                 {"__typename":"NouveauChampDescriptor","label":"Quoi","required":false},
                                 {"__typename":"LinkedDropDownListChampDescriptor","label":"Où","options":["--Bretagne--","Rennes","Brest","--Corse--","Ajaccio"],"required":false}]}}
                                """)
                        .orThrow();
        assertThat(imported.remarks())
                .extracting(Imported.Remark::key)
                .containsExactly("datetime", "unknown", "linked");
        assertThat(imported.definition().champs())
                .extracting(Champ::type)
                .last()
                .isEqualTo(
                        new ChampType.Choix(
                                List.of("Bretagne – Rennes", "Bretagne – Brest", "Corse – Ajaccio"),
                                false,
                                false));
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1", "0", "2", "1.5", "\"x\"", "\"1\"", "null", "true", "[1]"})
    void anotherVersionOfOurFormatIsRefused(String version) {
        var definition = "{\"version\":1,\"champs\":[]}";
        var file = "{\"socle\":%s,\"title\":\"T\",\"definition\":" + definition + "}";
        assertThat(refused(file.formatted(version))).contains("demarches.import.version");
        assertThat(refused(file.formatted("1"))).isEmpty();
        assertThat(refused(file.formatted("1").replace("\"version\":1", "\"version\":" + version)))
                .contains("demarches.json.member");
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
                .contains("demarches.json.member");
        assertThat(refused("")).isPresent();
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
