package fr.socle.avis.form;

import fr.socle.avis.JudgedId;
import fr.socle.directory.OrganisationId;
import java.util.List;
import java.util.UUID;

/**
 * A form of a service besides the common one.
 *
 * @param organisation which agents may change it
 * @param open whether new answers may begin; who began may end
 * @param origins scheme, host and port of the sites that may show it in a frame
 * @param questions what it asks now
 * @param version grows with each change
 */
public record ServiceForm(
        UUID id,
        JudgedId service,
        OrganisationId organisation,
        String name,
        Template template,
        boolean open,
        List<String> origins,
        Questions questions,
        long version) {

    public ServiceForm {
        origins = List.copyOf(origins);
    }

    /** Where anybody fills it: built like the addresses of Je donne mon avis. */
    public String path() {
        return "/Demarches/avis/" + id;
    }

    /**
     * What an agent decides of a form.
     *
     * @param template cannot be changed later
     */
    public record Facts(
            String name,
            Template template,
            boolean open,
            List<String> origins,
            Questions questions) {

        public Facts {
            origins = List.copyOf(origins);
        }
    }

    ServiceForm with(Facts facts) {
        var asked = facts.questions();
        var now = asked.sameAs(questions) ? questions : asked.numbered(questions.number() + 1);
        return new ServiceForm(
                id,
                service,
                organisation,
                facts.name(),
                template,
                facts.open(),
                facts.origins(),
                now,
                version);
    }
}
