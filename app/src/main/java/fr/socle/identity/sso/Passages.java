package fr.socle.identity.sso;

import fr.socle.identity.broker.Broker;
import fr.socle.identity.federation.AuthorizeRequest;
import fr.socle.identity.federation.Client;
import fr.socle.identity.federation.Federation;
import fr.socle.identity.federation.Prompt;
import fr.socle.identity.store.ArrivalStore;
import java.time.Clock;
import java.util.Collection;
import java.util.Collections;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Whether somebody who is signed in may go through without their provider (OpenID Connect Core,
 * 3.1.2.1 and 3.1.2.3, within the contracts' rules for each level).
 */
@Component
public class Passages {

    private static final String LOGIN_REQUIRED = "login_required";

    private final Broker broker;
    private final Consents consents;
    private final ArrivalStore arrivals;
    private final SessionAnswers answers;
    private final Clock clock;

    Passages(
            Broker broker,
            Consents consents,
            ArrivalStore arrivals,
            SessionAnswers answers,
            Clock clock) {
        this.broker = broker;
        this.consents = consents;
        this.arrivals = arrivals;
        this.answers = answers;
        this.clock = clock;
    }

    public Passage decide(
            Client client, AuthorizeRequest request, Optional<FederationSession> session) {
        if (session.isEmpty()) {
            return request.asks(Prompt.NONE) ? signedOut() : new Passage.Choose();
        }
        var here = new Passage.Through(session.get(), acquaintance(client, session.get()));
        var passage = withSession(client, request, here);
        return request.asks(Prompt.NONE) ? silent(client, request, here, passage) : passage;
    }

    /** What this session's person and this service are to each other. */
    Acquaintance acquaintance(Client client, FederationSession session) {
        var person = session.person();
        return person == null
                ? Acquaintance.OF_AN_AGENT
                : arrivals.acquaintance(
                        person, session.provider(), client.clientId(), client.sector());
    }

    private Passage withSession(Client client, AuthorizeRequest request, Passage.Through here) {
        var session = here.session();
        if (request.asks(Prompt.SELECT_ACCOUNT)
                || request.asks(Prompt.LOGIN)
                || !isWanted(request, session)
                || !isOffered(client, session)
                || here.known().blocked()
                || isAnother(client, request, here)) {
            return new Passage.Choose();
        }
        if (isTooOld(request, session) || !suffices(client.federation(), request, session)) {
            return new Passage.Again(session.provider());
        }
        return here;
    }

    /** What may not be asked is an error, which says what would have been asked. */
    private Passage silent(
            Client client, AuthorizeRequest request, Passage.Through here, Passage passage) {
        return switch (passage) {
            case Passage.Choose _ ->
                    isAnother(client, request, here)
                            ? signedOut()
                            : refused("interaction_required", "another account must be chosen");
            case Passage.Again _ -> refused(LOGIN_REQUIRED, "the person must sign in again");
            case Passage.Through(_, var known) ->
                    consents.mustShow(client, request, known)
                            ? refused("consent_required", "the person has not agreed yet")
                            : passage;
            case Passage.Refused refused -> refused;
        };
    }

    private static Passage signedOut() {
        return refused(LOGIN_REQUIRED, "the person is not signed in");
    }

    private static Passage refused(String error, String why) {
        return new Passage.Refused(error, why);
    }

    /** Whether the session is of the provider, and of a mandate, that the service asks for. */
    private static boolean isWanted(AuthorizeRequest request, FederationSession session) {
        var hint = request.idpHint();
        return (hint == null || hint.equals(session.provider()))
                && (request.repScopes().isEmpty()
                        || !(session.claims().get("rep_scope") instanceof Collection<?> has)
                        || !Collections.disjoint(has, request.repScopes()));
    }

    /** Whether the provider is still there, and people may come to this service through it. */
    private boolean isOffered(Client client, FederationSession session) {
        return client.rules().allowsProvider(session.provider())
                && broker.find(client.federation(), session.provider())
                        .filter(it -> it.fits(client))
                        .isPresent();
    }

    /** Whether the service expects somebody else (id_token_hint). */
    private boolean isAnother(Client client, AuthorizeRequest request, Passage.Through here) {
        var expected = request.idTokenHintSub();
        return expected != null && !expected.equals(answers.subject(client, here));
    }

    private boolean isTooOld(AuthorizeRequest request, FederationSession session) {
        var most = request.maxAge();
        var age = clock.instant().getEpochSecond() - session.authTime().getEpochSecond();
        return most != null && (most == 0 || age > most);
    }

    private static boolean suffices(
            Federation federation, AuthorizeRequest request, FederationSession session) {
        return federation.session().answers(request.acr()) && session.acr().atLeast(request.acr());
    }
}
