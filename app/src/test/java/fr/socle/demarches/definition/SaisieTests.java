package fr.socle.demarches.definition;

import static org.assertj.core.api.Assertions.assertThat;

import fr.socle.kernel.Parsed;
import fr.socle.kernel.Refusal;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

/** What usagers type is read as they write it, and refused by the sentence that helps. */
@NullMarked
class SaisieTests {

    private static final ChampId ID = new ChampId("champ");

    @Test
    void numbersAreReadAsTheFrenchWriteThem() {
        var euros = new ChampType.Nombre(true, BigDecimal.ZERO, new BigDecimal("2000"), "€");
        assertThat(value(euros, "1 234,5")).isEqualTo(new Valeur.Nombre(new BigDecimal("1234.5")));
        assertThat(value(euros, "1\u202f234,50 €"))
                .isEqualTo(new Valeur.Nombre(new BigDecimal("1234.50")));
        assertThat(refused(euros, "beaucoup")).isEqualTo("demarches.saisie.number");
        assertThat(refused(euros, "-1")).isEqualTo("demarches.saisie.number.min");
        assertThat(refused(euros, "2000,01")).isEqualTo("demarches.saisie.number.max");
        assertThat(refused(euros, "1".repeat(19))).isEqualTo("demarches.saisie.number.long");
        assertThat(refused(euros, "1E9")).isEqualTo("demarches.saisie.number");
        var whole = new ChampType.Nombre(false, null, null, "");
        assertThat(refused(whole, "1.234")).isEqualTo("demarches.saisie.whole");
    }

    @Test
    void datesAreReadInThreeWays() {
        var type = new ChampType.Jour(LocalDate.of(2000, 1, 1), LocalDate.of(2030, 1, 1));
        var day = new Valeur.Jour(LocalDate.of(2026, 11, 2));
        assertThat(value(type, "02/11/2026")).isEqualTo(day);
        assertThat(value(type, "2026-11-02")).isEqualTo(day);
        var parts =
                new Typed(
                        Map.of(
                                "jour", List.of("2"),
                                "mois", List.of("11"),
                                "annee", List.of("2026")));
        assertThat(Saisie.read(champ(type), parts)).isEqualTo(Parsed.valid(Optional.of(day)));
        assertThat(refused(type, "31/02/2026")).isEqualTo("demarches.saisie.date.impossible");
        assertThat(refused(type, "demain")).isEqualTo("demarches.saisie.date");
        assertThat(refused(type, "31/12/1999")).isEqualTo("demarches.saisie.date.min");
        assertThat(refused(type, "02/01/2030")).isEqualTo("demarches.saisie.date.max");
        assertThat(refused(type, "01/01/0026")).isEqualTo("demarches.saisie.date.year");
    }

    @Test
    void textsKeepTheirBounds() {
        var line = new ChampType.Texte(5, false);
        assertThat(value(line, " abc ")).isEqualTo(new Valeur.Texte("abc"));
        assertThat(refused(line, "abcdef")).isEqualTo("demarches.saisie.long");
        assertThat(refused(line, "a\nb")).isEqualTo("demarches.saisie.one-line");
        assertThat(refused(line, "a\u0000b")).isEqualTo("demarches.saisie.characters");
        assertThat(refused(line, "a\u202eb")).isEqualTo("demarches.saisie.characters");
        assertThat(value(new ChampType.Texte(50, true), "a\r\nb"))
                .isEqualTo(new Valeur.Texte("a\nb"));
    }

    @Test
    void aListTakesWhatItOffers() {
        var one = new ChampType.Choix(List.of("A", "B"), false, true);
        assertThat(value(one, "A")).isEqualTo(new Valeur.Choix(List.of("A")));
        assertThat(refused(one, "Z")).isEqualTo("demarches.saisie.option");
        assertThat(refused(one, "A", "B")).isEqualTo("demarches.saisie.one-choice");
        assertThat(refused(one, Saisie.OTHER)).isEqualTo("demarches.saisie.other");
        var own = new Typed(Map.of("", List.of(Saisie.OTHER), "autre", List.of("Autre chose")));
        var read = Saisie.read(champ(one), own);
        assertThat(read)
                .isEqualTo(Parsed.valid(Optional.of(new Valeur.Choix(List.of("Autre chose")))));
        assertThat(Shown.typed(champ(one), new Valeur.Choix(List.of("Autre chose"))))
                .isEqualTo(own);
        assertThat(refused(new ChampType.Choix(List.of("A"), false, false), Saisie.OTHER))
                .isEqualTo("demarches.saisie.option");
    }

    @Test
    void addressesAreHeldAgainstTheOfficialTables() {
        var rennes = (Valeur.Adresse) address("35000", "RENNES").orElseThrow();
        assertThat(rennes.commune()).isEqualTo("Rennes");
        assertThat(rennes.code()).isNotNull();
        assertThat(refusedAddress("35000", "Brest")).isEqualTo("demarches.saisie.address.commune");
        assertThat(refusedAddress("350", "Rennes")).isEqualTo("demarches.saisie.address.postcode");
        assertThat(Addresses.part(Refusal.of(refusedAddress("350", "Rennes"))))
                .isEqualTo("code-postal");
        assertThat(Addresses.part(Refusal.of(refusedAddress("35000", "Brest"))))
                .isEqualTo("commune");
        assertThat(Addresses.part(Refusal.of(refusedAddress("35000", "")))).isEqualTo("commune");
        var cedex = (Valeur.Adresse) address("35909", "Rennes Cedex 9").orElseThrow();
        assertThat(cedex.code()).isNull();
    }

    @Test
    void phonesAndMailsAreChecked() {
        assertThat(value(new ChampType.Telephone(), "06 12.34-56 78"))
                .isEqualTo(new Valeur.Texte("0612345678"));
        assertThat(value(new ChampType.Telephone(), "+33 (0)6 12 34 56 78"))
                .isEqualTo(new Valeur.Texte("+33612345678"));
        assertThat(refused(new ChampType.Telephone(), "6 12 34"))
                .isEqualTo("demarches.saisie.phone");
        assertThat(refused(new ChampType.Email(), "a.b")).startsWith("kernel.email");
    }

    @Test
    void anAbsenceIsRefusedAtDepositOnly() {
        var must = champ(new ChampType.OuiNon());
        assertThat(Saisie.read(must, Typed.of(""))).isEqualTo(Parsed.valid(Optional.empty()));
        assertThat(Saisie.missing(must, null))
                .satisfies(
                        it ->
                                assertThat(it)
                                        .extracting("key")
                                        .isEqualTo("demarches.saisie.missing.oui-non"));
        assertThat(Saisie.missing(Champ.of(ID, "Q", false, new ChampType.OuiNon()), null)).isNull();
        assertThat(Saisie.missing(must, new Valeur.OuiNon(false))).isNull();
    }

    @Test
    void rowsAreCounted() {
        var block = new ChampType.Repetition(List.of(), 2, 3);
        assertThat(Saisie.missing(champ(block), null)).isNotNull();
        assertThat(Saisie.missing(champ(block), rows(2))).isNull();
        assertThat(Saisie.missing(champ(block), rows(4))).isNotNull();
        assertThat(Saisie.missing(Champ.of(ID, "B", false, block), null)).isNull();
    }

    @Test
    void valuesAndDefinitionsSurviveTheirJson() {
        Map<ChampId, Valeur> values =
                Map.of(
                        ID,
                        new Valeur.Nombre(new BigDecimal("1234.50")),
                        new ChampId("adresse"),
                        address("35000", "Rennes").orElseThrow(),
                        new ChampId("lignes"),
                        rows(2));
        assertThat(ValeurJson.read(ValeurJson.write(values))).isEqualTo(Parsed.valid(values));
        assertThat(ValeurJson.read("{}")).isInstanceOf(Parsed.Invalid.class);
        assertThat(ValeurJson.read("pas du json")).isInstanceOf(Parsed.Invalid.class);
        assertThat(DefinitionJson.read("{\"version\":2,\"champs\":[]}"))
                .isInstanceOf(Parsed.Invalid.class);
    }

    private static Valeur rows(int count) {
        return new Valeur.Lignes(
                IntStream.range(0, count)
                        .mapToObj(it -> new Valeur.Ligne(new UUID(0, it), Map.of()))
                        .toList());
    }

    private static Typed typedAddress(String postcode, String commune) {
        return new Typed(
                Map.of(
                        "voie", List.of("1 rue des Tilleuls"),
                        "code-postal", List.of(postcode),
                        "commune", List.of(commune)));
    }

    private static Optional<Valeur> address(String postcode, String commune) {
        return Saisie.read(champ(new ChampType.Adresse()), typedAddress(postcode, commune))
                .orThrow();
    }

    private static String refusedAddress(String postcode, String commune) {
        return key(Saisie.read(champ(new ChampType.Adresse()), typedAddress(postcode, commune)));
    }

    private static Valeur value(ChampType type, String... typed) {
        return Saisie.read(champ(type), Typed.of(typed)).orThrow().orElseThrow();
    }

    private static String refused(ChampType type, String... typed) {
        return key(Saisie.read(champ(type), Typed.of(typed)));
    }

    private static String key(Parsed<Optional<Valeur>> parsed) {
        return switch (parsed) {
            case Parsed.Valid<Optional<Valeur>> _ -> "accepted";
            case Parsed.Invalid<Optional<Valeur>>(var refusal) -> refusal.key();
        };
    }

    private static Champ champ(ChampType type) {
        return Champ.of(ID, "Question", true, type);
    }
}
