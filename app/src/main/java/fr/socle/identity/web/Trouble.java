package fr.socle.identity.web;

import fr.socle.house.PublicAddress;
import fr.socle.identity.broker.Provider;
import fr.socle.identity.broker.UpstreamFailure;
import fr.socle.identity.operator.SignInCounters;
import fr.socle.ui.Link;
import java.util.List;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Tells people that a provider failed them, and how to go on. */
@Component
class Trouble {

    private static final Logger LOG = LoggerFactory.getLogger(Trouble.class);

    private final PublicAddress address;
    private final SignInCounters counters;

    Trouble(PublicAddress address, SignInCounters counters) {
        this.address = address;
        this.counters = counters;
    }

    /** The transaction lives on: another provider may be chosen. */
    TroublePage of(UpstreamFailure failed, InFlight flight, Provider provider) {
        LOG.warn("provider {}: {}", provider.uid(), failed.getMessage());
        counters.failed(
                provider.uid(),
                flight.client().clientId(),
                failed.kind().name().toLowerCase(java.util.Locale.ROOT));
        var key =
                switch (failed.kind()) {
                    case DOWN -> "identity.trouble.down";
                    case LYING -> "identity.trouble.lying";
                    case INCOMPLETE -> "identity.trouble.incomplete";
                };
        return new TroublePage(
                key,
                provider.label(),
                502,
                List.of(
                        Link.to("identity.trouble.other", flight.path("")),
                        Link.to("identity.back-to-service", flight.path("/abandon?panne"))));
    }

    /** Where a form that leads to this provider may end. */
    Stream<String> origin(Provider provider) {
        return Stream.of(provider.issuerAt(address.value()));
    }
}
