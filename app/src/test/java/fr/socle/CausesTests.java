package fr.socle;

import static org.assertj.core.api.Assertions.assertThat;

import fr.socle.house.HouseSettings;
import fr.socle.house.WrongSetting;
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
}
