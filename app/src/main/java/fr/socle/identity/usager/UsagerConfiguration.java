package fr.socle.identity.usager;

import fr.socle.directory.Role;
import fr.socle.notifications.Category;
import fr.socle.ui.MenuItem;
import fr.socle.ui.MenuSection;
import fr.socle.ui.Space;
import fr.socle.ui.access.Right;
import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What a person's pages declare to the house. */
@Configuration(proxyBeanMethods = false)
class UsagerConfiguration {

    @Bean
    MenuItem ownSignInsMenu() {
        return new MenuItem(Space.USAGER, "identity.mine.menu", "/mes-connexions", 55, null);
    }

    @Bean
    MenuItem fraudsMenu() {
        return new MenuItem(
                Space.ADMINISTRATION,
                "identity.mine.frauds.menu",
                "/administration/fraudes",
                230,
                FraudRights.HANDLE,
                MenuSection.IDENTITE);
    }

    /** For those who manage nothing, and so have no way to the administration. */
    @Bean
    MenuItem fraudsAgentMenu() {
        return new MenuItem(
                Space.AGENT,
                "identity.mine.frauds.menu",
                "/administration/fraudes",
                820,
                FraudRights.HANDLE);
    }

    @Bean
    Right fraudHandle() {
        return FraudRights.HANDLE;
    }

    @Bean
    Role fraudReferent() {
        return new Role(FraudRights.REFERENT, Set.of(FraudRights.HANDLE), true);
    }

    @Bean
    Category signInCategory() {
        return Letters.SIGN_IN;
    }

    @Bean
    Category settingsCategory() {
        return Letters.SETTINGS;
    }

    @Bean
    Category fraudCategory() {
        return Letters.FRAUD;
    }

    @Bean
    Category fraudDeskCategory() {
        return Letters.FRAUD_DESK;
    }
}
