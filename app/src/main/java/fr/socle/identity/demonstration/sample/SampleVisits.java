package fr.socle.identity.demonstration.sample;

import fr.socle.house.PublicAddress;
import fr.socle.identity.demonstration.sample.SampleChecks.Checked;
import fr.socle.identity.keys.SealedMap;
import fr.socle.identity.keys.Secrets;
import fr.socle.identity.store.DemonstrationVisitStore;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;
import org.springframework.web.util.WebUtils;

/** The sessions of sample services: theirs, and not the federation's. */
@Component
class SampleVisits {

    /** What a service knows of who is at the browser. */
    sealed interface Visit {
        record Nobody() implements Visit {}

        record Here(Received received) implements Visit {}

        /** They pressed the service's own button; the federation was not heard yet. */
        record Leaving() implements Visit {}

        /** The federation said that they left. */
        record Told(Received message) implements Visit {}
    }

    private static final Duration LIFE = Duration.ofMinutes(30);
    private static final String COOKIE = "socle_visite_";
    private static final String CONTEXT = "identity.demonstration-visit.";

    private final DemonstrationVisitStore store;
    private final SealedMap seals;
    private final Secrets secrets;
    private final PublicAddress address;
    private final Clock clock;

    SampleVisits(
            DemonstrationVisitStore store,
            SealedMap seals,
            Secrets secrets,
            PublicAddress address,
            Clock clock) {
        this.store = store;
        this.seals = seals;
        this.secrets = secrets;
        this.address = address;
        this.clock = clock;
    }

    Visit of(SampleService service, HttpServletRequest request) {
        return secret(service, request)
                .flatMap(it -> store.find(Secrets.hash(it), service.name(), clock.instant()))
                .map(it -> visit(service, it))
                .orElseGet(Visit.Nobody::new);
    }

    private Visit visit(SampleService service, DemonstrationVisitStore.Row row) {
        var received = new Received(seals.open(CONTEXT + service.name(), row.sealed()));
        return switch (row.state()) {
            case "here" -> new Visit.Here(received);
            case "told" -> new Visit.Told(received);
            default -> new Visit.Leaving();
        };
    }

    void begin(
            SampleService service,
            SampleSignIn.Arrived arrived,
            HttpServletRequest request,
            HttpServletResponse response) {
        var secret = secrets.fresh();
        store.insert(
                Secrets.hash(secret),
                service.name(),
                arrived.sid(),
                sealed(service, arrived.received().members()),
                clock.instant().plus(LIFE));
        response.addHeader(
                HttpHeaders.SET_COOKIE,
                ResponseCookie.from(COOKIE + service.name(), secret)
                        .httpOnly(true)
                        .secure(address.value().startsWith("https:") || request.isSecure())
                        .sameSite("Lax")
                        .path(service.path())
                        .build()
                        .toString());
    }

    void leave(SampleService service, HttpServletRequest request) {
        secret(service, request)
                .ifPresent(
                        it ->
                                store.leave(
                                        Secrets.hash(it),
                                        service.name(),
                                        sealed(service, Map.of())));
    }

    void told(SampleService service, Checked token) {
        var message =
                Map.of(
                        Received.LOGOUT_HEADER, token.header(),
                        Received.LOGOUT_CLAIMS, token.claims());
        store.told(service.name(), token.text("sid"), sealed(service, message));
    }

    private byte[] sealed(SampleService service, Map<String, ?> members) {
        return seals.seal(CONTEXT + service.name(), members);
    }

    private static Optional<String> secret(SampleService service, HttpServletRequest request) {
        return Optional.ofNullable(WebUtils.getCookie(request, COOKIE + service.name()))
                .map(it -> it.getValue());
    }
}
