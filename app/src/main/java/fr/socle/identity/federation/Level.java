package fr.socle.identity.federation;

import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The level that a request means, by the rules of each contract. */
sealed interface Level {

    /**
     * @param essential whether less than that is an error
     */
    record Asked(Acr acr, boolean essential) implements Level {}

    /** A level that this federation cannot give. */
    record NotHere(String error, String why) implements Level {}

    /** FranceConnect: the lowest known value; the usual one when none is known. */
    static Level lowestKnown(Federation here, Set<String> values) {
        var lowest = known(values).stream().filter(it -> it != Acr.EIDAS1_MFA).min(Acr::compareTo);
        if (lowest.isEmpty()) {
            return new Asked(here.usual(), true);
        }
        var acr = lowest.get();
        return here.offered().contains(acr)
                ? new Asked(acr, true)
                : new NotHere(
                        Fault.ACR_INVALID.error(),
                        "acr_value is not valid, should be equal one of these values, expected "
                                + here.offered().stream()
                                        .map(Acr::code)
                                        .collect(Collectors.joining(","))
                                + ", got "
                                + acr.code());
    }

    /** ProConnect: the essential claim is the contract, {@code acr_values} a wish. */
    static Level essential(Federation here, Parameters asked, ClaimsParameter claims) {
        var wanted = claims.values("acr");
        if (!claims.essential("acr") || wanted.isEmpty()) {
            return wish(here, wanted.isEmpty() ? asked.words("acr_values") : wanted);
        }
        return lowestOffered(here, wanted)
                .<Level>map(it -> new Asked(it, true))
                .orElseGet(
                        () ->
                                new NotHere(
                                        "access_denied", "requested ACRs could not be satisfied"));
    }

    /**
     * OpenID: as ProConnect, with the error of OpenID's own (Unmet Authentication Requirements).
     */
    static Level standard(Federation here, Parameters asked, ClaimsParameter claims) {
        return essential(here, asked, claims) instanceof Asked level
                ? level
                : new NotHere(
                        "unmet_authentication_requirements",
                        "requested ACRs could not be satisfied");
    }

    private static Level wish(Federation here, Set<String> values) {
        return new Asked(lowestOffered(here, values).orElse(here.usual()), false);
    }

    private static Optional<Acr> lowestOffered(Federation here, Set<String> values) {
        return known(values).stream().filter(here.offered()::contains).min(Acr::compareTo);
    }

    private static Collection<Acr> known(Set<String> values) {
        return values.stream().flatMap(it -> Acr.of(it).stream()).toList();
    }
}
