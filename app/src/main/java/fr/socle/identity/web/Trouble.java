package fr.socle.identity.web;

import fr.socle.identity.broker.Provider;
import fr.socle.identity.broker.UpstreamFailure;
import fr.socle.identity.broker.UpstreamFault;
import fr.socle.ui.Link;
import java.util.List;

/** Tells people that a provider failed them, and how to go on. */
final class Trouble {

    private Trouble() {}

    /** The transaction lives on: another provider may be chosen. */
    static TroublePage of(UpstreamFailure failed, InFlight flight, Provider provider) {
        var fault = failed.fault();
        return TroublePage.of(
                fault.fault(),
                fault.key(),
                provider.label(),
                List.of(
                        Link.to("identity.trouble.other", flight.path("")),
                        Link.to(
                                "identity.back-to-service",
                                flight.path("/abandon?panne=" + fault.name()))),
                "provider " + provider.uid() + ": " + failed.why());
    }

    /** Where no sign-in can be named. */
    static TroublePage alone(UpstreamFault fault) {
        return TroublePage.of(
                fault.fault(),
                fault.key(),
                "",
                List.of(Link.to("identity.trouble.again", "/connexion")),
                "no state");
    }
}
