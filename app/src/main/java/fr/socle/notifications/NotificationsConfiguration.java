package fr.socle.notifications;

import fr.socle.notifications.delivery.Post;
import fr.socle.notifications.preferences.Categories;
import fr.socle.notifications.smtp.SmtpPost;
import fr.socle.ui.DemonstrationLink;
import fr.socle.ui.MenuItem;
import fr.socle.ui.MenuSection;
import fr.socle.ui.Space;
import fr.socle.ui.UiSettings;
import fr.socle.ui.access.Right;
import java.time.Clock;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the block declares to the house. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(MailSettings.class)
class NotificationsConfiguration {

    private static final Right ADMINISTER = new Right("notifications.administrer");

    @Bean
    Right notificationsAdminister() {
        return ADMINISTER;
    }

    @Bean
    MenuItem undeliveredMenuItem() {
        return new MenuItem(
                Space.ADMINISTRATION,
                "notifications.menu.undelivered",
                "/administration/courriels",
                910,
                ADMINISTER,
                MenuSection.SUIVI);
    }

    @Bean
    @ConditionalOnBooleanProperty(name = "socle.demonstration", matchIfMissing = true)
    DemonstrationLink mailboxLink() {
        return new DemonstrationLink("notifications.menu.mailbox", "/courriels", 10);
    }

    @Bean
    Categories categories(ObjectProvider<Category> declared) {
        return new Categories(declared.stream().toList());
    }

    @Bean
    Post post(MailSettings settings, UiSettings ui, Clock clock) {
        var host = settings.host();
        if (host != null) {
            return new SmtpPost(settings, host, clock);
        }
        return ui.demonstration() ? Post.keeping() : Post.waiting();
    }
}
