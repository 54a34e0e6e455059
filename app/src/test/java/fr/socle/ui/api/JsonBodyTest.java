package fr.socle.ui.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import fr.socle.kernel.Refusal;
import fr.socle.ui.form.Reading;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class JsonBodyTest {

    @Test
    void membersOfEveryKindBecomeFields() {
        var body = new HashMap<String, Object>();
        body.put("nom", "Amina");
        body.put("enfants", 2);
        body.put("loyer", 1e3);
        body.put("seul", true);
        body.put("absent", null);
        body.put("jours", Arrays.asList("lundi", null, "mardi"));
        body.put("adresse", Map.of("commune", "Beaumont"));
        var form = JsonBody.form(body);

        assertThat(form.required("nom", 20)).isEqualTo("Amina");
        assertThat(form.read("enfants", Reading.whole(0, 9))).contains(2L);
        assertThat(
                        form.read(
                                        "loyer",
                                        Reading.decimal(
                                                2, BigDecimal.ZERO, BigDecimal.valueOf(5000)))
                                .orElseThrow())
                .isEqualByComparingTo("1000");
        assertThat(form.read("seul", Reading::yesNo)).contains(true);
        assertThat(form.all("jours")).containsExactly("lundi", "mardi");
        assertThat(form.required("adresse.commune", 20)).isEqualTo("Beaumont");
        assertThat(form.required("absent", 5)).isEmpty();
        assertThat(form.errors()).hasSize(1);
    }

    @Test
    void anErrorPointsToItsMember() {
        var form = JsonBody.form(Map.of());
        form.required("adresse.commune", 20);
        form.required("a/b~c", 20);
        assertThat(ApiProblem.of(form).details())
                .extracting(ApiProblem.Detail::pointer)
                .containsExactly("/adresse/commune", "/a~1b~0c");
    }

    @Test
    void anObjectWhereAListIsMeantLosesNothingSilently() {
        var form = JsonBody.form(Map.of("nom", List.of("a", "b")));
        assertThat(form.required("nom", 20)).isEmpty();
        assertThat(form.error("nom").orElseThrow().key()).isEqualTo("ui.form.twice");
    }

    @Test
    void aProblemIsTheCallersFaultOrNone() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ApiProblem.of(500, Refusal.of("ui.error.unexpected")));
    }
}
