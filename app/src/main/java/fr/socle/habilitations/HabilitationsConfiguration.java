package fr.socle.habilitations;

import fr.socle.directory.DirectoryRights;
import fr.socle.directory.Role;
import fr.socle.habilitations.demande.DemandePost;
import fr.socle.notifications.Category;
import fr.socle.ui.MenuItem;
import fr.socle.ui.MenuSection;
import fr.socle.ui.Space;
import fr.socle.ui.access.Right;
import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What this block declares: its right, its role, its letters, its lines of menu. */
@Configuration(proxyBeanMethods = false)
class HabilitationsConfiguration {

    @Bean
    Right habilitationsExamine() {
        return HabilitationRights.EXAMINE;
    }

    @Bean
    Role habilitationsInstructor() {
        return new Role(HabilitationRights.INSTRUCTEUR, Set.of(HabilitationRights.EXAMINE), true);
    }

    @Bean
    Category habilitationsCategory() {
        return DemandePost.CATEGORY;
    }

    @Bean
    MenuItem habilitationsMenu() {
        return new MenuItem(
                Space.ADMINISTRATION,
                "habilitations.menu",
                "/administration/habilitations",
                200,
                DirectoryRights.MANAGE,
                MenuSection.DONNEES);
    }

    @Bean
    MenuItem habilitationsToExamineMenu() {
        return new MenuItem(
                Space.ADMINISTRATION,
                "habilitations.menu.examine",
                "/administration/habilitations-a-instruire",
                210,
                HabilitationRights.EXAMINE,
                MenuSection.DONNEES);
    }

    /** For instructors who manage nothing, and so have no way to the administration. */
    @Bean
    MenuItem habilitationsAgentMenu() {
        return new MenuItem(
                Space.AGENT,
                "habilitations.menu.examine",
                "/administration/habilitations-a-instruire",
                800,
                HabilitationRights.EXAMINE);
    }
}
