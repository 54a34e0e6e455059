package fr.socle.identity.usager;

import static org.assertj.core.api.Assertions.assertThat;

import fr.socle.PostgresTest;
import fr.socle.identity.usager.DeviceCookie.Mark;
import jakarta.servlet.http.Cookie;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

/** The cookie of a trusted device holds what we wrote, for ninety days, and nothing else counts. */
@NullMarked
@PostgresTest
class DeviceCookieTests {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);

    @Autowired DeviceCookie cookie;

    private List<Mark> marks = new ArrayList<>();

    private String written(String token, LocalDate day) {
        var response = new MockHttpServletResponse();
        cookie.put(new MockHttpServletRequest(), response, new Mark(token, day), marks);
        var written = Objects.requireNonNull(response.getCookie(DeviceCookie.NAME));
        assertThat(written.isHttpOnly()).isTrue();
        assertThat(written.getMaxAge()).isEqualTo(90 * 24 * 3600);
        marks = cookie.read(with(written.getValue()), day);
        return written.getValue();
    }

    private static MockHttpServletRequest with(String value) {
        var request = new MockHttpServletRequest();
        request.setCookies(new Cookie(DeviceCookie.NAME, value));
        return request;
    }

    @Test
    void ofFourPersonsTheThreeLastAreKept() {
        for (var token : List.of("a", "b", "c", "d")) {
            written(token, TODAY);
        }
        assertThat(marks).extracting(Mark::token).containsExactly("d", "c", "b");
    }

    @Test
    void aMarkIsForgottenAfterNinetyDays() {
        var value = written("a", TODAY);
        assertThat(cookie.read(with(value), TODAY.plusDays(89))).hasSize(1);
        assertThat(cookie.read(with(value), TODAY.plusDays(90))).isEmpty();
    }

    @Test
    void whatIsForgedCutOrTooLongIsNothing() {
        var value = written("jeton", TODAY);
        var odd =
                List.of(
                        "",
                        "x",
                        "a.b.c",
                        "..",
                        value.replace("jeton", "jetom"),
                        value.substring(0, value.length() - 1),
                        value + "." + value,
                        "é".repeat(100),
                        value + "x".repeat(1000));
        assertThat(odd).allSatisfy(it -> assertThat(cookie.read(with(it), TODAY)).isEmpty());
    }
}
