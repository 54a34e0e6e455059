package fr.socle.journal.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FactTests {

    private static final String ID = "0192f0c4-7d1e-7abc-8def-0123456789ab";

    @Test
    void aListShowsTheBeginningOfAnIdAndTheFactHasItWhole() {
        var fact = Fact.of("directory.agent-invite", Map.entry("services", List.of(ID, ID)));
        assertThat(fact.brief()).isEqualTo("0192f0c4…, 0192f0c4…");
        assertThat(fact.value()).isEqualTo(ID + ", " + ID);
        assertThat(fact.block()).isEqualTo("directory");
    }

    @Test
    void whatOnlyLooksLikeAnIdStays() {
        var fact = Fact.of("sansbloc", Map.entry("octets", 12));
        assertThat(fact.brief()).isEqualTo("12");
        assertThat(fact.block()).isEmpty();
    }
}
