package fr.socle;

import static org.assertj.core.api.Assertions.assertThat;

import fr.socle.house.BrokenSeal;
import fr.socle.house.HouseSettings;
import fr.socle.house.Keyring;
import fr.socle.house.WrongSetting;
import java.security.SecureRandom;
import java.sql.SQLException;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanCreationException;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class CausesTests {

    @Test
    void aSettingThatCannotBeIsNamed() {
        var wrong = new WrongSetting("socle.identity.federations.essai.name", "manque");
        assertThat(Causes.sentence(new BeanCreationException("federations", "failed", wrong)))
                .isEqualTo("le réglage « identity.federations.essai.name » manque");
    }

    @Test
    void aValueThatCannotBeReadIsNamedWithItsSetting() {
        var settings = new Binder(new MapConfigurationPropertySource(Map.of("socle.port", "haut")));
        try {
            settings.bind("socle", HouseSettings.class);
            throw new AssertionError("a word is no port");
        } catch (BindException unread) {
            assertThat(Causes.sentence(unread))
                    .isEqualTo("le réglage « port » ne peut pas valoir « haut »");
        }
    }

    @Test
    void theMasterKeyOfAnotherHouseIsToldWithTheWayOut() {
        var random = new SecureRandom();
        var sealed = new Keyring(random.generateSeed(32), random).seal("essai", new byte[1]);
        var other = new Keyring(random.generateSeed(32), random);
        try {
            other.open("essai", sealed);
            throw new AssertionError("another key opens nothing");
        } catch (BrokenSeal broken) {
            assertThat(Causes.sentence(new IllegalStateException(broken)))
                    .contains("la clé maîtresse n’est pas celle", "SOCLE_MASTER_KEY");
        }
    }

    @Test
    void aPasswordThatTheDatabaseRefusesIsTold() {
        assertThat(Causes.sentence(new SQLException("FATAL: no", "28P01")))
                .contains("refuse ce compte ou ce mot de passe");
    }
}
