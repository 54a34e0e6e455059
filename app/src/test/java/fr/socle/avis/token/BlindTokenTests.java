package fr.socle.avis.token;

import static org.assertj.core.api.Assertions.assertThat;

import fr.socle.BlindClient;
import fr.socle.BlindClient.Vector;
import fr.socle.demarches.DemarcheId;
import fr.socle.demarches.OpinionQuarter;
import java.util.Base64;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class BlindTokenTests {

    private static final DemarcheId DEMARCHE = new DemarcheId(new UUID(1, 2));
    private static final OpinionQuarter QUARTER = OpinionQuarter.parse("2026-T4").orElseThrow();

    @Test
    void theSignatureOfTheStandardsVectorIsGoodAndNoOther() throws Exception {
        var vector = Vector.read();
        var message = vector.bytes("prepared_msg");
        var signature = vector.bytes("sig");
        assertThat(BlindToken.verifies(vector.key(), message, signature)).isTrue();
        signature[100] ^= 1;
        assertThat(BlindToken.verifies(vector.key(), message, signature)).isFalse();
        message[0] ^= 1;
        assertThat(BlindToken.verifies(vector.key(), message, vector.bytes("sig"))).isFalse();
        assertThat(BlindToken.verifies(vector.key(), message, new byte[0])).isFalse();
    }

    @Test
    void aTokenSaysWhichProcedureAndQuarterItIsFor() {
        var prefix = BlindClient.random(32);
        var text = BlindClient.token(prefix, DEMARCHE, QUARTER, new byte[256]);
        assertThat(text).hasSize(BlindToken.LENGTH);
        var read = BlindToken.parse(Base64.getUrlDecoder().decode(text)).orElseThrow();
        assertThat(read.demarche()).isEqualTo(DEMARCHE);
        assertThat(read.quarter()).isEqualTo(QUARTER);
        assertThat(read.message()).isEqualTo(BlindClient.message(prefix, DEMARCHE, QUARTER));
    }

    @Test
    void anotherVersionOrLengthIsNoToken() {
        assertThat(BlindToken.parse(new byte[307])).isEmpty();
        assertThat(BlindToken.parse(new byte[306])).isEmpty();
        assertThat(BlindToken.parse(new byte[0])).isEmpty();
    }

    @Test
    void quartersAreThoseOfTheCalendar() {
        assertThat(QUARTER.code()).isEqualTo("2026-T4");
        assertThat(QUARTER.previous().code()).isEqualTo("2026-T3");
        assertThat(OpinionQuarter.parse("2026-T1").orElseThrow().previous().code())
                .isEqualTo("2025-T4");
        assertThat(OpinionQuarter.parse("2026-T5")).isEmpty();
        assertThat(OpinionQuarter.parse("2026-t1\n")).isEmpty();
        assertThat(OpinionQuarter.of(java.time.LocalDate.of(2026, 12, 31))).isEqualTo(QUARTER);
    }
}
