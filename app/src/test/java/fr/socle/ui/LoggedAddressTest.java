package fr.socle.ui;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who reads the log may not use what an address gave to its reader. */
class LoggedAddressTest {

    @ParameterizedTest
    @CsvSource({
        "/mes-dossiers/invitations/pX3-kQ9_vZ1mT7bL2cR8, /mes-dossiers/invitations/…",
        "/avis/pX3-kQ9_vZ1mT7bL2cR8pX3-kQ9_vZ1mT7bL2cR8/suite, /avis/…/suite",
        "/avis/pX3.kQ9%2FvZ1mT7bL2cR8, /avis/…",
        "/mes-dossiers/0b6a9a2e-5d0f-4b0e-9f38-0a9d8c7b6a55x, /mes-dossiers/…",
        "/mes-dossiers/0b6a9a2e-5d0f-4b0e-9f38-0a9d8c7b6a55/remplir,"
                + " /mes-dossiers/0b6a9a2e-5d0f-4b0e-9f38-0a9d8c7b6a55/remplir",
        "/administration/jetons, /administration/jetons",
        "/, /"
    })
    void longSecretsAreLeftOutAndIdentifiersStay(String path, String told) {
        assertThat(FailureWriter.withoutSecrets(path)).isEqualTo(told);
    }
}
