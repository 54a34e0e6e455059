package fr.socle.identity.demonstration.sample;

import fr.socle.identity.DemonstrationMode;
import fr.socle.identity.federation.Client;
import fr.socle.identity.federation.ClientAuth;
import fr.socle.identity.federation.Clients;
import fr.socle.identity.federation.Profile;
import fr.socle.identity.federation.SubjectKind;
import fr.socle.identity.keys.JwtAlg;
import fr.socle.identity.keys.JwtEncryption;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.boot.context.event.ApplicationStartedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Registers the sample services with their federations, as an operator would. */
@Component
class SampleServices {

    private final Clients clients;
    private final SampleKeys keys;
    private final DemonstrationMode mode;

    SampleServices(Clients clients, SampleKeys keys, DemonstrationMode mode) {
        this.clients = clients;
        this.keys = keys;
        this.mode = mode;
    }

    @EventListener(ApplicationStartedEvent.class)
    void write() {
        if (mode.on()) {
            SampleService.ALL.forEach(it -> clients.registerOurs(client(it)));
        } else {
            SampleService.ALL.forEach(this::close);
        }
    }

    /** Because a house that was a demonstration once may have become another. */
    private void close(SampleService service) {
        clients.find(service.clientId())
                .filter(it -> it.active() && it.redirectUris().equals(List.of(service.back())))
                .ifPresent(it -> clients.registerOurs(it.switched(false)));
    }

    List<SampleService> all() {
        return mode.on() ? SampleService.ALL : List.of();
    }

    /** Empty outside the demonstration too. */
    Optional<SampleService> find(String name) {
        return mode.on() ? SampleService.of(name) : Optional.empty();
    }

    private Client client(SampleService service) {
        return new Client(
                        service.clientId(),
                        service.federation(),
                        service.title(),
                        service.organisation(),
                        service.clientId(),
                        List.of(service.back()),
                        List.of(service.gone()),
                        scopes(service),
                        service.profile() == Profile.OPENID,
                        true)
                .with(keys(service), rules(service));
    }

    private static Set<String> scopes(SampleService service) {
        var scopes = new TreeSet<>(List.of(service.scope().split(" ")));
        if (service.asksMeans()) {
            scopes.add("amr");
        }
        return scopes;
    }

    private Client.Keys keys(SampleService service) {
        return switch (service.way()) {
            case SECRET -> Client.Keys.STANDARD;
            case SIGNATURE ->
                    new Client.Keys(
                            ClientAuth.PRIVATE_KEY_JWT,
                            null,
                            keys.published(service),
                            JwtAlg.ES256,
                            null,
                            JwtAlg.ES256,
                            JwtEncryption.ECDH_ES);
        };
    }

    private Client.Rules rules(SampleService service) {
        return new Client.Rules(
                service.profile(),
                SubjectKind.PAIRWISE,
                service.company(),
                service.company(),
                false,
                service.told(),
                Set.of(),
                true,
                false,
                Set.of(),
                Set.of(),
                Set.of());
    }
}
