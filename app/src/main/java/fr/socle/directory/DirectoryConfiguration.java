package fr.socle.directory;

import fr.socle.notifications.Category;
import fr.socle.ui.MenuItem;
import fr.socle.ui.MenuSection;
import fr.socle.ui.Space;
import fr.socle.ui.access.Right;
import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What this block declares: its rights, its roles, its lines of menu. */
@Configuration(proxyBeanMethods = false)
class DirectoryConfiguration {

    @Bean
    Right directoryAdminister() {
        return DirectoryRights.ADMINISTER;
    }

    @Bean
    Right directoryManage() {
        return DirectoryRights.MANAGE;
    }

    @Bean
    Role operateur() {
        return new Role(Role.OPERATEUR, Set.of(), true);
    }

    @Bean
    Role gestionnaire() {
        return new Role(Role.GESTIONNAIRE, Set.of(DirectoryRights.MANAGE));
    }

    @Bean
    Category invitationCategory() {
        return InvitationPost.CATEGORY;
    }

    @Bean
    MenuItem organisationsMenu() {
        return new MenuItem(
                Space.ADMINISTRATION,
                "directory.menu.organisations",
                "/administration/organisations",
                100,
                DirectoryRights.MANAGE,
                MenuSection.ORGANISATION);
    }

    @Bean
    MenuItem agentsMenu() {
        return new MenuItem(
                Space.ADMINISTRATION,
                "directory.menu.agents",
                "/administration/agents",
                110,
                DirectoryRights.ADMINISTER,
                MenuSection.ORGANISATION);
    }

    @Bean
    MenuItem tokensMenu() {
        return new MenuItem(
                Space.ADMINISTRATION,
                "directory.menu.tokens",
                "/administration/jetons",
                120,
                DirectoryRights.ADMINISTER,
                MenuSection.ORGANISATION);
    }

    @Bean
    MenuItem accountMenu() {
        return new MenuItem(Space.AGENT, "directory.account.title", "/agent/mon-compte", 100, null);
    }

    /** The way from the agent's space to the administration, for who has work there. */
    @Bean
    MenuItem administrationMenu() {
        return new MenuItem(
                Space.AGENT,
                "ui.space.administration",
                "/administration",
                900,
                DirectoryRights.MANAGE);
    }
}
