package fr.socle.citoyen;

import fr.socle.citoyen.droits.ExercicePost;
import fr.socle.citoyen.recapitulatif.Recapitulatifs;
import fr.socle.directory.ComptesProfessionnels;
import fr.socle.directory.DirectoryRights;
import fr.socle.directory.Role;
import fr.socle.notifications.Category;
import fr.socle.ui.MenuItem;
import fr.socle.ui.MenuSection;
import fr.socle.ui.Space;
import fr.socle.ui.access.Right;
import java.util.Set;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What this block declares: its pages, its right and role, its letters. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(CitoyenSettings.class)
class CitoyenConfiguration {

    @Bean
    MenuItem citoyenMenu() {
        return new MenuItem(Space.USAGER, "citoyen.menu", "/mon-dossier", 50, null);
    }

    @Bean
    MenuItem entrepriseMenu() {
        return new MenuItem(
                Space.AGENT, "citoyen.entreprise.title", ComptesProfessionnels.PAGES, 900, null);
    }

    @Bean
    Right citoyenAnswer() {
        return CitoyenRights.ANSWER;
    }

    @Bean
    Right citoyenAnnounce() {
        return CitoyenRights.ANNOUNCE;
    }

    @Bean
    Role dataProtectionOfficer() {
        return new Role(CitoyenRights.DELEGUE, Set.of(CitoyenRights.ANSWER));
    }

    @Bean
    Category citoyenRightsCategory() {
        return ExercicePost.CATEGORY;
    }

    @Bean
    Category citoyenDeskCategory() {
        return ExercicePost.DESK;
    }

    @Bean
    Category citoyenDigestCategory() {
        return Recapitulatifs.CATEGORY;
    }

    @Bean
    MenuItem citoyenProgramsMenu() {
        return new MenuItem(
                Space.ADMINISTRATION,
                "citoyen.emetteur.title",
                "/administration/avancements",
                250,
                DirectoryRights.MANAGE,
                MenuSection.DONNEES);
    }

    @Bean
    MenuItem citoyenProtectionMenu() {
        return new MenuItem(
                Space.ADMINISTRATION,
                "citoyen.dpo.title",
                "/administration/protection-donnees",
                230,
                CitoyenRights.ANSWER,
                MenuSection.DONNEES);
    }

    @Bean
    MenuItem citoyenRepondantsMenu() {
        return new MenuItem(
                Space.ADMINISTRATION,
                "citoyen.repondant.title",
                "/administration/repondants",
                245,
                DirectoryRights.ADMINISTER,
                MenuSection.DONNEES);
    }

    @Bean
    MenuItem citoyenDeskMenu() {
        return new MenuItem(
                Space.ADMINISTRATION,
                "citoyen.guichet.title",
                "/administration/droits-des-personnes",
                240,
                CitoyenRights.ANSWER,
                MenuSection.DONNEES);
    }
}
