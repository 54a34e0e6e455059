package fr.socle.identity.usager;

import fr.socle.identity.federation.Client;
import fr.socle.identity.federation.Clients;
import fr.socle.identity.sso.Consents;
import fr.socle.identity.usager.Decisions.Author;
import fr.socle.kernel.PersonRef;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What a person agreed to, service by service, and how they take it back. */
@Component
public class Agreements {

    private final Consents consents;
    private final Clients clients;
    private final Notices notices;

    Agreements(Consents consents, Clients clients, Notices notices) {
        this.consents = consents;
        this.clients = clients;
        this.notices = notices;
    }

    /** Those in force, the newest first. */
    public List<Agreed> of(PersonRef person) {
        return consents.of(person).stream()
                .flatMap(
                        consent ->
                                clients
                                        .find(consent.clientId())
                                        .map(client -> Agreed.of(client, consent))
                                        .stream())
                .toList();
    }

    public Optional<Agreed> of(PersonRef person, String clientId) {
        return of(person).stream()
                .filter(it -> it.client().clientId().equals(clientId))
                .findFirst();
    }

    /**
     * Takes one back, on every node at once, and tells the person by e-mail, so that whoever does
     * it in their place is seen.
     *
     * @return false when there was none, or when it was taken back before
     */
    @Transactional
    public boolean withdraw(Author author, Client client) {
        if (!consents.withdraw(author.person(), client.clientId())) {
            return false;
        }
        notices.changed(author, List.of(new Change("consent-withdrawn", client.name())));
        return true;
    }
}
