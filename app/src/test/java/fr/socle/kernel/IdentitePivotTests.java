package fr.socle.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import fr.socle.kernel.IdentitePivot.Reading;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every person here is made up. */
class IdentitePivotTests {

    private static final LocalDate TODAY = LocalDate.of(2026, 3, 1);

    private final Map<String, Object> claims =
            new HashMap<>(
                    Map.of(
                            "given_name", "Joëlle Françoise",
                            "family_name", "D’Exemple-Fictif",
                            "birthdate", "1992-08-15",
                            "gender", "female",
                            "birthcountry", "99100",
                            "birthplace", "75117"));

    @Test
    void keepsNamesAsGiven() {
        var identity = accepted();
        assertThat(identity.givenName()).isEqualTo("Joëlle Françoise");
        assertThat(identity.givenNames()).containsExactly("Joëlle", "Françoise");
        assertThat(identity.familyName()).isEqualTo("D’Exemple-Fictif");
        assertThat(identity.birthPlace())
                .isEqualTo(new BirthPlace.InFrance(new CodeCommune("75117")));
    }

    @Test
    void givesBackTheClaimsThatItRead() {
        claims.put("given_name_array", List.of("Joëlle", "Françoise"));
        assertThat(accepted().claims()).isEqualTo(claims);
    }

    @Test
    void aBirthAbroadHasNoCommune() {
        claims.put("birthcountry", "99109");
        assertThat(refusals()).containsOnly(Map.entry("birthplace", "kernel.birthplace.abroad"));
        claims.put("birthplace", "");
        assertThat(accepted().birthPlace()).isEqualTo(new BirthPlace.Abroad(new CodePays("99109")));
        claims.remove("birthplace");
        assertThat(accepted().claims()).doesNotContainKey("birthplace");
    }

    @Test
    void aBirthInFranceHasACommune() {
        claims.remove("birthplace");
        assertThat(refusals()).containsOnly(Map.entry("birthplace", "kernel.birthplace.missing"));
    }

    @ParameterizedTest
    @CsvSource({
        "given_name, '', kernel.given-name.missing",
        "given_name, '\u00A0', kernel.given-name.missing",
        "given_name, 'Ev\u0000e', kernel.given-name.control",
        "family_name, '', kernel.family-name.missing",
        "family_name, 'A\u202EB', kernel.family-name.control",
        "birthdate, 1992-02-30, kernel.birthdate.calendar",
        "birthdate, 2026-03-02, kernel.birthdate.future",
        "gender, F, kernel.gender.unknown",
        "birthcountry, FRANCE, kernel.pays.length",
        "birthcountry, 99000, kernel.pays.unknown",
        "birthplace, Paris, kernel.commune.form",
        "birthplace, 75017, kernel.commune.ended",
        "birthplace, 75999, kernel.commune.unknown"
    })
    void aBadClaimIsRefusedByName(String claim, String value, String key) {
        claims.put(claim, value);
        assertThat(refusals()).containsOnly(Map.entry(claim, key));
    }

    @Test
    void everyBadClaimIsNamedAtOnceInTheOrderOfTheContract() {
        assertThat(refusals(Map.of("sub", "x")))
                .containsExactly(
                        Map.entry("given_name", "kernel.given-name.missing"),
                        Map.entry("family_name", "kernel.family-name.missing"),
                        Map.entry("birthdate", "kernel.birthdate.missing"),
                        Map.entry("gender", "kernel.gender.missing"),
                        Map.entry("birthcountry", "kernel.pays.missing"));
    }

    @Test
    void aClaimThatIsNoTextIsRefused() {
        claims.put("birthplace", 75117);
        claims.put("given_name", List.of("Joëlle"));
        assertThat(refusals())
                .containsOnly(
                        Map.entry("given_name", "kernel.claim.text"),
                        Map.entry("birthplace", "kernel.claim.text"));
    }

    @Test
    void namesHaveAtMost256Characters() {
        claims.put("family_name", "a".repeat(256));
        assertThat(accepted().familyName()).hasSize(256);
        claims.put("family_name", "a".repeat(257));
        claims.put("given_name", "a".repeat(257));
        assertThat(refusals().values())
                .containsExactly("kernel.given-name.length", "kernel.family-name.length");
    }

    @Test
    void aBirthplaceMayBeOneOfThePastIfItWasThereAtTheTime() {
        claims.put("birthplace", "01340");
        assertThat(accepted().birthPlace())
                .isEqualTo(new BirthPlace.InFrance(new CodeCommune("01340")));
        claims.put("birthdate", "1960-00-00");
        claims.put("birthplace", "75005");
        assertThat(accepted().birthPlace())
                .isEqualTo(new BirthPlace.InFrance(new CodeCommune("75005")));
    }

    @Test
    void twoWritingsOfOneNameAreOneIdentity() {
        var one = accepted();
        claims.put("given_name", "JOELLE-FRANCOISE");
        claims.put("family_name", "d exemple fictif");
        assertThat(one).isNotEqualTo(accepted()).matches(it -> it.sameAs(accepted()));
        claims.put("birthplace", "75116");
        assertThat(one.sameAs(accepted())).isFalse();
    }

    @Test
    void isNeverPrinted() {
        assertThat(accepted().toString()).isEqualTo("IdentitePivot[hidden]");
    }

    @Test
    void aBadOneCannotBeBuilt() {
        var good = accepted();
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () ->
                                new IdentitePivot(
                                        " ",
                                        good.familyName(),
                                        good.birthDate(),
                                        good.gender(),
                                        good.birthPlace()));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new BirthPlace.Abroad(CodePays.france()));
    }

    private IdentitePivot accepted() {
        return switch (IdentitePivot.read(claims, TODAY)) {
            case Reading.Accepted(var identity) -> identity;
            case Reading.Refused(var byClaim) -> throw new AssertionError(byClaim);
        };
    }

    private Map<String, String> refusals() {
        return refusals(claims);
    }

    private static Map<String, String> refusals(Map<String, Object> claims) {
        return switch (IdentitePivot.read(claims, TODAY)) {
            case Reading.Accepted _ -> Map.of();
            case Reading.Refused(var byClaim) -> {
                var keys = new LinkedHashMap<String, String>();
                byClaim.forEach((claim, refusal) -> keys.put(claim, refusal.key()));
                yield keys;
            }
        };
    }
}
