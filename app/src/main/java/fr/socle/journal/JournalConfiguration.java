package fr.socle.journal;

import fr.socle.journal.store.OwnConnections;
import fr.socle.ui.MenuItem;
import fr.socle.ui.MenuSection;
import fr.socle.ui.Space;
import fr.socle.ui.access.Right;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(JournalSettings.class)
class JournalConfiguration {

    /** Static, because it must be there before the DataSource. */
    @Bean
    static OwnConnections ownConnections() {
        return new OwnConnections();
    }

    @Bean
    Right auditRight() {
        return new Right("journal.auditer");
    }

    @Bean
    Right openRight() {
        return new Right("journal.ouvrir");
    }

    @Bean
    MenuItem journalMenu(Right auditRight) {
        return new MenuItem(
                Space.ADMINISTRATION,
                "journal.menu",
                "/administration/journal",
                900,
                auditRight,
                MenuSection.SUIVI);
    }
}
