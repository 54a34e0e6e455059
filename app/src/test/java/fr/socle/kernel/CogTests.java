package fr.socle.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CogTests {

    @ParameterizedTest
    @CsvSource({
        "75056, Paris, 75, 11",
        "75107, Paris 7e Arrondissement, 75, 11",
        "69123, Lyon, 69, 84",
        "69381, Lyon 1er Arrondissement, 69, 84",
        "13055, Marseille, 13, 93",
        "13216, Marseille 16e Arrondissement, 13, 93",
        "2A004, Ajaccio, 2A, 94",
        "2B033, Bastia, 2B, 94",
        "97411, Saint-Denis, 974, 04",
        "97608, Dzaoudzi, 976, 06",
        "97502, Saint-Pierre, 975, 975",
        "98818, Nouméa, 988, 988",
        "35238, Rennes, 35, 53"
    })
    void theTablesKnowThePlacesOfToday(String code, String nom, String departement, String region) {
        var commune = Cog.commune(CodeCommune.parse(code).orThrow());
        assertThat(commune.nom()).isEqualTo(nom);
        assertThat(commune.departement().value()).isEqualTo(departement);
        assertThat(commune.region().value()).isEqualTo(region);
        assertThat(commune.code().inForce()).isTrue();
        assertThat(commune.codesPostaux()).isNotEmpty();
    }

    @Test
    void theTablesAreWhole() {
        var inForce = CommuneTable.get().rows().stream().filter(CommuneRow::isCurrent).toList();
        assertThat(inForce).filteredOn(row -> row.kind() == 'C').hasSize(34_969);
        assertThat(inForce).filteredOn(row -> row.kind() == 'M').hasSize(45);
        assertThat(Cog.departements()).hasSize(109).contains(new CodeDepartement("2A"));
        assertThat(Cog.regions()).hasSize(26).contains(new CodeRegion("53"));
        assertThat(Cog.pays()).hasSize(229).contains(CodePays.france());
    }

    @Test
    void everyRowMakesACommune() {
        assertThat(CommuneTable.get().rows())
                .allSatisfy(row -> assertThat(row.commune().region().nom()).isNotEmpty());
    }

    @Test
    void aMergedCommuneIsKnownAsOneOfThePast() {
        var saintBois = CodeCommune.parse("01340").orThrow();
        assertThat(saintBois.inForce()).isFalse();
        assertThat(saintBois.nom()).isEqualTo("Saint-Bois");
    }

    @ParameterizedTest
    @CsvSource({
        "91228, 2000-05-01, Évry",
        "91228, 2020-05-01, Évry-Courcouronnes",
        "75005, 1960-01-01, Aubervilliers",
        "20004, 1975-12-31, Ajaccio",
        "75107, 1900-01-01, Paris 7e Arrondissement"
    })
    void aCodeHasTheMeaningOfItsTime(String code, LocalDate day, String nom) {
        var commune = Cog.communeAt(CodeCommune.parseAt(code, day).orThrow(), day);
        assertThat(commune).map(Commune::nom).hasValue(nom);
    }

    @ParameterizedTest
    @CsvSource({"75005, 1968-01-01", "20004, 1976-01-01", "91228, 1967-12-31"})
    void outsideItsPeriodACodeMeansNothing(String code, LocalDate day) {
        assertThat(Cog.communeAt(new CodeCommune(code), day)).isEmpty();
    }

    @Test
    void aCodeThatEndedBeforeTheEventIsRefused() {
        assertThat(Refused.key(CodeCommune.parseAt("75005", LocalDate.of(1990, 1, 1))))
                .isEqualTo("kernel.commune.ended");
        assertThat(Refused.key(CodePays.parseAt("99115", LocalDate.of(1993, 1, 1))))
                .isEqualTo("kernel.pays.ended");
    }

    @Test
    void aCodeYoungerThanTheEventIsAccepted() {
        assertThat(CodeCommune.parseAt("93001", LocalDate.of(1950, 1, 1)).orThrow().nom())
                .isEqualTo("Aubervilliers");
    }

    @ParameterizedTest
    @CsvSource({"2a004, 2A004", "' 35 238 ', 35238", "97\u00A0411, 97411"})
    void caseAndSpacesDoNotMatter(String typed, String value) {
        assertThat(CodeCommune.parse(typed).orThrow().value()).isEqualTo(value);
    }

    @ParameterizedTest
    @CsvSource({
        "'', kernel.commune.missing",
        "3523, kernel.commune.length",
        "2C004, kernel.commune.form",
        "99100, kernel.commune.form",
        "00001, kernel.commune.form",
        "96001, kernel.commune.form",
        "35999, kernel.commune.unknown",
        "35000, kernel.commune.unknown"
    })
    void aBadCommuneIsRefusedWithItsReason(String typed, String key) {
        assertThat(Refused.key(CodeCommune.parse(typed))).isEqualTo(key);
    }

    @ParameterizedTest
    @CsvSource({
        "'', kernel.pays.missing",
        "100, kernel.pays.length",
        "75056, kernel.pays.form",
        "99999, kernel.pays.unknown"
    })
    void aBadCountryIsRefusedWithItsReason(String typed, String key) {
        assertThat(Refused.key(CodePays.parse(typed))).isEqualTo(key);
    }

    @ParameterizedTest
    @CsvSource({
        "'', kernel.departement.missing, kernel.region.missing",
        "ABC, kernel.departement.form, kernel.region.form",
        "20, kernel.departement.unknown, kernel.region.unknown",
        "99, kernel.departement.unknown, kernel.region.unknown"
    })
    void badAreasAreRefusedWithTheirReason(String typed, String departement, String region) {
        assertThat(Refused.key(CodeDepartement.parse(typed))).isEqualTo(departement);
        assertThat(Refused.key(CodeRegion.parse(typed))).isEqualTo(region);
    }

    @Test
    void anUnknownCodeCannotBeBuilt() {
        assertThatIllegalArgumentException().isThrownBy(() -> new CodeCommune("35999"));
        assertThatIllegalArgumentException().isThrownBy(() -> new CodePays("99999"));
        assertThatIllegalArgumentException().isThrownBy(() -> new CodeDepartement("20"));
        assertThatIllegalArgumentException().isThrownBy(() -> new CodeRegion("99"));
    }

    @Test
    void franceIs99100() {
        assertThat(CodePays.parse("99100").orThrow()).isEqualTo(CodePays.france());
        assertThat(CodePays.france().nom()).isEqualTo("France");
        assertThat(new CodePays("99109").nom()).isEqualTo("Allemagne");
    }

    @ParameterizedTest
    @CsvSource({
        "paris, 75056",
        "RENNES, 35238",
        "evry courcouronnes, 91228",
        "st etienne, 42218",
        "Saint-Étienne, 42218",
        "ste maxime, 83115",
        "l haÿ les roses, 94038",
        "L’Haÿ-les-Roses, 94038",
        "havre, 76351",
        "2A004, 2A004",
        "97400, 97411"
    })
    void aSearchForgivesHowPeopleWrite(String typed, String first) {
        assertThat(Cog.searchCommunes(typed, 5))
                .first()
                .extracting(commune -> commune.code().value())
                .isEqualTo(first);
    }

    @Test
    void theWholeNameComesBeforeItsStartAndTheBiggerBeforeTheSmaller() {
        assertThat(names(Cog.searchCommunes("Saint-Denis", 20)))
                .startsWith("Saint-Denis", "Saint-Denis");
        assertThat(names(Cog.searchCommunes("Lyon", 20)))
                .startsWith("Lyon")
                .contains("Lyon 1er Arrondissement", "Beauvoir-en-Lyons");
    }

    @ParameterizedTest
    @CsvSource({"''", "x", "'   '", "zzzzzz", "00000", "\u0000"})
    void aSearchForNothingFindsNothing(String typed) {
        assertThat(Cog.searchCommunes(typed, 10)).isEmpty();
    }

    @Test
    void aSearchIsBounded() {
        assertThat(Cog.searchCommunes("saint", Integer.MAX_VALUE)).hasSize(100);
        assertThat(Cog.searchCommunes("saint", 3)).hasSize(3);
    }

    @Test
    void aBirthplaceIsFoundUnderTheNameOfItsTime() {
        assertThat(names(Cog.searchCommunesAt("Courcouronnes", LocalDate.of(1990, 1, 1), 5)))
                .containsExactly("Courcouronnes");
        assertThat(names(Cog.searchCommunes("Courcouronnes", 5)))
                .containsExactly("Évry-Courcouronnes");
    }

    @Test
    void aPostcodeServesItsCommunes() {
        assertThat(names(Cog.communesOf("75007")))
                .containsExactly("Paris", "Paris 7e Arrondissement");
        assertThat(Cog.communesOf("35238")).isEmpty();
    }

    @Test
    void countriesAreFoundByTheirFrenchName() {
        assertThat(Cog.searchPays("algerie", 5)).containsExactly(new CodePays("99352"));
        assertThat(Cog.searchPays("COTE D'IVOIRE", 5)).containsExactly(new CodePays("99326"));
        assertThat(Cog.searchPays("", 5)).isEmpty();
    }

    private static List<String> names(List<Commune> communes) {
        return communes.stream().map(Commune::nom).toList();
    }
}
