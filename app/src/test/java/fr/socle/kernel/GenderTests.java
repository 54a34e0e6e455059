package fr.socle.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class GenderTests {

    @ParameterizedTest
    @EnumSource
    void isReadBackFromItsClaim(Gender gender) {
        assertThat(Gender.parse(gender.claim()).orThrow()).isEqualTo(gender);
    }

    @Test
    void aBadOneIsRefusedWithItsReason() {
        assertThat(Refused.key(Gender.parse(" "))).isEqualTo("kernel.gender.missing");
        assertThat(Refused.key(Gender.parse("M"))).isEqualTo("kernel.gender.unknown");
    }
}
