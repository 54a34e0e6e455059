package fr.socle.demarches.instruction;

import fr.socle.directory.Role;
import fr.socle.ui.MenuItem;
import fr.socle.ui.Space;
import fr.socle.ui.access.Right;
import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The right to examine dossiers, the role that gives it, the way to them. */
@Configuration(proxyBeanMethods = false)
public class InstructionRights {

    public static final String INSTRUIRE_CODE = "demarches.instruire";

    /** Holds for the dossiers of the services in which the agent works, and for no other. */
    public static final Right INSTRUIRE = new Right(INSTRUIRE_CODE);

    /**
     * No role gives it: whoever follows a link that the API gave to one file holds it, for that
     * file and its organisation.
     */
    public static final Right LIRE_PAR_LIEN = new Right("demarches.lire-par-lien");

    @Bean
    Right demarchesInstruire() {
        return INSTRUIRE;
    }

    @Bean
    Role instructeur() {
        return new Role("instructeur", Set.of(INSTRUIRE));
    }

    @Bean
    MenuItem dossiersMenu() {
        return new MenuItem(
                Space.AGENT, "demarches.menu.dossiers", "/agent/dossiers", 10, INSTRUIRE);
    }

    @Bean
    MenuItem myDossiersMenu() {
        return new MenuItem(Space.USAGER, "demarches.menu.mine", "/mes-dossiers", 20, null);
    }
}
