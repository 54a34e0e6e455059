package fr.socle.exchange.api;

import fr.socle.exchange.dataset.DataSet;
import fr.socle.exchange.dataset.DataSet.Identification;
import fr.socle.exchange.provider.Provider;
import java.util.Optional;

/**
 * The data set to which an address of the contract leads.
 *
 * @param number the SIREN or SIRET in the address; empty for a person
 * @param federated whether an access token of the citizens' federation stands for the person
 */
record Route(DataSet set, String number, boolean federated) {

    private static final String IDENTITE = "/identite";
    private static final String IDENTIFIANT = "/identifiant";
    private static final String FRANCE_CONNECT = "/france_connect";

    /** Whether this provider answers at this address. */
    static Optional<Route> of(Provider provider, String path) {
        var set = provider.set();
        var template = set.address().path();
        return switch (set.address().by()) {
            case PIVOT ->
                    exactly(set, template + IDENTITE, path, false)
                            .or(() -> federated(set, template + FRANCE_CONNECT, path));
            case IDENTIFIANT -> exactly(set, template + IDENTIFIANT, path, false);
            case SIREN, SIRET -> numbered(set, template, path);
        };
    }

    private static Optional<Route> federated(DataSet set, String wanted, String path) {
        return set.address().federated() ? exactly(set, wanted, path, true) : Optional.empty();
    }

    private static Optional<Route> exactly(
            DataSet set, String wanted, String path, boolean federated) {
        return path.equals(wanted) ? Optional.of(new Route(set, "", federated)) : Optional.empty();
    }

    /**
     * What stands where the number belongs is checked later: a wrong one has an error of its own.
     */
    private static Optional<Route> numbered(DataSet set, String template, String path) {
        var place = set.address().by() == Identification.SIREN ? "{siren}" : "{siret}";
        var at = template.indexOf(place);
        var end = template.substring(at + place.length());
        if (at < 0
                || path.length() <= at + end.length()
                || !path.startsWith(template.substring(0, at))
                || !path.endsWith(end)) {
            return Optional.empty();
        }
        var number = path.substring(at, path.length() - end.length());
        return number.contains("/") ? Optional.empty() : Optional.of(new Route(set, number, false));
    }
}
