package fr.socle.identity.web;

import fr.socle.ui.Page;
import fr.socle.ui.form.Form;
import java.util.List;

/**
 * An agent's professional address, which leads to his provider.
 *
 * @param domains those of the demonstration, to help; none elsewhere
 */
public record AgentMailPage(
        Form form, String service, List<String> domains, String action, String back)
        implements Page {

    public AgentMailPage {
        domains = List.copyOf(domains);
    }

    @Override
    public int status() {
        return form.ok() ? 200 : 422;
    }
}
