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

    private record Shape(String nom, int age, List<String> roles) {}

    @Test
    void aBodyOfItsShapeIsAForm() {
        var form = JsonBody.form(Map.of("nom", "Amina", "roles", List.of("a", 2)), Shape.class);
        assertThat(form.ok()).isTrue();
        assertThat(form.required("nom", 20)).isEqualTo("Amina");
        assertThat(form.all("roles")).containsExactly("a", "2");
    }

    @Test
    void aBodyOfAnotherShapeIsRefusedMemberByMember() {
        var body = new HashMap<String, Object>();
        body.put("nom", List.of("a"));
        body.put("age", Map.of());
        body.put("roles", Arrays.asList("a", null));
        body.put("admin", true);
        var form = JsonBody.form(body, Shape.class);
        form.required("nom", 20);
        assertThat(ApiProblem.of(form).details())
                .extracting(it -> it.pointer() + " " + it.refusal().key())
                .containsExactlyInAnyOrder(
                        "/nom ui.json.scalar",
                        "/age ui.json.scalar",
                        "/roles/1 ui.json.element",
                        "/admin ui.json.unknown");
        assertThat(JsonBody.form(Map.of("roles", "a"), Shape.class).error("roles").orElseThrow())
                .isEqualTo(Refusal.of("ui.json.list"));
    }

    @Test
    void aProblemIsTheCallersFaultOrNone() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ApiProblem.of(500, Refusal.of("ui.error.unexpected")));
    }
}
