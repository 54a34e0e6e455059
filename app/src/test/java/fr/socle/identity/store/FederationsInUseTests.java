package fr.socle.identity.store;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.socle.PostgresTest;
import fr.socle.house.WrongSetting;
import fr.socle.identity.federation.Federations;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;

/** Each test takes back what it wrote: a row of an unknown federation stops the others' pages. */
@PostgresTest
@Transactional
class FederationsInUseTests {

    @Autowired JdbcClient db;

    private void register(String federation) {
        db.sql(
                        """
                        INSERT INTO identity.provider
                               (uid, federation, issuer, client_id, sealed_secret, label, hint, domains,
                                demonstration, active, position, display)
                        VALUES ('essai-disparu', :federation, 'https://disparu.example', 'socle', '', 'Essai', '',
                                '{}', false, true, 9, true)
                        """)
                .param("federation", federation)
                .update();
    }

    private void start() {
        new FederationsInUse(db, new Federations(List.of())).afterSingletonsInstantiated();
    }

    @Test
    void aHouseThatKnowsAllItsFederationsStarts() {
        assertThatCode(this::start).doesNotThrowAnyException();
    }

    @Test
    void aFederationWithProvidersCannotBeForgotten() {
        register("disparue");
        assertThatThrownBy(this::start)
                .isInstanceOf(WrongSetting.class)
                .hasMessage(
                        "le réglage « identity.federations.disparue.contract » manque : des fournisseurs ou"
                                + " des services de cette fédération sont inscrits");
    }

    @Test
    void nothingIsStoredUnderWhatCannotBeAnAddress() {
        assertThatThrownBy(() -> register("deux/mots"))
                .isInstanceOf(DataIntegrityViolationException.class);
    }
}
