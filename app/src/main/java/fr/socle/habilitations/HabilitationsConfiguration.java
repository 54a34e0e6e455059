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

/** What this block declares: its rights, its roles, its letters, its lines of menu. */
@Configuration(proxyBeanMethods = false)
class HabilitationsConfiguration {

    private static final String EXAMINE = "/administration/habilitations-a-instruire";

    @Bean
    Right habilitationsRead() {
        return HabilitationRights.READ;
    }

    @Bean
    Right habilitationsExamine() {
        return HabilitationRights.EXAMINE;
    }

    @Bean
    Right habilitationsShape() {
        return HabilitationRights.SHAPE;
    }

    @Bean
    Right habilitationsIntegrate() {
        return HabilitationRights.INTEGRATE;
    }

    @Bean
    Role habilitationsReporter() {
        return new Role(HabilitationRights.RAPPORTEUR, Set.of(HabilitationRights.READ), true);
    }

    @Bean
    Role habilitationsInstructor() {
        return new Role(
                HabilitationRights.INSTRUCTEUR,
                Set.of(HabilitationRights.READ, HabilitationRights.EXAMINE),
                true);
    }

    @Bean
    Role habilitationsManager() {
        return new Role(
                HabilitationRights.RESPONSABLE,
                Set.of(
                        HabilitationRights.READ,
                        HabilitationRights.EXAMINE,
                        HabilitationRights.SHAPE),
                true);
    }

    @Bean
    Role habilitationsIntegrator() {
        return new Role(HabilitationRights.INTEGRATEUR, Set.of(HabilitationRights.INTEGRATE));
    }

    @Bean
    Category habilitationsCategory() {
        return DemandePost.CATEGORY;
    }

    @Bean
    MenuItem habilitationsMenu() {
        return administration(
                "habilitations.menu", "/administration/habilitations", 200, DirectoryRights.MANAGE);
    }

    @Bean
    MenuItem habilitationsToExamineMenu() {
        return administration("habilitations.menu.examine", EXAMINE, 210, HabilitationRights.READ);
    }

    @Bean
    MenuItem habilitationsFormsMenu() {
        return administration(
                "habilitations.menu.forms",
                "/administration/habilitations-formulaires",
                220,
                HabilitationRights.SHAPE);
    }

    @Bean
    MenuItem habilitationsWebhooksMenu() {
        return administration(
                "habilitations.menu.webhooks",
                "/administration/habilitations-webhooks",
                230,
                HabilitationRights.INTEGRATE);
    }

    /** For instructors who manage nothing, and so have no way to the administration. */
    @Bean
    MenuItem habilitationsAgentMenu() {
        return new MenuItem(
                Space.AGENT, "habilitations.menu.examine", EXAMINE, 800, HabilitationRights.READ);
    }

    private static MenuItem administration(String label, String path, int place, Right right) {
        return new MenuItem(Space.ADMINISTRATION, label, path, place, right, MenuSection.DONNEES);
    }
}
