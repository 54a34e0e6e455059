package fr.socle.identity.sso;

import fr.socle.identity.federation.AuthorizeRequest;
import fr.socle.identity.federation.Client;
import fr.socle.identity.federation.Held;
import fr.socle.identity.person.Subjects;
import fr.socle.identity.person.Subjects.Subject;
import java.util.LinkedHashMap;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** What a session says of its person to one more service, in the place of the provider. */
@Component
public class SessionAnswers {

    /** The claim with the subject that a sector knew before two persons were found to be one. */
    public static final String PREVIOUS = "previous_sub";

    private static final String ACCOUNT = "idp_sub";

    private final Subjects subjects;

    SessionAnswers(Subjects subjects) {
        this.subjects = subjects;
    }

    /** By what the service knows the session's person. */
    public String subject(Client client, Passage.Through here) {
        return known(client, here).sub();
    }

    /**
     * A usager who proved more than the service asks for is told as what it asks for
     * (FranceConnect+: an eidas3 session answers as eidas2); of an agent the service hears what
     * there is.
     */
    public Held of(
            String transaction, Client client, AuthorizeRequest request, Passage.Through here) {
        var session = here.session();
        var subject = known(client, here);
        var claims = new LinkedHashMap<>(session.claims());
        // because it was another service's: the one to which the session led first
        claims.remove(PREVIOUS);
        subject.previous().ifPresent(it -> claims.put(PREVIOUS, it));
        return new Held(
                transaction,
                request,
                session.person(),
                session.provider(),
                subject.sub(),
                claims,
                session.authTime().getEpochSecond(),
                client.federation().ofUsagers() ? request.acr() : session.acr(),
                session.amr(),
                session.idToken(),
                session.id());
    }

    private Subject known(Client client, Passage.Through here) {
        var session = here.session();
        var person = session.person();
        if (person != null) {
            return subjects.of(client, person, session.claims(), here.known().subjects());
        }
        var account = String.valueOf(session.claims().get(ACCOUNT));
        return new Subject(subjects.ofAgent(client, session.provider(), account), Optional.empty());
    }
}
