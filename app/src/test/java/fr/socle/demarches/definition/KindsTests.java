package fr.socle.demarches.definition;

import static org.assertj.core.api.Assertions.assertThat;

import fr.socle.demarches.definition.ChoixLies.Branche;
import fr.socle.demarches.definition.Valeur.Reference;
import fr.socle.kernel.Parsed;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every type of the original, with its own check: what is read, kept, shown, and refused. */
@NullMarked
class KindsTests {

    private static final ChampId ID = new ChampId("champ");

    @Test
    void everyTypeIsListedOfferedAndSurvivesItsFile() {
        assertThat(Types.CODES).containsExactlyInAnyOrderElementsOf(codes());
        for (var kind : Kinds.all()) {
            assertThat(kind.usual().code()).isEqualTo(kind.code());
            var definition = new Definition(List.of(Champ.of(ID, "Q", false, kind.usual())));
            assertThat(DefinitionJson.read(DefinitionJson.write(definition)))
                    .as(kind.code())
                    .isEqualTo(Parsed.valid(definition));
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "siret|732 829 320 00074|73282932000074",
                "iban|FR76 3000 6000 0112 3456 7890 189|FR7630006000011234567890189",
                "rna|w751234567|W751234567",
                "rnf|075-fdd-00003-01|075-FDD-00003-01",
                "engagement-juridique|2400 000 123|2400000123"
            })
    void numbersOfRegistersAreKeptWithoutSpaces(String type, String typed, String kept) {
        assertThat(read(usual(type), Typed.of(typed))).isEqualTo(new Valeur.Texte(kept));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "siret|73282932000075|kernel.siret.luhn",
                "iban|FR7630006000011234567890188|demarches.saisie.iban.check",
                "iban|FR76300060000112345678901|demarches.saisie.iban.length",
                "iban|compte|demarches.saisie.iban",
                "rna|W12|demarches.saisie.rna",
                "rnf|FDD-3|demarches.saisie.rnf",
                "engagement-juridique|12|demarches.saisie.engagement",
                "dossier-lie|123456789012|kernel.numero.check",
                "civilite|Mademoiselle|demarches.saisie.civilite",
                "commune|Nullepart-sur-Mer|demarches.saisie.option",
                "pays|ZZ|demarches.saisie.option",
                "carte|rien|demarches.saisie.map.json"
            })
    void eachMistakeHasItsOwnSentence(String type, String typed, String key) {
        assertThat(refused(usual(type), Typed.of(typed))).isEqualTo(key);
    }

    @Test
    void aCommuneIsSearchedByItsName() {
        var commune = usual("commune");
        var rennes = read(commune, searched("Rennes"));
        assertThat(rennes)
                .isEqualTo(
                        new Reference("commune", "35238", "Rennes", Map.of("departement", "35")));
        assertThat(refused(commune, searched("Saint-Denis")))
                .isEqualTo("demarches.saisie.search.several");
        assertThat(refused(commune, searched("xqzw"))).isEqualTo("demarches.saisie.search.none");
        var chosen = new HashMap<>(searched("Saint-Denis").parts());
        chosen.put("", List.of("97411"));
        assertThat(read(commune, new Typed(chosen)))
                .isInstanceOfSatisfying(
                        Reference.class, it -> assertThat(it.code()).isEqualTo("97411"));
        assertThat(survives(commune, rennes)).isTrue();
    }

    @Test
    void theOfficialTablesOfAreasAreKnown() {
        assertThat(read(usual("departement"), Typed.of("2A"))).isNotNull();
        assertThat(read(usual("region"), Typed.of("53"))).isNotNull();
        assertThat(read(usual("pays"), searched("Kenya"))).isNotNull();
        assertThat(read(usual("epci"), searched("Rennes Métropole")))
                .isInstanceOfSatisfying(
                        Reference.class, it -> assertThat(it.code()).isEqualTo("243500139"));
    }

    @Test
    void aSchoolIsKnownByTheDirectoryOrByTheLetterOfItsNumber() {
        var blank = usual("annuaire-education");
        assertThat(read(blank, searched("0750655E"))).isInstanceOf(Reference.class);
        assertThat(refused(blank, searched("0750655A"))).isEqualTo("demarches.saisie.uai");
        var directory =
                new Referentiel(
                        new Options(
                                List.of(
                                        new Options.Option(
                                                "0750655E",
                                                "Lycée de la Mer",
                                                Map.of("commune", "Rennes")))),
                        true);
        assertThat(read(directory, searched("lycee mer")))
                .isEqualTo(
                        new Reference(
                                "annuaire-education",
                                "0750655E",
                                "Lycée de la Mer",
                                Map.of("commune", "Rennes")));
    }

    @Test
    void aLongListIsSearchedAndNeedNotBeSent() {
        var options = IntStream.range(0, 47_738).mapToObj(it -> "Ligne " + it);
        var type = new ChampType.Choix(options.toList(), false, false);
        assertThat(Offered.searched(type)).isNotNull();
        assertThat(read(type, searched("ligne 47737")))
                .isEqualTo(new Valeur.Choix(List.of("Ligne 47737")));
        assertThat(refused(type, searched("ligne"))).isEqualTo("demarches.saisie.search.several");
        assertThat(refused(type, Typed.of("Ligne -1"))).isEqualTo("demarches.saisie.option");
    }

    @Test
    void anOptionIsRenamedAndItsAnswersStay() {
        var before = new ChampType.Choix(List.of("Cantine", "Garderie"), false, false);
        var renamed = before.list().relabelled(List.of("Restaurant scolaire", "Garderie"));
        var type = new ChampType.Choix(renamed, false, false);
        var champ = Champ.of(ID, "Q", false, type);
        var kept = read(before, Typed.of("Cantine"));
        assertThat(Shown.line(champ, kept, "", "")).isEqualTo("Restaurant scolaire");
        assertThat(read(type, Typed.of("Restaurant scolaire"))).isEqualTo(kept);
        var definition = new Definition(List.of(champ));
        assertThat(DefinitionJson.read(DefinitionJson.write(definition)))
                .isEqualTo(Parsed.valid(definition));
        var again = renamed.relabelled(List.of("Restaurant scolaire", "Garderie", "Cantine"));
        assertThat(again.ids()).doesNotHaveDuplicates();
    }

    @Test
    void theSecondListFollowsTheFirst() {
        var type = ChoixLies.parse(List.of("--Bretagne--", "Rennes", "Brest", "--Corse--"));
        assertThat(type.branches())
                .containsExactly(
                        new Branche("Bretagne", List.of("Rennes", "Brest")),
                        new Branche("Corse", List.of()));
        assertThat(read(type, pair("Bretagne", "Brest")))
                .isEqualTo(new Valeur.Paire("Bretagne", "Brest"));
        assertThat(read(type, pair("Corse", ""))).isEqualTo(new Valeur.Paire("Corse", ""));
        assertThat(refused(type, pair("Bretagne", ""))).isEqualTo("demarches.saisie.linked.second");
        assertThat(refused(type, pair("Corse", "Brest")))
                .isEqualTo("demarches.saisie.linked.other");
        assertThat(refused(type, pair("", "Brest"))).isEqualTo("demarches.saisie.linked.first");
    }

    @Test
    void aPatternTakesLinearTimeAndHasItsSentence() {
        var type = new Format(true, true, true, 0, 60, "(a+)+b", "aab", "Écrivez aab.");
        assertThat(read(type, Typed.of("aaab"))).isEqualTo(new Valeur.Texte("aaab"));
        assertThat(refused(type, Typed.of("a".repeat(50))))
                .isEqualTo("demarches.saisie.format.own");
        var letters = new Format(true, false, false, 2, 4, "", "", "");
        assertThat(refused(letters, Typed.of("a"))).isEqualTo("demarches.saisie.format.short");
        assertThat(refused(letters, Typed.of("ab1"))).isEqualTo("demarches.saisie.format");
        var wrong = new Format(true, true, true, 0, 60, "(", "", "");
        assertThat(Checker.publishable(of(wrong))).isFalse();
    }

    @Test
    void daysHaveAnHourAndPlacesAGeometry() {
        var when = new Typed(Map.of("", List.of("22/11/2026"), "heure", List.of("14h30")));
        var moment = read(usual("date-heure"), when);
        assertThat(Shown.line(moment, "", "")).isEqualTo("22/11/2026 à 14:30");
        assertThat(survives(usual("date-heure"), moment)).isTrue();
        assertThat(refused(usual("date-heure"), Typed.of("22/11/2026")))
                .isEqualTo("demarches.saisie.hour.missing");
        var point = Map.of("latitude", List.of("48,11"), "longitude", List.of("-1,68"));
        var drawn = read(usual("carte"), new Typed(point));
        assertThat(survives(usual("carte"), drawn)).isTrue();
        assertThat(
                        refused(
                                usual("carte"),
                                Typed.of("{\"type\":\"Point\",\"coordinates\":[200,1]}")))
                .isEqualTo("demarches.saisie.map.range");
        var open = "{\"type\":\"Polygon\",\"coordinates\":[[[0,0],[1,0],[1,1],[0,1]]]}";
        assertThat(refused(usual("carte"), Typed.of(open))).isEqualTo("demarches.saisie.map.ring");
    }

    @Test
    void identifiersAreReadPartByPart() {
        var caf = usual("cnaf");
        var typed =
                new Typed(
                        Map.of(
                                "numero-allocataire", List.of("1234567"),
                                "code-postal", List.of("35000")));
        assertThat(survives(caf, read(caf, typed))).isTrue();
        var half = new Typed(Map.of("numero-allocataire", List.of("1234567")));
        assertThat(refused(caf, half)).isEqualTo("demarches.saisie.part.code-postal");
    }

    private static boolean survives(ChampType type, Valeur value) {
        var champ = Champ.of(ID, "Q", true, type);
        var again = Saisie.read(champ, Shown.typed(champ, value));
        var kept = ValeurJson.read(ValeurJson.write(Map.of(ID, value))).orThrow();
        return again.equals(Parsed.valid(Optional.of(value))) && value.equals(kept.get(ID));
    }

    private static List<String> codes() {
        return Kinds.all().stream().map(Kind::code).toList();
    }

    private static ChampType usual(String code) {
        return Types.usual(code).orElseThrow();
    }

    private static Definition of(ChampType type) {
        return new Definition(List.of(Champ.of(ID, "Q", true, type)));
    }

    private static Typed searched(String text) {
        return new Typed(Map.of("cherche", List.of(text)));
    }

    private static Typed pair(String first, String second) {
        return new Typed(Map.of("", List.of(first), "second", List.of(second)));
    }

    private static Valeur read(ChampType type, Typed typed) {
        return Saisie.read(Champ.of(ID, "Q", true, type), typed).orThrow().orElseThrow();
    }

    private static String refused(ChampType type, Typed typed) {
        return Saisie.read(Champ.of(ID, "Q", true, type), typed)
                        instanceof Parsed.Invalid<Optional<Valeur>>(var refusal)
                ? refusal.key()
                : "";
    }
}
