package fr.socle.ui;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LocalPathTest {

    @ParameterizedTest
    @ValueSource(strings = {"/", "/dossiers?q=a&page=2", "/caf%C3%A9#bas"})
    void aPathOfThisHouseIsKept(String path) {
        assertThat(LocalPath.orHome(path)).isEqualTo(path);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "dossiers",
                "//mechant.test",
                "/\\mechant.test",
                "\\\\mechant.test",
                "https://mechant.test",
                "javascript:alert(1)",
                "/\t/mechant.test",
                "/\r\nSet-Cookie: a=b",
                " /dossiers"
            })
    void whatWouldLeadElsewhereBecomesTheHomePage(String path) {
        assertThat(LocalPath.orHome(path)).isEqualTo("/");
    }

    @Test
    void nothingAndTooMuchBecomeTheHomePage() {
        assertThat(LocalPath.orHome(null)).isEqualTo("/");
        assertThat(LocalPath.orHome("/" + "a".repeat(3000))).isEqualTo("/");
    }
}
