package fr.socle.identity.federation;

import fr.socle.ui.UiSettings;
import java.util.List;
import java.util.Set;
import org.springframework.boot.context.event.ApplicationStartedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * The pages of this house are clients like any other: one for usagers, one for agents, each with a
 * generated secret and no back door.
 */
@Component
public class OurClients {

    public static final String USAGERS = "socle-usagers";
    public static final String AGENTS = "socle-agents";

    public static final String USAGERS_RETURN = "/connexion/usager/retour";
    public static final String AGENTS_RETURN = "/agent/connexion/retour";

    public static final Set<String> USAGERS_SCOPES =
            Set.of(
                    "openid",
                    "identite_pivot",
                    "preferred_username",
                    "email",
                    "idp_birthdate",
                    // because nobody may block the provider through which they are signed in
                    "idp_id");
    public static final Set<String> AGENTS_SCOPES =
            Set.of(
                    "openid",
                    "given_name",
                    "usual_name",
                    "email",
                    // because it says for which company somebody comes
                    "siret",
                    "idp_id",
                    "idp_sub");

    private final Clients clients;
    private final UiSettings ui;

    OurClients(Clients clients, UiSettings ui) {
        this.clients = clients;
        this.ui = ui;
    }

    @EventListener(ApplicationStartedEvent.class)
    void register() {
        clients.registerOurs(
                ours(
                        USAGERS,
                        Federation.CITOYENS,
                        "Mes démarches",
                        USAGERS_RETURN,
                        USAGERS_SCOPES));
        clients.registerOurs(
                ours(AGENTS, Federation.AGENTS, "Espace des agents", AGENTS_RETURN, AGENTS_SCOPES));
    }

    private Client ours(
            String id, Federation federation, String name, String back, Set<String> scopes) {
        return new Client(
                id,
                federation,
                name,
                ui.siteName(),
                id,
                List.of(back),
                List.of("/"),
                scopes,
                true,
                true);
    }
}
