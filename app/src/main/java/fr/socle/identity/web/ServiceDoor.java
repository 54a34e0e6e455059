package fr.socle.identity.web;

import fr.socle.house.TooManyTries;
import fr.socle.house.Tries;
import fr.socle.identity.federation.ClaimedName;
import fr.socle.identity.federation.Client;
import fr.socle.identity.federation.Clients;
import fr.socle.identity.federation.Fault;
import fr.socle.identity.federation.Federation;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/**
 * Where services prove who they are before anything is answered (RFC 6749, 2.3). Who fails too
 * often is held up.
 */
@Component
class ServiceDoor {

    static final String UNPROVED = "Client authentication failed.";
    private static final Tries.Door SERVICES = new Tries.Door("identity.service", true);

    private final Clients clients;
    private final Tries tries;
    private final ErrorUris uris;

    ServiceDoor(Clients clients, Tries tries, ErrorUris uris) {
        this.clients = clients;
        this.tries = tries;
        this.uris = uris;
    }

    /** What the service that sent this form is answered; a refusal when it proves nothing. */
    ResponseEntity<?> answered(
            Federation federation,
            HttpServletRequest request,
            OAuthForm form,
            Function<Client, ResponseEntity<?>> answer) {
        if (form.wrong().isPresent()) {
            return refused("invalid_request", form.wrong().get());
        }
        try {
            return proved(federation, request, form).map(answer).orElseGet(this::unproved);
        } catch (TooManyTries many) {
            return OAuthAnswers.tooMany(
                    many.seconds(), uris.of(OAuthAnswers.LATER, "too many tries"));
        }
    }

    private Optional<Client> proved(
            Federation federation, HttpServletRequest request, OAuthForm form) {
        var authorization = request.getHeader(HttpHeaders.AUTHORIZATION);
        var attempt =
                tries.begin(SERVICES, () -> ClaimedName.of(authorization, form.members()), request);
        var client =
                clients.authenticated(authorization, form.members())
                        .filter(it -> it.federation().equals(federation));
        client.ifPresentOrElse(it -> attempt.right(it.clientId()), attempt::wrong);
        return client;
    }

    private ResponseEntity<?> unproved() {
        return coded(Fault.CLIENT_UNKNOWN, 401, UNPROVED);
    }

    ResponseEntity<?> refused(String error, String why) {
        return OAuthAnswers.refused(400, error, why, uris.of(error, why));
    }

    ResponseEntity<?> coded(Fault fault, int status, String why) {
        var more = uris.of(fault.code(), why);
        return OAuthAnswers.refused(status, fault.error(), why, more);
    }
}
